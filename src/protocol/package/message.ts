/** Messages as HTTP bodies. The code for packages is loaded for the first package. */

import type { OutgoingParts } from "../../mime/index.js";
import type { SoapVersion } from "../../schema/index.js";
import { messageHeaders } from "../envelope/envelope-text.js";
import type { OpenedPackage } from "./open-package.js";
import type { OutgoingMessage } from "./pack-message.js";

/**
 * An envelope as an HTTP body with its headers: alone, or in a package with its parts. With MTOM it is always a package.
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
  const { packMessage } = await import("./pack-message.js");
  const packed = packMessage(version, action, envelope, parts);
  return { ...packed, headers: { ...headers, ...packed.headers } };
}

/**
 * Opens a multipart/related message (RFC 2387) at its root: the part that `start` names, or the first.
 *
 * @param maxBytes the number of bytes of its parts that may be kept in memory
 * @throws DecodeError if it is not such a message, or the root is missing
 */
export async function openMessage(
  contentType: string | undefined,
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<OpenedPackage> {
  const { openPackage } = await import("./open-package.js");
  return openPackage(contentType, chunks, maxBytes);
}
