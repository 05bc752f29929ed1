/** The process that judges one WSDL: a job by its first message, reports as it gets on, then its end. */
import { generation } from "./generation.js";
import type { Job } from "./job.js";
import { keptNames } from "./names/kept.js";
import { reachedNames } from "./names/reached.js";
import { loadContract } from "./raw/documents.js";
import type { Report } from "./result.js";
import { roundTrips } from "./round-trip/round-trips.js";
import { samplesFile } from "./round-trip/samples.js";
import { typeErrors, writeFiles } from "./type-check.js";

const problems: string[] = [];
const notes: string[] = [];

function report(what: Report): void {
  process.send?.({ ...what, problems, notes });
}

async function judge({ file, folder, runtimeTypes, runs }: Job): Promise<void> {
  const generated = await generation(file);
  if ("reason" in generated) {
    const { isDeliberate, reason } = generated;
    if (!isDeliberate) problems.push(reason);
    report({ refused: isDeliberate ? reason : null });
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
  notes.push(...trips.notes);
  report({ roundtrips: trips.problems.length === 0 });

  // With values that the decoder gave: where a type is not true of them the compiler says so.
  await writeFiles(folder, new Map([["samples.ts", samplesFile(trips.samples)]]));
  const errors = await typeErrors(folder, runtimeTypes);
  problems.push(...errors);
  report({ typechecks: errors.length === 0 });
}

// Nobody waits for what comes after that: at the end, or where the runner was interrupted.
process.once("disconnect", () => process.exit());
process.once("message", async (job: Job) => {
  await judge(job);
  process.disconnect();
});
