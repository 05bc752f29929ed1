/** One value through the runtime's own encoder and decoder. */
import { encodeMessage } from "../../../src/soap/codec/encode.js";
import { EnvelopeReader, wrapEnvelope } from "../../../src/soap/envelope/envelope.js";
import { XmlScanner } from "../../../src/soap/xml/scanner.js";
import { difference } from "../../../test/arbitrary/same-value.js";
import type { GeneratedMessage } from "./messages.js";

export interface Trip {
  /** The envelope; `undefined` where it could not be written. */
  readonly xml: string | undefined;
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
    return {
      xml,
      problem: comeBack(xml, { wire, header }, value, head === "" ? undefined : headers),
    };
  } catch (error) {
    return {
      xml,
      problem: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    };
  }
}

function comeBack(
  xml: string,
  { wire, header }: Pick<GeneratedMessage, "wire" | "header">,
  value: object,
  headers: object | undefined,
): string | undefined {
  const deviations: string[] = [];
  const reader = new EnvelopeReader(
    { output: wire, header: header?.wire },
    {
      onDeviation: (kind, path) => deviations.push(`the decoder finds ${kind} at ${path}`),
      onViolation: (violation) => {
        throw violation;
      },
    },
  );
  const scanner = new XmlScanner(reader);
  scanner.write(xml);
  scanner.end();
  const { content } = reader;
  if (content.kind === "fault") return "a fault came back";
  const found = difference(value, content.value ?? {});
  if (found !== undefined) return found;
  const inHeader = headers && difference(headers, content.header ?? {});
  return inHeader === undefined ? deviations[0] : `of the header ${inHeader}`;
}
