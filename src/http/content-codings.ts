/** The names of content codings (RFC 9110 §8.4). */
import { ConnectionError } from "../errors/index.js";

/** The largest number of codings of one body, as in curl: more of them only serve a decompression bomb. */
const MAX_CODINGS = 5;

/** Names of codings that change nothing: `identity` (RFC 9110 §12.5.3), and values that belong to other headers. */
const NO_CODING: ReadonlySet<string> = new Set(["", "identity", "none", "7bit", "8bit", "binary"]);

const NOTHING: readonly string[] = [];

/**
 * The codings of a body in lower case, in the order in which they were applied.
 *
 * @param contentEncoding the Content-Encoding header
 * @returns `undefined` if one of them is not supported, or if there are more than five
 */
export function contentCodings(
  contentEncoding: string | undefined,
  isSupported: (name: string) => boolean,
): readonly string[] | undefined {
  if (contentEncoding === undefined) return NOTHING;
  const codings: string[] = [];
  for (const name of namesIn(contentEncoding)) {
    if (isSupported(name)) codings.push(name);
    else if (!NO_CODING.has(name) && !isCharset(name)) return undefined;
  }
  return codings.length > MAX_CODINGS ? undefined : codings;
}

/** The items of the header in lower case, also those that are not codings. */
export function namesIn(contentEncoding: string): readonly string[] {
  return contentEncoding.split(",").map((item) => item.trim().toLowerCase());
}

/** Some services state the charset of the text, `utf-8`. */
function isCharset(name: string): boolean {
  try {
    new TextDecoder(name);
    return true;
  } catch {
    return name.includes("_") && isCharset(name.replaceAll("_", "-"));
  }
}

/** @param contentEncoding the Content-Encoding header of a response of `host` that cannot be decoded */
export function unknownCoding(host: string, contentEncoding: string | undefined): ConnectionError {
  return new ConnectionError(
    `The response of ${host} has the content coding "${contentEncoding}", which is not supported and was not requested.`,
  );
}
