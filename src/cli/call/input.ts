/** JSON from an option: the text itself, `@file`, or `-` for standard input. */
import { UsageError } from "../failure/errors.js";
import { type Io, readStdin } from "../io.js";
import { readOptionFile } from "../options/text-file.js";
import { type JsonSource, parseJsonObject } from "./request-values.js";

export interface JsonInput extends JsonSource {
  readonly value: Readonly<Record<string, unknown>>;
}

/**
 * The JSON object of an option.
 *
 * @param option its name, for messages
 * @throws UsageError, InterruptedError
 */
export async function readJsonOption(text: string, option: string, io: Io): Promise<JsonInput> {
  const isVisible = text !== "-" && !text.startsWith("@");
  const source = { option, isVisible };
  return { ...source, value: parseJsonObject(await contentOf(text, option, io), source) };
}

async function contentOf(text: string, option: string, io: Io): Promise<string> {
  if (text === "-") return readStdin(io);
  if (!text.startsWith("@")) {
    if (/^\s*[{[]/.test(text)) return text;
    throw new UsageError(
      `The value of ${option} must be a JSON object, @file for a file, or - for standard input.`,
    );
  }
  return readOptionFile(text.slice(1), option);
}
