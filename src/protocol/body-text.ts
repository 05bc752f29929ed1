/** Bodies that are needed as one text, and what an error shows of them. */

import { MessageText } from "../bytes/index.js";
import { DecodeError } from "../errors/index.js";
import type { HttpResponse } from "../http/index.js";

/**
 * The whole body.
 *
 * @param maxBytes a longer one is a `LIMIT` error
 * @throws DecodeError, ConnectionError when it breaks off
 */
export async function readText(response: HttpResponse, maxBytes: number): Promise<string> {
  const decoder = new MessageText(response.headers.get("content-type"));
  let bytes = 0;
  let text = "";
  for await (const chunk of response.body) {
    bytes = countBytes(bytes, chunk, maxBytes);
    text += decoder.write(chunk);
  }
  return text + decoder.end();
}

/**
 * The bytes so far, with those of a chunk.
 *
 * @throws DecodeError (`LIMIT`) past `maxBytes`
 */
export function countBytes(before: number, chunk: Uint8Array, maxBytes: number): number {
  const bytes = before + chunk.byteLength;
  if (bytes <= maxBytes) return bytes;
  throw new DecodeError("LIMIT", `The answer is longer than ${maxBytes} bytes.`, "");
}

/** How much of a body is read for its connection's sake, in bytes: more costs more than a new connection. */
const WORTH_READING = 65_536;

/**
 * Ends the reading of a body of which no more is wanted: what is left is read where it isn't much, so that the connection
 * can be used again. What goes wrong with that is nobody's concern.
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
    // The connection is lost; the error that the reading ended with says more.
  }
}

/** Characters of a body that an error shows. */
export const EXCERPT = 300;

/** The first characters of a text, white space folded. */
export function excerptOf(text: string): string {
  return text.replace(/\s+/g, " ").trim().slice(0, EXCERPT);
}
