/** Results as a table with totals. */
import { isAsRequired, type Judgement, type Reason } from "./result.js";

const COLUMNS = ["generates", "types", "names", "round trips", "ms", "MB"] as const;

export function table(judgements: readonly Judgement[], verbose: boolean): string {
  const width = Math.max(4, ...judgements.map(({ name }) => name.length));
  const line = (name: string, cells: readonly string[]) =>
    `${name.padEnd(width)}  ${cells.map((cell, at) => cell.padStart(COLUMNS[at]?.length ?? 0)).join("  ")}`;
  const rows = judgements.flatMap((judgement) => [
    line(judgement.name, cellsOf(judgement)),
    ...remarks(judgement, verbose).map((remark) => `  ${remark}`),
  ]);
  return [
    line("", COLUMNS),
    ...rows,
    "",
    ...totals(judgements),
    ...unjudgedTotals(judgements),
  ].join("\n");
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

function remarks({ rejected, problems, unjudged }: Judgement, verbose: boolean): readonly string[] {
  const all = [...(rejected === null ? [] : [`rejected: ${rejected}`]), ...problems];
  if (verbose) {
    const others = unjudged.map(({ subject, reason, detail }) => `${subject}: ${detail ?? reason}`);
    return [...all, ...others.map((each) => `not judged: ${each}`)];
  }
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

/** The number of messages and components that were not judged, by reason. */
export function unjudgedTotals(judgements: readonly Judgement[]): readonly string[] {
  const counts = new Map<Reason, number>();
  const all = judgements.flatMap(({ unjudged }) => unjudged);
  for (const { reason } of all) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const wsdls = judgements.filter(({ unjudged }) => unjudged.length > 0).length;
  return [
    `not judged: ${all.length} messages or components of ${wsdls} WSDLs`,
    ...[...counts].map(([reason, count]) => `  ${count}: ${reason}`),
  ];
}
