/** Packages: messages of an envelope and parts beside it (SOAP Messages with Attachments; XOP 1.0 §3, SOAP MTOM 1.0 §4). */

import { type ParameterizedValue, parseParameterized, quoted } from "../../bytes/index.js";
import { DecodeError } from "../../errors/index.js";
import type { RequestBody } from "../../http/index.js";
import {
  contentIdOf,
  IncomingParts,
  MultipartReader,
  multipartBody,
  type OutgoingParts,
  type PartHeaders,
  randomToken,
} from "../../mime/index.js";
import type { SoapVersion } from "../../schema/index.js";
import { ENVELOPE_MEDIA_TYPE } from "../envelope/envelope-text.js";

/** A message as an HTTP body with its headers. */
export interface OutgoingMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: RequestBody;
}

const XOP = "application/xop+xml";

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

/** A package whose envelope can be read. */
export interface OpenedPackage {
  /** The media type of the envelope: of the root part, or in an XOP package of the root's `type` parameter. */
  readonly contentType: string;
  /** The action parameter of SOAP 1.2; senders put it in one of four places. */
  readonly action: string | undefined;
  readonly isXop: boolean;
  readonly envelope: AsyncIterable<Uint8Array>;
  /** The other parts, to be run after the envelope has been read. */
  readonly parts: IncomingParts;
}

/**
 * Opens a multipart/related message (RFC 2387) at its root: the part that `start` names, or the first.
 *
 * @param maxBytes the number of bytes of its parts that may be kept in memory
 * @throws DecodeError if it is not such a message, or the root is missing
 */
export async function openPackage(
  contentType: string | undefined,
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<OpenedPackage> {
  const { parameters } = parseParameterized(contentType ?? "");
  const reader = new MultipartReader(chunks, parameters.get("boundary"));
  const parts = new IncomingParts(reader, maxBytes);
  const start = parameters
    .get("start")
    ?.trim()
    .replace(/^<(.*)>$/s, "$1");
  for (let head = await reader.next(); head !== undefined; head = await reader.next()) {
    if (start === undefined || start === "" || contentIdOf(head) === start) {
      return { ...envelopeType(parameters, head), envelope: pieces(reader), parts };
    }
    await parts.keep(head);
  }
  const which = start === undefined ? "" : ` (${JSON.stringify(start)})`;
  throw new DecodeError(
    "MISSING_PART",
    `The part with the envelope${which} is missing in the message.`,
    "",
  );
}

function envelopeType(
  outer: ParameterizedValue["parameters"],
  head: PartHeaders,
): Pick<OpenedPackage, "contentType" | "action" | "isXop"> {
  const own = head.get("content-type") ?? "";
  const root = parseParameterized(own);
  const isXop = root.type === XOP;
  const inner = root.parameters.get("type") ?? outer.get("start-info") ?? "";
  const action = [outer.get("start-info") ?? "", inner]
    .map((text) => parseParameterized(text).parameters.get("action"))
    .find((text) => text !== undefined);
  const charset = root.parameters.get("charset") ?? "utf-8";
  return {
    contentType: isXop ? `${parseParameterized(inner).type}; charset=${charset}` : own,
    action: outer.get("action") ?? root.parameters.get("action") ?? action,
    isXop,
  };
}

/** The version of the envelope by the media type of its package; 1.1 if that does not state it. */
export function versionOfPackage(contentType: string): SoapVersion {
  const { parameters } = parseParameterized(contentType);
  const types = [parameters.get("start-info"), parameters.get("type")].join(" ").toLowerCase();
  return types.includes(ENVELOPE_MEDIA_TYPE.soap12) ? "soap12" : "soap11";
}

async function* pieces(reader: MultipartReader): AsyncGenerator<Uint8Array, void, undefined> {
  for (let piece = await reader.read(); piece !== undefined; piece = await reader.read())
    yield piece;
}
