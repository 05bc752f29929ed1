/** A message as HTTP carries it. */

import type { OutgoingParts } from "../../mime/index.js";
import type { SoapVersion } from "../../schema/index.js";
import { messageHeaders } from "../envelope.js";
import type { OutgoingMessage } from "./message-package.js";

/**
 * A request or an answer with its headers: the envelope by itself, or in a package with its parts; for MTOM in one
 * whether it has parts or not. What packs it is loaded for the first.
 *
 * @param action `undefined` in an answer
 */
export async function outgoingMessage(
  version: SoapVersion,
  action: string | undefined,
  envelope: string,
  parts: OutgoingParts,
): Promise<OutgoingMessage> {
  const headers = messageHeaders(version, action);
  if (!parts.isXop && parts.list.length === 0) return { headers, body: envelope };
  const { packMessage } = await import("./message-package.js");
  const packed = packMessage(version, action, envelope, parts);
  return { ...packed, headers: { ...headers, ...packed.headers } };
}

/** Whether a message has parts beside its envelope (RFC 2387). */
export function isPackage(contentType: string | undefined): boolean {
  return /^\s*multipart\/related\s*(?:;|$)/i.test(contentType ?? "");
}
