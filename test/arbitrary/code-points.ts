/** Sets of characters as ranges of code points: the characters of drawn texts, and the escapes of XML Schema. */

export type Range = readonly [first: number, last: number];
export type CodePoints = readonly Range[];

const range = (first: string, last = first): Range => [
  first.codePointAt(0) ?? 0,
  last.codePointAt(0) ?? 0,
];

/** The universe of complements: printable ASCII, and some others in case that is not enough. */
export const DRAWN: CodePoints = [
  range(" ", "~"),
  range("À", "Ö"),
  range("а", "я"),
  range("一", "丠"),
];

const DIGITS = [range("0", "9")];
const LETTERS = [range("A", "Z"), range("a", "z")];
const SPACE = [range(" "), range("\t")];
const NAME_START = [...LETTERS, range("_")];
const NAME = [...NAME_START, ...DIGITS, range("-"), range(".")];
const WORD = [...LETTERS, ...DIGITS];

/** The classes of escapes (XML Schema part 2 §F.1.1), limited to characters of drawn texts. */
const ESCAPES: Readonly<Record<string, CodePoints>> = {
  n: [range("\n")],
  r: [range("\r")],
  t: [range("\t")],
  s: SPACE,
  S: [range("!", "~")],
  d: DIGITS,
  D: LETTERS,
  w: WORD,
  W: [range("!", "/")],
  i: NAME_START,
  I: DIGITS,
  c: NAME,
  C: [range("!", ",")],
};

/** Categories of Unicode (part 2 §F.1.1) by their first letters. */
const CATEGORIES: Readonly<Record<string, CodePoints>> = {
  L: LETTERS,
  Lu: [range("A", "Z")],
  Ll: [range("a", "z")],
  N: DIGITS,
  Nd: DIGITS,
  P: [range("!"), range(","), range("."), range("?")],
  S: [range("+"), range("<", ">")],
  Z: [range(" ")],
  Zs: [range(" ")],
};

/** @param name the letter after the backslash */
export function escaped(name: string): CodePoints {
  return ESCAPES[name] ?? [range(name)];
}

/** The characters of `\p{…}`; for a block some of its letters. */
export function category(name: string): CodePoints {
  const known = CATEGORIES[name] ?? CATEGORIES[name.slice(0, 1)];
  return name.startsWith("Is") || known === undefined ? LETTERS : known;
}

/** All characters of the universe except these. */
export function complement(points: CodePoints): CodePoints {
  return subtract(DRAWN, points);
}

export function subtract(from: CodePoints, points: CodePoints): CodePoints {
  let left = from;
  for (const [first, last] of points) {
    left = left.flatMap(([low, high]): Range[] => {
      if (last < low || first > high) return [[low, high]];
      const below: Range[] = first > low ? [[low, first - 1]] : [];
      const above: Range[] = last < high ? [[last + 1, high]] : [];
      return [...below, ...above];
    });
  }
  return left;
}

export function countOf(points: CodePoints): number {
  return points.reduce((sum, [first, last]) => sum + last - first + 1, 0);
}

/** The character at an index. */
export function characterAt(points: CodePoints, place: number): string {
  let at = place;
  for (const [first, last] of points) {
    if (at <= last - first) return String.fromCodePoint(first + at);
    at -= last - first + 1;
  }
  return "";
}

/** As a character class of JavaScript. */
export function classOf(points: CodePoints): string {
  const hex = (point: number) => `\\u{${point.toString(16)}}`;
  return points.length === 0 ? "[]" : `[${points.map(([a, b]) => `${hex(a)}-${hex(b)}`).join("")}]`;
}
