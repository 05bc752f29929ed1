/**
 * `npm run corpus`: generates code from every WSDL of a folder, checks its types and names, and encodes and decodes values.
 *
 *   --corpus <folder>   default ../shared/corpus; with an index.json, or any folder of WSDLs
 *   --only <name>       only this entry; may be repeated
 *   --runs <number>     values per message for round trips; default 5
 *   --limit <seconds>   per WSDL; default 120, and 120 for each megabyte of its documents
 *   --json              an array of results instead of the table
 *   --verbose           all problems, and what was not checked
 *
 * Exits with 1 if a WSDL does not meet the requirements, and with 2 if there is nothing to judge.
 */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Entry, findEntries } from "./entries.js";
import { inParallel } from "./in-parallel.js";
import { judge } from "./judge.js";
import { AT_ONCE, TIME_LIMIT, TIME_PER_MB } from "./limits.js";
import { prepare } from "./prepare.js";
import { documentMb } from "./raw/documents.js";
import { isAsRequired, type Judgement, plainResult } from "./result.js";
import { table, unjudgedTotals } from "./table.js";
import { hasXmllint } from "./validation/xmllint.js";

interface Settings {
  readonly corpus: string;
  readonly runs: number;
  /** In ms; `undefined`: by the size of the WSDL. */
  readonly timeLimit: number | undefined;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      corpus: { type: "string", default: "../shared/corpus" },
      only: { type: "string", multiple: true, default: [] },
      runs: { type: "string", default: "5" },
      limit: { type: "string" },
      json: { type: "boolean", default: false },
      verbose: { type: "boolean", default: false },
    },
  });
  const folder = resolve(values.corpus);
  if (!existsSync(folder))
    return nothing(`There is no folder ${folder}. Name a folder of WSDLs with --corpus.`);
  const all = findEntries(folder);
  const unknown = values.only.filter((name) => all.every((entry) => entry.name !== name));
  if (unknown.length > 0) return nothing(`${folder} has no ${unknown.join(", ")}.`);
  const entries = all.filter(({ name }) => values.only.length === 0 || values.only.includes(name));
  if (entries.length === 0) return nothing(`${folder} has no WSDL.`);
  if (!hasXmllint()) console.error("xmllint is not on this machine: messages are not validated.");
  const settings = {
    corpus: folder,
    runs: Number(values.runs),
    timeLimit: values.limit === undefined ? undefined : Number(values.limit) * 1_000,
  };
  const judgements = await judgeAll(entries, settings);
  console.log(
    values.json
      ? JSON.stringify(judgements.map(plainResult), undefined, 1)
      : table(judgements, values.verbose),
  );
  // The results in JSON have the same members for all WSDLs.
  if (values.json) console.error(unjudgedTotals(judgements).join("\n"));
  return judgements.every(isAsRequired) ? 0 : 1;
}

function nothing(reason: string): number {
  console.error(reason);
  return 2;
}

async function judgeAll(
  entries: readonly Entry[],
  settings: Settings,
): Promise<readonly Judgement[]> {
  const prepared = await prepare();
  try {
    return await inParallel(entries, AT_ONCE, (entry) => {
      const { timeLimit = TIME_LIMIT + TIME_PER_MB * documentMb(entry.file) } = settings;
      return judge(entry, { ...prepared, ...settings, timeLimit });
    });
  } finally {
    await prepared.remove();
  }
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 2;
});
