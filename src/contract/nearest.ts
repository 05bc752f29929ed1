/** Suggestions for names that do not exist. */

/** Longer names, and further candidates, are not compared: a comparison needs the product of the lengths. */
const MAX_LENGTH = 100;
const MAX_CANDIDATES = 5_000;

/** The candidate with the fewest letters to change; `undefined` if none is similar. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let fewest = Math.max(2, Math.floor(name.length / 3)) + 1;
  let compared = 0;
  for (const candidate of name.length > MAX_LENGTH ? [] : candidates) {
    if (Math.abs(candidate.length - name.length) >= fewest) continue;
    compared += 1;
    if (compared > MAX_CANDIDATES) break;
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < fewest) {
      fewest = distance;
      best = candidate;
    }
  }
  return best;
}

/** The Levenshtein distance; two transposed letters count as one change. */
function editDistance(a: string, b: string): number {
  let before: readonly number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = isSwap ? (before[j - 2] ?? 0) + 1 : change;
      next.push(Math.min(change, swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
