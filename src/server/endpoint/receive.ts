/** A SOAP request as HTTP carries it: an envelope, perhaps with parts beside it. */

import { concatenated, type IncomingParts } from "../../mime/index.js";
import { countBytes, openPackage } from "../../protocol/index.js";
import type { HttpCall } from "../http-exchange.js";

export interface Received {
  /** The envelope's. */
  readonly contentType: string;
  readonly envelope: Uint8Array;
  /** Without its quotes; `undefined` where there is none. */
  readonly action: string | undefined;
  readonly isXop: boolean;
  /** What stands behind the envelope; to be run until the signal aborts. */
  readonly beside: { readonly parts: IncomingParts; readonly signal: AbortSignal } | undefined;
}

/** @throws DecodeError where a message in several parts is none, or its envelope is too long */
export async function receive(call: HttpCall): Promise<Received> {
  const { streamed, headers } = call;
  const outer = headers["content-type"] ?? "";
  const header = headers.soapaction?.trim().replace(/^"(.*)"$/, "$1");
  if (streamed === undefined) {
    const action = header ?? actionIn(outer);
    return { contentType: outer, envelope: call.body, action, isXop: false, beside: undefined };
  }
  const { chunks, maxBytes, signal } = streamed;
  const opened = await openPackage(outer, chunks, maxBytes);
  const { contentType, isXop, parts } = opened;
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of opened.envelope) {
    length = countBytes(length, piece, maxBytes);
    pieces.push(piece);
  }
  const action = header ?? opened.action;
  const beside = { parts, signal };
  return { contentType, envelope: concatenated(pieces), action, isXop, beside };
}

/** The action parameter of SOAP 1.2, quoted or not. */
function actionIn(contentType: string): string | undefined {
  const parameter = /;\s*action\s*=\s*(?:"([^"]*)"|([^\s;]+))/i.exec(contentType);
  return parameter?.[1] ?? parameter?.[2];
}
