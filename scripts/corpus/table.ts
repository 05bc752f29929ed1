/** Results as a table with totals. */
import { isAsRequired, type Judgement } from "./result.js";

const COLUMNS = ["generates", "types", "names", "round trips", "ms", "MB"] as const;

export function table(judgements: readonly Judgement[], verbose: boolean): string {
  const width = Math.max(4, ...judgements.map(({ name }) => name.length));
  const line = (name: string, cells: readonly string[]) =>
    `${name.padEnd(width)}  ${cells.map((cell, at) => cell.padStart(COLUMNS[at]?.length ?? 0)).join("  ")}`;
  const rows = judgements.flatMap((judgement) => [
    line(judgement.name, cellsOf(judgement)),
    ...remarks(judgement, verbose).map((remark) => `  ${remark}`),
  ]);
  return [line("", COLUMNS), ...rows, "", ...totals(judgements)].join("\n");
}

function cellsOf({ generates, typechecks, names, roundtrips, ms, peakMb }: Judgement): string[] {
  const mark = (holds: boolean) => (holds ? "yes" : "no");
  return [
    mark(generates),
    mark(typechecks),
    `${Math.floor(names * 1_000) / 10} %`,
    mark(roundtrips),
    ms.toFixed(0),
    peakMb.toFixed(0),
  ];
}

/** The number of remarks per WSDL that are shown. */
const FEW = 3;

function remarks({ rejected, problems, notes }: Judgement, verbose: boolean): readonly string[] {
  const all = [...(rejected === null ? [] : [`rejected: ${rejected}`]), ...problems];
  if (verbose) return [...all, ...notes];
  const shown = all.slice(0, FEW).map((remark) => remark.split("\n").slice(0, 4).join("\n    "));
  return all.length > FEW ? [...shown, `and ${all.length - FEW} more (--verbose)`] : shown;
}

function totals(judgements: readonly Judgement[]): readonly string[] {
  const count = (holds: (judgement: Judgement) => boolean) =>
    `${judgements.filter(holds).length} of ${judgements.length}`;
  return [
    `generate: ${count(({ generates }) => generates)}`,
    `type-check: ${count(({ typechecks }) => typechecks)}`,
    `keep every name: ${count(({ names }) => names === 1)}`,
    `make the round trip: ${count(({ roundtrips }) => roundtrips)}`,
    `rejected: ${judgements.filter(({ rejected }) => rejected !== null).length}`,
    `all of it: ${count(isAsRequired)}`,
  ];
}
