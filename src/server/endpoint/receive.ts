/** A SOAP request as its HTTP request contains it: an envelope, perhaps with parts beside it. */

import { mediaType } from "../../bytes/index.js";
import { concatenated, type IncomingParts } from "../../mime/index.js";
import { countBytes, openMessage } from "../../protocol/index.js";
import type { HttpCall } from "../http-exchange.js";

export interface ReceivedEnvelope {
  /** The media type of the envelope. */
  readonly contentType: string;
  readonly bytes: Uint8Array;
  /** The action without its quotes; `undefined` if it is missing. */
  readonly action: string | undefined;
  /** Whether the request uses MTOM. */
  readonly isXop: boolean;
  /** The parts beside the envelope, to be read until the signal aborts; `undefined`: none. */
  readonly beside: { readonly parts: IncomingParts; readonly signal: AbortSignal } | undefined;
}

/** @throws DecodeError if a package is invalid, or its envelope is too long */
export async function receive(call: HttpCall): Promise<ReceivedEnvelope> {
  const { streamed, headers } = call;
  const contentType = headers["content-type"] ?? "";
  const header = headers.soapaction?.trim().replace(/^"(.*)"$/, "$1");
  if (streamed === undefined) {
    const action = header ?? mediaType(contentType).parameters.get("action");
    return { contentType, bytes: call.body, action, isXop: false, beside: undefined };
  }
  const { chunks, maxBytes, signal } = streamed;
  const opened = await openMessage(contentType, chunks, maxBytes);
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of opened.envelope) {
    length = countBytes(length, piece, maxBytes);
    pieces.push(piece);
  }
  return {
    contentType: opened.contentType,
    bytes: concatenated(pieces),
    action: header ?? opened.action,
    isXop: opened.isXop,
    beside: { parts: opened.parts, signal },
  };
}
