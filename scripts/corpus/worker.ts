/** The process that judges one WSDL: it receives a job as its first message, sends reports, and ends. */
import { generation } from "./generation.js";
import type { Job } from "./job.js";
import { keptNames } from "./names/kept.js";
import { reachedNames } from "./names/reached.js";
import { loadContract } from "./raw/documents.js";
import type { Report, Unjudged } from "./result.js";
import { roundTrips } from "./round-trip/round-trips.js";
import { samplesFile } from "./round-trip/samples.js";
import { typeErrors, writeFiles } from "./type-check.js";

const problems: string[] = [];
const unjudged: Unjudged[] = [];

function report(what: Report): void {
  process.send?.({ ...what, problems, unjudged });
}

async function judge({ file, corpus, folder, runtimeTypes, runs }: Job): Promise<void> {
  const generated = await generation(file, corpus);
  if ("reason" in generated) {
    const { isDeliberate, reason } = generated;
    if (!isDeliberate) problems.push(reason);
    report({ rejected: isDeliberate ? reason : null });
    return;
  }
  const { contract, files, ms, peakMb } = generated;
  report({ generates: true, ms, peakMb });
  await writeFiles(folder, files);

  const raw = loadContract(file);
  const kept = keptNames(reachedNames(raw), files);
  problems.push(...kept.missing.map((name) => `The name ${name} is not in the types.`));
  report({ names: kept.share });

  const trips = await roundTrips({ contract, raw, folder, runs });
  problems.push(...trips.problems);
  unjudged.push(...trips.unjudged);
  report({ roundtrips: trips.problems.length === 0 });

  // With decoded values: the compiler reports types that do not fit them.
  await writeFiles(folder, new Map([["samples.ts", samplesFile(trips.samples)]]));
  const errors = await typeErrors(folder, runtimeTypes);
  problems.push(...errors);
  report({ typechecks: errors.length === 0 });
}

// At the end, or if the runner was interrupted: nothing further is needed.
process.once("disconnect", () => process.exit());
process.once("message", async (job: Job) => {
  await judge(job);
  process.disconnect();
});
