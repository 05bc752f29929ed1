/** Changes as a report for people: as text, or as Markdown for a pull request. */

import { escapeHidden } from "../hidden-characters.js";
import { locationText } from "../location.js";
import type { Change } from "./change.js";

const NO_CHANGES = "The contracts have the same meaning.";

/** @returns the lines, breaking changes first */
export function textReport(changes: readonly Change[]): string[] {
  if (changes.length === 0) return [NO_CHANGES];
  return [
    totals(changes),
    ...[...changes].sort(byWeight).flatMap((change) => {
      const whom = brokenBy(change);
      const mark = whom === "" ? "" : `  [breaks ${whom}]`;
      return [
        `  ${escapeHidden(change.message)}${mark}`,
        ...places(change).map((place) => `      ${place}`),
      ];
    }),
  ];
}

/** A table with one row per change. */
export function markdownReport(changes: readonly Change[]): string[] {
  if (changes.length === 0) return [NO_CHANGES];
  const rows = [...changes].sort(byWeight).map((change) => {
    const cells = [
      brokenBy(change) || "–",
      escapeHidden(change.message),
      places(change).join("<br>"),
    ];
    return `| ${cells.map(cell).join(" | ")} |`;
  });
  return [totals(changes), "", "| Breaks | Change | Location |", "| --- | --- | --- |", ...rows];
}

function totals(changes: readonly Change[]): string {
  const breaking = changes.filter(isBreaking).length;
  const count = `${changes.length} change${changes.length === 1 ? "" : "s"}`;
  return `${count}, ${breaking === 0 ? "none" : breaking} of them breaking.`;
}

export function isBreaking({ breaking }: Change): boolean {
  return breaking.callers || breaking.servers;
}

/** The sides that a change breaks: `callers`, `servers` or both; `""` for none. */
export function brokenBy({ breaking }: Change): string {
  const whom = [...(breaking.callers ? ["callers"] : []), ...(breaking.servers ? ["servers"] : [])];
  return whom.join(" and ");
}

function byWeight(a: Change, b: Change): number {
  return Number(isBreaking(b)) - Number(isBreaking(a));
}

function places({ before, after }: Change): string[] {
  return [
    ...(before === undefined ? [] : [`before: ${locationText(before)}`]),
    ...(after === undefined ? [] : [`after: ${locationText(after)}`]),
  ];
}

/** Escapes a cell of a table. */
function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}
