/** Encodes values of every message, validates them with libxml2, and decodes them. */
import { join } from "node:path";
import fc from "fast-check";
import { buildModel } from "../../../src/codegen/model/model.js";
import { WireSchema } from "../../../src/codegen/wire/wire-schema.js";
import type { Contract } from "../../../src/contract/index.js";
import { Unsatisfiable } from "../../../test/arbitrary/draw.js";
import { messageValues } from "../../../test/arbitrary/message-value.js";
import type { RawContract } from "../raw/documents.js";
import { operationsOf } from "../raw/operations.js";
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
  readonly notes: readonly string[];
}

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
  const notes = model.clients
    .filter(({ ports }) => ports.every(({ protocol }) => protocol.startsWith("http")))
    .map(({ name }) => `${name} is of an HTTP binding: its messages don't make the round trip.`);
  const samples = new Map<string, Sample>();
  const instances = new Map<Instance, GeneratedMessage>();
  const messages = generatedMessages(model, new WireSchema(model), operationsOf(raw));
  for (const [at, message] of messages.entries()) {
    const { form, header } = message;
    if (message.raw === undefined) problems.push(`The WSDL has not ${message.title}.`);
    for (let run = 0; run < runs; run++) {
      const seed = at * runs + run;
      try {
        const [value = {}] = fc.sample(values(form), { seed, numRuns: 1 });
        const [headers] = header ? fc.sample(values(header.form), { seed, numRuns: 1 }) : [];
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
        notes.push(`In ${message.title} ${error.message}.`);
      }
    }
  }
  if (!hasXmllint()) {
    return {
      samples: [...samples.values()],
      problems,
      notes: [...notes, "xmllint is not on this machine: nothing was validated."],
    };
  }
  const report = await validateAll(join(folder, "validation"), raw, [...instances.keys()]);
  const reported = new Set<GeneratedMessage>();
  for (const [instance, error] of report.errors) {
    const message = instances.get(instance);
    if (message === undefined || reported.has(message)) continue;
    reported.add(message);
    // The contract declares nothing that a strict wildcard could accept.
    const isUndeclarable = error.includes("demanded by the strict wildcard");
    const list = isUndeclarable ? notes : problems;
    list.push(`libxml2 finds ${message.title} invalid: ${error}`);
  }
  return {
    samples: [...samples.values()],
    problems,
    notes: [...notes, ...report.notes],
  };
}
