/** Packs messages of an envelope and parts beside it (SOAP Messages with Attachments; XOP 1.0 §3, SOAP MTOM 1.0 §4). */

import { quoted } from "../../bytes/index.js";
import type { RequestBody } from "../../http/index.js";
import { multipartBody, type OutgoingParts, randomToken } from "../../mime/index.js";
import type { SoapVersion } from "../../schema/index.js";
import { ENVELOPE_MEDIA_TYPE } from "../envelope/envelope-text.js";
import { XOP } from "./package-type.js";

/** A message as an HTTP body with its headers. */
export interface OutgoingMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: RequestBody;
}

/**
 * Packs an envelope with its parts: into an XOP package for MTOM, else as SOAP Messages with Attachments defines it.
 *
 * @param action `undefined` for a response
 */
export function packMessage(
  version: SoapVersion,
  action: string | undefined,
  envelope: string,
  { isXop, list }: OutgoingParts,
): OutgoingMessage {
  const token = randomToken();
  const boundary = `MIMEBoundary_${token}`;
  const root = `0-${token}@rescue-soap`;
  const media = ENVELOPE_MEDIA_TYPE[version];
  const isInType = version === "soap12" && action !== undefined;
  const actionParameter = isInType ? `; action=${quoted(action)}` : "";
  const rootType = isXop
    ? `${XOP}; charset=utf-8; type=${quoted(media)}`
    : `${media}; charset=utf-8`;
  const rootHeaders = [
    `Content-Type: ${rootType}${actionParameter}`,
    "Content-Transfer-Encoding: binary",
    `Content-ID: <${root}>`,
  ];
  const { body, length } = multipartBody(boundary, rootHeaders, envelope, list);
  const type = [
    `multipart/related; type=${quoted(isXop ? XOP : media)}`,
    `boundary=${quoted(boundary)}`,
    `start=${quoted(`<${root}>`)}`,
    ...(isXop ? [`start-info=${quoted(media)}`] : []),
  ].join("; ");
  return {
    headers: {
      "Content-Type": `${type}${actionParameter}`,
      "MIME-Version": "1.0",
      ...(length === undefined ? {} : { "Content-Length": String(length) }),
    },
    body,
  };
}
