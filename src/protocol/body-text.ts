/** Bodies as texts, and the excerpts of them in errors. */

import { MessageText } from "../bytes/index.js";
import { DecodeError } from "../errors/index.js";
import type { HttpResponse } from "../http/index.js";

/**
 * The text of a whole body.
 *
 * @param maxBytes the longest body, in bytes
 * @param failed returns the error to throw for a body that is not in its charset, or longer; it gets the beginning
 * @throws DecodeError (`MALFORMED_XML`, `LIMIT`); ConnectionError if it breaks off
 */
export async function readText(
  response: HttpResponse,
  maxBytes: number,
  failed: (error: DecodeError, start: string) => unknown = (error) => error,
): Promise<string> {
  const decoder = new MessageText(response.headers.get("content-type"));
  let bytes = 0;
  let text = "";
  try {
    for await (const chunk of response.body) {
      bytes = countBytes(bytes, chunk, maxBytes);
      text += decoder.write(chunk);
    }
    return text + decoder.end();
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    throw failed(error, startOf(text, decoder));
  }
}

/** The beginning of a body whose decoder may have failed, long enough for an excerpt after secrets were removed. */
export function startOf(text: string, decoder: MessageText): string {
  const length = 2 * EXCERPT;
  return text.length < length
    ? text + decoder.undecoded(length - text.length)
    : text.slice(0, length);
}

/**
 * Adds the size of a chunk to a size.
 *
 * @throws DecodeError (`LIMIT`) if the sum exceeds `maxBytes`
 */
export function countBytes(before: number, chunk: Uint8Array, maxBytes: number): number {
  const bytes = before + chunk.byteLength;
  if (bytes <= maxBytes) return bytes;
  throw new DecodeError("LIMIT", `The message is longer than ${maxBytes} bytes.`, "");
}

/** The longest rest of a body, in bytes, that is read to keep the connection: more costs more than a new connection. */
const WORTH_READING = 65_536;

/**
 * Ends the reading of a body before its end: a short rest is read, so that the connection can be used again. Errors of
 * that are ignored.
 */
export async function leaveBody(chunks: AsyncIterator<Uint8Array>): Promise<void> {
  try {
    for (let bytes = 0; bytes < WORTH_READING; ) {
      const next = await chunks.next();
      if (next.done === true) return;
      bytes += next.value.byteLength;
    }
    await chunks.return?.();
  } catch {
    // The connection is lost; the error that ended the reading is more useful.
  }
}

/** The number of characters of a body in an error. */
export const EXCERPT = 300;

/** The first characters of a text, with white space collapsed. */
export function excerptOf(text: string): string {
  return text.replace(/\s+/g, " ").trim().slice(0, EXCERPT);
}
