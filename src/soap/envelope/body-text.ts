/** Bodies that are needed as one text, and what an error shows of them. */
import { DecodeError } from "../errors.js";
import type { HttpResponse } from "../http/transport.js";
import { MessageText } from "./charset.js";

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

/** Characters of a body that an error shows. */
export const EXCERPT = 300;

/** The first characters of a text, white space folded. */
export function excerptOf(text: string): string {
  return text.replace(/\s+/g, " ").trim().slice(0, EXCERPT);
}
