/** Encodes and decodes one value with the runtime. */

import { encodeMessage } from "../../../src/codec/encode/encode.js";
import { cidUrl } from "../../../src/mime/content-id.js";
import type { PartSource } from "../../../src/mime/index.js";
import { OutgoingParts } from "../../../src/mime/outgoing/outgoing-parts.js";
import { wrapEnvelope } from "../../../src/protocol/envelope/envelope-text.js";
import { difference } from "../../../test/arbitrary/same-value.js";
import { readEnvelope } from "../../../test/codec/read-envelope.js";
import type { GeneratedMessage } from "./messages.js";

export interface Trip {
  /** The envelope; `undefined` if it could not be encoded. */
  readonly xml: string | undefined;
  /** The decoded value. */
  readonly decoded: unknown;
  /** The problem, as the end of a sentence. */
  readonly problem: string | undefined;
}

export function roundTrip(
  { wire, header, version }: GeneratedMessage,
  value: object,
  headers: object | undefined,
): Trip {
  let xml: string | undefined;
  try {
    const parts = new OutgoingParts(undefined);
    const body = encodeMessage(wire, value, "message", { parts });
    const head = header && headers ? encodeMessage(header.wire, headers, "header") : "";
    xml = wrapEnvelope(version, body, head);
    return {
      xml,
      ...comeBack(xml, { wire, header }, value, head === "" ? undefined : headers, parts),
    };
  } catch (error) {
    return {
      xml,
      decoded: undefined,
      problem: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    };
  }
}

/** The attachments, by the references in the envelope. */
function sentParts({ list }: OutgoingParts): PartSource {
  const found = (fits: (contentId: string) => boolean) => {
    const part = list.find(({ contentId }) => fits(contentId));
    if (part === undefined) throw new Error("A part was not sent.");
    return part.content;
  };
  const referred = (url: string) => found((id) => cidUrl(id) === url);
  return {
    referred,
    includedBytes: referred,
    member: (name) => found((id) => id.startsWith(`${name}=`)),
  };
}

function comeBack(
  xml: string,
  { wire, header }: Pick<GeneratedMessage, "wire" | "header">,
  value: object,
  headers: object | undefined,
  parts: OutgoingParts,
): Omit<Trip, "xml"> {
  const schema = { output: wire, header: header?.wire };
  const { content, deviations } = readEnvelope(xml, schema, { parts: sentParts(parts) });
  const deviation = deviations[0] && `the decoder finds ${deviations[0]}`;
  if (content.kind === "fault") return { decoded: undefined, problem: "a fault came back" };
  const decoded = content.value ?? {};
  const found = difference(value, decoded);
  if (found !== undefined) return { decoded, problem: found };
  const inHeader = headers && difference(headers, content.header ?? {});
  return { decoded, problem: inHeader === undefined ? deviation : `of the header ${inHeader}` };
}
