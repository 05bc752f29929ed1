/** Messages drawn from the schemas: libxml2 finds them valid, so that they have to be decoded, and encoded again. */
import { join } from "node:path";
import fc from "fast-check";
import { encodeMessage } from "../../../src/codec/index.js";
import { wrapEnvelope } from "../../../src/protocol/envelope/envelope-text.js";
import { type Draw, drawn, Unsatisfiable } from "../../../test/arbitrary/draw.js";
import { difference } from "../../../test/arbitrary/same-value.js";
import { readEnvelope } from "../../../test/codec/read-envelope.js";
import { Components } from "../raw/components.js";
import type { RawContract } from "../raw/documents.js";
import type { Unjudged } from "../result.js";
import type { GeneratedMessage, RawBound } from "../round-trip/messages.js";
import type { Sample } from "../round-trip/samples.js";
import { type Instance, validateAll } from "../validation/validator.js";
import { attribute } from "../validation/xsd-text.js";
import { type Declared, DocumentDraw } from "./document.js";
import { SimpleTypes } from "./simple-types.js";

export interface DrawnJob {
  readonly raw: RawContract;
  readonly messages: readonly GeneratedMessage[];
  /** A folder for the files of the validation. */
  readonly folder: string;
  /** The number of documents per message. */
  readonly runs: number;
}

export interface DrawnMessages {
  readonly problems: readonly string[];
  readonly unjudged: readonly Unjudged[];
  readonly samples: readonly Sample[];
  /** What the decoded values are encoded as, to be validated. */
  readonly written: ReadonlyMap<Instance, GeneratedMessage>;
}

/** The number of attempts per document: a draw may have no end. */
const TRIES = 4;

export async function drawnMessages(job: DrawnJob): Promise<DrawnMessages> {
  const { raw, folder } = job;
  const components = new Components(raw.schemas);
  const declared = { components, simple: new SimpleTypes(components) };
  const unjudged: Unjudged[] = [];
  const instances = new Map<Instance, GeneratedMessage>();
  for (const [at, message] of job.messages.entries()) {
    if (message.raw === undefined || !isDrawable(message.raw)) continue;
    const found = documents(message.raw, declared, at, job.runs);
    if (typeof found === "string") {
      const reason = "no document of it was drawn from its schema";
      unjudged.push({ subject: message.title, reason, detail: found });
    } else for (const xml of found) instances.set({ ...message.raw, xml }, message);
  }
  const { errors, unvalidated } = await validateAll(join(folder, "drawn"), raw, [
    ...instances.keys(),
  ]);
  const problems = new Map<GeneratedMessage, string>();
  const valid = new Set<GeneratedMessage>();
  const samples: Sample[] = [];
  const written = new Map<Instance, GeneratedMessage>();
  for (const [instance, message] of instances) {
    if (errors.has(instance) || unvalidated.has(instance)) continue;
    valid.add(message);
    if (problems.has(message)) continue;
    const { value, xml, problem } = decoded(message, instance.xml);
    if (message.type !== undefined && value !== undefined) {
      samples.push({ type: message.type, value });
    }
    if (xml !== undefined) written.set({ ...instance, xml }, message);
    if (problem !== undefined) {
      problems.set(message, `In ${message.title}, drawn from its schema, ${problem}`);
    }
  }
  for (const [instance, message] of instances) {
    const detail = errors.get(instance);
    if (detail === undefined || valid.has(message)) continue;
    valid.add(message);
    const reason = "no valid document of it was drawn from its schema";
    unjudged.push({ subject: message.title, reason, detail });
  }
  return { problems: [...problems.values()], unjudged, samples, written };
}

/** Arrays and references of the SOAP encoding are not described by a schema. */
function isDrawable({ message }: RawBound): boolean {
  return !message.isEncoded && message.attachments.length === 0;
}

/** @returns why there is none if none was found */
function documents(
  bound: RawBound,
  declared: Declared,
  seed: number,
  runs: number,
): readonly string[] | string {
  const found: string[] = [];
  let reason = "";
  for (let attempt = 0; attempt < runs * TRIES && found.length < runs; attempt++) {
    try {
      const draws = drawn((draw) => envelope(bound, declared, draw));
      found.push(...fc.sample(draws, { seed: seed * 1_000 + attempt, numRuns: 1 }));
    } catch (error) {
      if (!(error instanceof Unsatisfiable)) throw error;
      reason = error.message;
    }
  }
  return found.length > 0 ? found : reason;
}

function envelope({ operation, message }: RawBound, declared: Declared, draw: Draw): string {
  const document = new DocumentDraw(declared, draw);
  const parts = message.parts.map(({ name, element, type }) =>
    element === undefined
      ? document.typed(name, "", type ?? ANY, "")
      : document.element(element, ""),
  );
  const content = parts.join("");
  if (message.style !== "rpc" || message.direction === "fault") {
    return wrapEnvelope("soap11", content);
  }
  const name = message.direction === "input" ? operation.name : `${operation.name}Response`;
  const { namespace } = message;
  return namespace === ""
    ? wrapEnvelope("soap11", `<${name}>${content}</${name}>`)
    : wrapEnvelope("soap11", `<w:${name}${attribute("xmlns:w", namespace)}>${content}</w:${name}>`);
}

const ANY = "{http://www.w3.org/2001/XMLSchema}anyType";

interface Decoded {
  readonly value: unknown;
  /** The envelope of the value; `undefined` if it can't be encoded. */
  readonly xml: string | undefined;
  /** The problem, as the end of a sentence. */
  readonly problem: string | undefined;
}

function decoded({ wire }: GeneratedMessage, text: string): Decoded {
  let value: unknown;
  let xml: string | undefined;
  try {
    const { content, deviations } = readEnvelope(text, { output: wire });
    if (content.kind === "fault") return { value, xml, problem: undefined };
    value = content.value ?? {};
    xml = wrapEnvelope("soap11", encodeMessage(wire, Object(value), "message"));
    const again = readEnvelope(xml, { output: wire }).content;
    const other = again.kind === "fault" ? undefined : (again.value ?? {});
    const deviation = deviations[0] && `the decoder finds ${deviations[0]}`;
    const change = difference(value, other);
    return { value, xml, problem: deviation ?? (change && `the decoded value changes: ${change}`) };
  } catch (error) {
    const problem = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { value, xml, problem };
  }
}
