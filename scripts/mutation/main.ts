/**
 * `npm run mutation -- [area…]`: changes statements of each area, one at a time, and checks that a test fails. It prints the
 * changes that no test noticed, and fails if they are more than 15 % in an area. `reviewed.md` explains those that are left.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { AREAS, type Area } from "./areas.js";

/** The least part of the changes that tests must notice. */
const LEAST_SCORE = 0.85;

const REPORT = "node_modules/.cache/mutation.json";

/** The used part of Stryker's report. */
interface Report {
  readonly files: Readonly<Record<string, ReportedFile>>;
}

interface ReportedFile {
  readonly source: string;
  readonly mutants: readonly Mutant[];
}

interface Mutant {
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly status: string;
  readonly location: { readonly start: Position; readonly end: Position };
}

interface Position {
  readonly line: number;
  readonly column: number;
}

function run(name: string, { mutate }: Area): boolean {
  console.log(`— ${name}`);
  const args = ["run", "scripts/mutation/stryker.config.json", "--mutate", mutate.join(",")];
  const { status } = spawnSync("stryker", args, {
    stdio: "inherit",
    env: { ...process.env, MUTATED_AREA: name },
  });
  if (status !== 0) return false;
  const report: Report = JSON.parse(readFileSync(REPORT, "utf8"));
  const mutants = Object.values(report.files).flatMap((file) => file.mutants);
  for (const [path, file] of Object.entries(report.files)) {
    for (const mutant of file.mutants) if (isMissed(mutant)) console.log(shown(path, file, mutant));
  }
  const noticed = mutants.filter(
    ({ status }) => status === "Killed" || status === "Timeout",
  ).length;
  const missed = mutants.filter(isMissed).length;
  const score = noticed / (noticed + missed);
  console.log(`${name}: ${noticed} noticed, ${missed} missed, ${(score * 100).toFixed(1)} %`);
  return score >= LEAST_SCORE;
}

function isMissed({ status }: Mutant): boolean {
  return status === "Survived" || status === "NoCoverage";
}

function shown(path: string, { source }: ReportedFile, mutant: Mutant): string {
  const { start, end } = mutant.location;
  const line = source.split("\n")[start.line - 1] ?? "";
  const to = end.line === start.line ? end.column - 1 : line.length;
  const before = line.slice(start.column - 1, to);
  return `${path}:${start.line}: ${before} → ${mutant.replacement ?? mutant.mutatorName}`;
}

const named = process.argv.slice(2);
const unknown = named.filter((name) => AREAS[name] === undefined);
if (unknown.length > 0) {
  console.error(
    `There is no area ${unknown.join(", ")}: name some of ${Object.keys(AREAS).join(", ")}.`,
  );
  process.exitCode = 2;
} else {
  const areas = Object.entries(AREAS).filter(
    ([name]) => named.length === 0 || named.includes(name),
  );
  // All of them, also after one that failed.
  const failed = areas.filter(([name, area]) => !run(name, area));
  process.exitCode = failed.length > 0 ? 1 : 0;
}
