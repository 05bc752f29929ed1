/** Reads an envelope as the client does: deviations are kept, a violation is thrown. */
import {
  type ResponseContent,
  ResponseReceiver,
  type ResponseSchema,
} from "../../src/client/response/response-receiver.js";
import type { DecodeRun } from "../../src/codec/index.js";
import { EnvelopeReader } from "../../src/protocol/envelope/envelope-reader.js";
import { XmlScanner } from "../../src/xml/scanner.js";

export interface ReadEnvelope {
  readonly content: ResponseContent;
  /** `kind path` of each. */
  readonly deviations: readonly string[];
}

export function readEnvelope(
  xml: string,
  { output, header }: Pick<ResponseSchema, "output"> & Partial<ResponseSchema>,
  { parts, budget }: Pick<DecodeRun, "parts" | "budget"> = {},
): ReadEnvelope {
  const deviations: string[] = [];
  const receiver = new ResponseReceiver(
    { output, header },
    {
      onDeviation: (kind, path) => deviations.push(`${kind} ${path}`),
      onViolation: (violation) => {
        throw violation;
      },
      parts,
      budget,
    },
  );
  const reader = new EnvelopeReader(receiver);
  const scanner = new XmlScanner(reader, budget);
  scanner.write(xml);
  scanner.end();
  return { content: receiver.response(reader.end()), deviations };
}
