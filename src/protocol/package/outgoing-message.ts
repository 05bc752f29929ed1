/** Messages as HTTP bodies. */

import { mediaType } from "../../bytes/index.js";
import type { OutgoingParts } from "../../mime/index.js";
import type { SoapVersion } from "../../schema/index.js";
import { messageHeaders } from "../envelope/envelope-text.js";
import type { OutgoingMessage } from "./message-package.js";

/**
 * An envelope as an HTTP body with its headers: alone, or in a package with its parts. With MTOM it is always a package.
 * The packing is loaded for the first package.
 *
 * @param action `undefined` for a response
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

/** Whether a message consists of an envelope and parts beside it (RFC 2387). */
export function isPackage(contentType: string | undefined): boolean {
  return mediaType(contentType).type === "multipart/related";
}
