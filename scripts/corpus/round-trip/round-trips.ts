/** Encodes values of every message, validates them with libxml2, and decodes them. */
import { join } from "node:path";
import fc from "fast-check";
import { buildModel } from "../../../src/codegen/model/model.js";
import { WireSchema } from "../../../src/codegen/wire/wire-schema.js";
import type { Contract } from "../../../src/contract/index.js";
import { Unsatisfiable } from "../../../test/arbitrary/draw.js";
import { messageValues } from "../../../test/arbitrary/message-value.js";
import { drawnMessages } from "../drawn/drawn-messages.js";
import type { RawContract } from "../raw/documents.js";
import { operationsOf } from "../raw/operations.js";
import type { Unjudged } from "../result.js";
import { type Instance, validateAll } from "../validation/validator.js";
import { hasXmllint } from "../validation/xmllint.js";
import { type GeneratedMessage, generatedMessages } from "./messages.js";
import { roundTrip } from "./round-trip.js";
import type { Sample } from "./samples.js";

export interface RoundTripJob {
  readonly contract: Contract;
  readonly raw: RawContract;
  /** An existing folder for the files of the validation. */
  readonly folder: string;
  /** The number of values per message. */
  readonly runs: number;
}

export interface RoundTrips {
  /** A decoded value per message. */
  readonly samples: readonly Sample[];
  readonly problems: readonly string[];
  readonly unjudged: readonly Unjudged[];
}

/** The number of documents per message that are drawn from the schemas. */
const DRAWN = 3;

/** Only the first failure of a message is reported, because the others mostly have the same reason. */
export async function roundTrips({
  contract,
  raw,
  folder,
  runs,
}: RoundTripJob): Promise<RoundTrips> {
  const model = buildModel(contract);
  const values = messageValues(contract, model);
  const problems: string[] = [];
  const unjudged = model.clients
    .filter(({ ports }) => ports.every(({ protocol }) => protocol.startsWith("http")))
    .flatMap(({ name, operations }) =>
      operations.map((operation): Unjudged => {
        const subject = `${operation.name} of ${name}`;
        return { subject, reason: "its binding is an HTTP binding" };
      }),
    );
  const samples = new Map<string, Sample>();
  const instances = new Map<Instance, GeneratedMessage>();
  const messages = generatedMessages(model, new WireSchema(model), operationsOf(raw));
  for (const [at, message] of messages.entries()) {
    const { form, header } = message;
    if (message.raw === undefined) problems.push(`The WSDL has not ${message.title}.`);
    let unsatisfiable: string | undefined;
    let isJudged = false;
    for (let run = 0; run < runs; run++) {
      const seed = at * runs + run;
      try {
        const [value = {}] = fc.sample(values(form), { seed, numRuns: 1 });
        const [headers] = header ? fc.sample(values(header.form), { seed, numRuns: 1 }) : [];
        isJudged = true;
        const { xml, decoded, problem } = roundTrip(message, value, headers);
        const { type } = message;
        if (type !== undefined && decoded !== undefined)
          samples.set(type, { type, value: decoded });
        if (message.raw !== undefined && xml !== undefined) {
          instances.set({ ...message.raw, xml }, message);
        }
        if (problem === undefined) continue;
        problems.push(`In ${message.title} ${problem}`);
        break;
      } catch (error) {
        if (!(error instanceof Unsatisfiable)) throw error;
        unsatisfiable = error.message;
      }
    }
    if (isJudged || unsatisfiable === undefined) continue;
    const reason = "no value of it was found";
    unjudged.push({ subject: message.title, reason, detail: unsatisfiable });
  }
  const job = { raw, messages, folder, runs: Math.min(runs, DRAWN) };
  const fromSchemas = hasXmllint() ? await drawnMessages(job) : undefined;
  for (const [instance, message] of fromSchemas?.written ?? []) instances.set(instance, message);
  const found = await validation({ raw, folder }, instances);
  return {
    samples: [...samples.values(), ...(fromSchemas?.samples ?? [])],
    problems: [...problems, ...(fromSchemas?.problems ?? []), ...found.problems],
    unjudged: [...unjudged, ...(fromSchemas?.unjudged ?? []), ...found.unjudged],
  };
}

/** Validates messages with libxml2. Only the first error of a message is reported. */
async function validation(
  { raw, folder }: Pick<RoundTripJob, "raw" | "folder">,
  instances: ReadonlyMap<Instance, GeneratedMessage>,
): Promise<Omit<RoundTrips, "samples">> {
  const titles = [...new Set(instances.values())].map(({ title }) => title);
  if (!hasXmllint()) {
    const reason = "xmllint is not on this machine";
    return { problems: [], unjudged: titles.map((subject) => ({ subject, reason })) };
  }
  const report = await validateAll(join(folder, "validation"), raw, [...instances.keys()]);
  const unjudged = report.loosened.map((detail): Unjudged => {
    const [subject = ""] = detail.split(":");
    return { subject, reason: "libxml2 rejects the component, which was replaced", detail };
  });
  for (const [{ title }, detail] of firsts(report.unvalidated, instances)) {
    unjudged.push({ subject: title, reason: "libxml2 rejects the schemas of its WSDL", detail });
  }
  const problems: string[] = [];
  for (const [{ title }, detail] of firsts(report.errors, instances)) {
    if (detail.includes("demanded by the strict wildcard")) {
      const reason = "its schema demands a declaration that the contract lacks";
      unjudged.push({ subject: title, reason, detail });
    } else problems.push(`libxml2 finds ${title} invalid: ${detail}`);
  }
  return { problems, unjudged };
}

/** The first text for each message. */
function firsts(
  texts: ReadonlyMap<Instance, string>,
  instances: ReadonlyMap<Instance, GeneratedMessage>,
): ReadonlyMap<GeneratedMessage, string> {
  const found = new Map<GeneratedMessage, string>();
  for (const [instance, text] of texts) {
    const message = instances.get(instance);
    if (message !== undefined && !found.has(message)) found.set(message, text);
  }
  return found;
}
