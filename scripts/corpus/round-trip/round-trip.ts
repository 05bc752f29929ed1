/** One value through the runtime's own encoder and decoder. */
import { encodeMessage } from "../../../src/soap/codec/encode.js";
import { wrapEnvelope } from "../../../src/soap/envelope/envelope.js";
import { difference } from "../../../test/arbitrary/same-value.js";
import { readEnvelope } from "../../../test/soap/codec/read-envelope.js";
import type { GeneratedMessage } from "./messages.js";

export interface Trip {
  /** The envelope; `undefined` where it could not be written. */
  readonly xml: string | undefined;
  /** What came back. */
  readonly decoded: unknown;
  /** What is wrong, as the end of a sentence. */
  readonly problem: string | undefined;
}

export function roundTrip(
  { wire, header, version }: GeneratedMessage,
  value: object,
  headers: object | undefined,
): Trip {
  let xml: string | undefined;
  try {
    const body = encodeMessage(wire, value, "message");
    const head = header && headers ? encodeMessage(header.wire, headers, "header") : "";
    xml = wrapEnvelope(version, body, head);
    return { xml, ...comeBack(xml, { wire, header }, value, head === "" ? undefined : headers) };
  } catch (error) {
    return {
      xml,
      decoded: undefined,
      problem: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    };
  }
}

function comeBack(
  xml: string,
  { wire, header }: Pick<GeneratedMessage, "wire" | "header">,
  value: object,
  headers: object | undefined,
): Omit<Trip, "xml"> {
  const { content, deviations } = readEnvelope(xml, { output: wire, header: header?.wire });
  const deviation = deviations[0] && `the decoder finds ${deviations[0]}`;
  if (content.kind === "fault") return { decoded: undefined, problem: "a fault came back" };
  const decoded = content.value ?? {};
  const found = difference(value, decoded);
  if (found !== undefined) return { decoded, problem: found };
  const inHeader = headers && difference(headers, content.header ?? {});
  return { decoded, problem: inHeader === undefined ? deviation : `of the header ${inHeader}` };
}
