/** Changes as a person reads them: as text, or as Markdown for a pull request. */
import { locationText } from "../location.js";
import type { Change } from "./change.js";

/** @returns lines, the breaking changes first; one line where there is none */
export function textReport(changes: readonly Change[]): string[] {
  if (changes.length === 0) return ["Nothing changed in meaning."];
  return [
    totals(changes),
    ...[...changes].sort(byWeight).flatMap((change) => {
      const whom = brokenBy(change);
      const mark = whom === "" ? "" : `  [breaks ${whom}]`;
      return [`  ${change.message}${mark}`, ...places(change).map((place) => `      ${place}`)];
    }),
  ];
}

/** A table with a row for each change. */
export function markdownReport(changes: readonly Change[]): string[] {
  if (changes.length === 0) return ["Nothing changed in meaning."];
  const rows = [...changes].sort(byWeight).map((change) => {
    const cells = [brokenBy(change) || "–", change.message, places(change).join("<br>")];
    return `| ${cells.map(cell).join(" | ")} |`;
  });
  return [totals(changes), "", "| Breaks | Change | Where |", "| --- | --- | --- |", ...rows];
}

function totals(changes: readonly Change[]): string {
  const breaking = changes.filter(isBreaking).length;
  const count = `${changes.length} change${changes.length === 1 ? "" : "s"}`;
  return breaking === 0
    ? `${count}, none of them breaking.`
    : `${count}, ${breaking} of them breaking.`;
}

export function isBreaking({ breaking }: Change): boolean {
  return breaking.callers || breaking.servers;
}

/** `callers`, `servers`, both, or nobody. */
export function brokenBy({ breaking }: Change): string {
  const whom = [...(breaking.callers ? ["callers"] : []), ...(breaking.servers ? ["servers"] : [])];
  return whom.join(" and ");
}

function byWeight(a: Change, b: Change): number {
  return Number(isBreaking(b)) - Number(isBreaking(a));
}

function places({ before, after }: Change): string[] {
  return [
    ...(before === undefined ? [] : [`was ${locationText(before)}`]),
    ...(after === undefined ? [] : [`is ${locationText(after)}`]),
  ];
}

/** What a cell of a table may not hold. */
function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}
