/** The option --header: HTTP headers of a request. */
import { UsageError } from "../failure/errors.js";
import { readOptionFile } from "../options/text-file.js";

/** A token and a value without control characters (RFC 9110 §5.1, §5.5). */
const HEADER = /^([!#$%&'*+.^_`|~\w-]+)[ \t]*:[ \t]*([^\p{Cc}]*?)[ \t]*$/u;

/**
 * The headers of `Name: value` texts. `@file` is a file with one header per line. No message contains a value, which may
 * be a secret.
 *
 * @throws UsageError
 */
export async function httpHeaders(texts: readonly string[]): Promise<Record<string, string>> {
  const headers: [string, string][] = [];
  for (const text of texts) {
    const lines = text.startsWith("@") ? await linesOf(text.slice(1)) : [text];
    for (const line of lines) {
      const [, name, value] = HEADER.exec(line) ?? [];
      if (name === undefined || value === undefined) {
        const place = text.startsWith("@") ? `A line of ${text.slice(1)}` : "The value of --header";
        throw new UsageError(
          `${place} is not a header: write "Name: value", or @file for a file with one header per line.`,
        );
      }
      headers.push([name, value]);
    }
  }
  return Object.fromEntries(headers);
}

async function linesOf(file: string): Promise<readonly string[]> {
  const text = await readOptionFile(file, "--header");
  return text.split(/\r?\n/).filter((line) => line.trim() !== "");
}
