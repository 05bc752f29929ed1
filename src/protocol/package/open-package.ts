/** Opens messages of an envelope and parts beside it (SOAP Messages with Attachments; XOP 1.0 §3, SOAP MTOM 1.0 §4). */

import { type ParameterizedValue, parseParameterized } from "../../bytes/index.js";
import { DecodeError } from "../../errors/index.js";
import { contentIdOf, IncomingParts, MultipartReader, type PartHeaders } from "../../mime/index.js";
import { XOP } from "./package-type.js";

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

/** See `openMessage`. */
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

async function* pieces(reader: MultipartReader): AsyncGenerator<Uint8Array, void, undefined> {
  for (let piece = await reader.read(); piece !== undefined; piece = await reader.read())
    yield piece;
}
