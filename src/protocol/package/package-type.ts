/** What the media type of a message states. */

import { mediaType, parseParameterized } from "../../bytes/index.js";
import type { SoapVersion } from "../../schema/index.js";
import { ENVELOPE_MEDIA_TYPE } from "../envelope/envelope-text.js";

/** The media type of the root part of an XOP package (XOP 1.0 §5). */
export const XOP = "application/xop+xml";

/** Whether a message consists of an envelope and parts beside it (RFC 2387). */
export function isPackage(contentType: string | undefined): boolean {
  return mediaType(contentType).type === "multipart/related";
}

/** The version of the envelope by the media type of its package; 1.1 if that does not state it. */
export function versionOfPackage(contentType: string): SoapVersion {
  const { parameters } = parseParameterized(contentType);
  const types = [parameters.get("start-info"), parameters.get("type")].join(" ").toLowerCase();
  return types.includes(ENVELOPE_MEDIA_TYPE.soap12) ? "soap12" : "soap11";
}
