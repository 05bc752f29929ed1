/** Reads an envelope as the client does: deviations are kept, a violation is thrown. */
import type { PartSource } from "../../src/mime/index.js";
import type { AnswerSchema } from "../../src/protocol/answer-schema.js";
import { type EnvelopeContent, EnvelopeReader } from "../../src/protocol/envelope.js";
import { XmlScanner } from "../../src/xml/scanner.js";

export interface ReadEnvelope {
  readonly content: EnvelopeContent;
  /** `kind path` of each. */
  readonly deviations: readonly string[];
}

export function readEnvelope(
  xml: string,
  { output, header }: Pick<AnswerSchema, "output"> & Partial<AnswerSchema>,
  parts?: PartSource,
): ReadEnvelope {
  const deviations: string[] = [];
  const reader = new EnvelopeReader(
    { output, header },
    {
      onDeviation: (kind, path) => deviations.push(`${kind} ${path}`),
      onViolation: (violation) => {
        throw violation;
      },
      parts,
    },
  );
  const scanner = new XmlScanner(reader);
  scanner.write(xml);
  scanner.end();
  return { content: reader.content, deviations };
}
