/** Sets of characters: what a character class of a pattern matches. */

export interface CharacterSet {
  has(codePoint: number): boolean;
}

export type CodePointRange = readonly [first: number, last: number];

/** @param ranges in any order */
export function rangesOf(ranges: readonly CodePointRange[]): CharacterSet {
  const [only] = ranges;
  if (ranges.length === 1 && only !== undefined) {
    const [first, last] = only;
    return { has: (codePoint) => codePoint >= first && codePoint <= last };
  }
  const sorted = [...ranges].sort(([a], [b]) => a - b);
  return { has: (codePoint) => isInSorted(codePoint, sorted) };
}

function isInSorted(codePoint: number, ranges: readonly CodePointRange[]): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const [first, last] = ranges[middle] ?? [0, 0];
    if (codePoint < first) high = middle;
    else if (codePoint > last) low = middle + 1;
    else return true;
  }
  return false;
}

/** The characters that an expression for one character matches: its time does not depend on the text. */
export function matching(one: RegExp): CharacterSet {
  return { has: (codePoint) => one.test(String.fromCodePoint(codePoint)) };
}

export function unionOf(sets: readonly CharacterSet[]): CharacterSet {
  const [only] = sets;
  if (sets.length === 1 && only !== undefined) return only;
  return { has: (codePoint) => sets.some((set) => set.has(codePoint)) };
}

export function complementOf(set: CharacterSet): CharacterSet {
  return { has: (codePoint) => !set.has(codePoint) };
}

export function differenceOf(set: CharacterSet, without: CharacterSet): CharacterSet {
  return { has: (codePoint) => set.has(codePoint) && !without.has(codePoint) };
}

/** The same set, which computes each character of ASCII once. */
export function remembered(set: CharacterSet): CharacterSet {
  const known = new Int8Array(128);
  return {
    has(codePoint) {
      const found = known[codePoint];
      if (found === undefined) return set.has(codePoint);
      if (found !== 0) return found > 0;
      const isIn = set.has(codePoint);
      known[codePoint] = isIn ? 1 : -1;
      return isIn;
    },
  };
}
