/** A SOAP message in several parts: its envelope, and what it has beside it (SwA; XOP 1.0 §3, SOAP MTOM 1.0 §4). */

import { DecodeError } from "../../errors/index.js";
import type { RequestBody } from "../../http/index.js";
import {
  contentIdOf,
  IncomingParts,
  MultipartReader,
  multipartBody,
  type OutgoingParts,
  type ParameterizedValue,
  type PartHeaders,
  parseParameterized,
  quoted,
  randomToken,
} from "../../mime/index.js";
import type { SoapVersion } from "../../schema/index.js";
import { ENVELOPE_MEDIA_TYPE } from "../envelope.js";

/** A message as an HTTP body with its headers. */
export interface OutgoingMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: RequestBody;
}

const XOP = "application/xop+xml";

/**
 * An envelope with its parts in one package: an XOP package for MTOM, else as SOAP Messages with Attachments has it.
 *
 * @param action `undefined` in an answer
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

/** A message in several parts, its envelope first. */
export interface OpenedPackage {
  /** That of the envelope: of the root, or what an XOP package's root says of it. */
  readonly contentType: string;
  /** The action parameter of SOAP 1.2, which senders put in any of four places. */
  readonly action: string | undefined;
  readonly isXop: boolean;
  readonly envelope: AsyncIterable<Uint8Array>;
  /** To be run when the envelope has been read. */
  readonly parts: IncomingParts;
}

/**
 * Opens a multipart/related message (RFC 2387) at its root: the part that `start` names, or the first.
 *
 * @param maxBytes how much of its parts may be held in memory
 * @throws DecodeError where it is none, or lacks the root
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
  const which = start === undefined ? "" : `, ${JSON.stringify(start)}`;
  throw new DecodeError(
    "MISSING_PART",
    `The message lacks the part with its envelope${which}.`,
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

/** The version that a package says its envelope is of; 1.1 where it says nothing. */
export function versionOfPackage(contentType: string): SoapVersion {
  const { parameters } = parseParameterized(contentType);
  const said = [parameters.get("start-info"), parameters.get("type")].join(" ").toLowerCase();
  return said.includes(ENVELOPE_MEDIA_TYPE.soap12) ? "soap12" : "soap11";
}

async function* pieces(reader: MultipartReader): AsyncGenerator<Uint8Array, void, undefined> {
  for (let piece = await reader.read(); piece !== undefined; piece = await reader.read())
    yield piece;
}
