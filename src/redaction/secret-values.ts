/** Removes secrets by their values from texts, in any common coding. */
import { CODINGS, decoded, OUTER_CODINGS, type PlacedText } from "./decoded-text.js";
import { folded, foldedBase64, MIN_LENGTH, type Pattern, patternsOf } from "./patterns.js";
import { REDACTED } from "./redaction.js";

/** Codings of codings that are decoded: JSON in XML in a form. */
const MAX_CODINGS = 3;
/** The limit of the work for one text: the characters of its decoded forms, by those of the text. */
const MAX_WORK = 32;
/** The number of latest secrets that are kept: a program that runs for years uses many session cookies. */
const MAX_SECRETS = 200;

/** A range of an original text: start and end. */
type Range = readonly [start: number, end: number];

/**
 * A set of secrets, and their removal from texts: as they are, and escaped for XML, HTML, URLs, forms and JSON, also one
 * in the other; in base64 and base64url, at each alignment; and cut off at the end of the text. A secret with less than
 * four characters is removed only as a whole word, since it may be part of any word.
 */
export class SecretValues {
  readonly #secrets = new Set<string>();
  #patterns: readonly Pattern[] | undefined;

  /** @param secrets the first secrets */
  constructor(secrets: Iterable<string> = []) {
    for (const secret of secrets) this.add(secret);
  }

  /** Adds a secret. The least recently added one is dropped if there are too many. */
  add(secret: string): void {
    if (/^[*\s]*$/.test(secret)) return;
    const isKnown = this.#secrets.delete(secret);
    this.#secrets.add(secret);
    if (isKnown) return;
    this.#patterns = undefined;
    for (const oldest of this.#secrets) {
      if (this.#secrets.size <= MAX_SECRETS) break;
      this.#secrets.delete(oldest);
    }
  }

  /** The text with `***` in the place of each secret. */
  remove(text: string): string {
    if (this.#secrets.size === 0 || text === "") return text;
    this.#patterns ??= [...this.#secrets].flatMap(patternsOf);
    const search = new Search(text, this.#patterns);
    const ranges = search.ranges();
    // It is nested too deeply to be searched: it is hostile rather than useful.
    if (ranges === undefined) return REDACTED;
    return ranges.length === 0 ? text : without(text, ranges);
  }
}

function without(text: string, ranges: Range[]): string {
  let shown = "";
  let at = 0;
  for (const [start, end] of ranges.sort(([a], [b]) => a - b)) {
    if (end <= at) continue;
    // Ranges that overlap or touch are one.
    if (start > at || shown === "") shown += text.slice(at, start) + REDACTED;
    at = end;
  }
  return shown + text.slice(at);
}

/** The search of one text. */
class Search {
  readonly #ranges: Range[] = [];
  readonly #seen = new Set<string>();
  #work: number;

  constructor(
    private readonly original: string,
    private readonly patterns: readonly Pattern[],
  ) {
    this.#work = MAX_WORK * original.length;
  }

  /** The places of the secrets; `undefined` if the text needs too much work. */
  ranges(): Range[] | undefined {
    this.#visit({ text: this.original, places: undefined }, 0);
    return this.#work < 0 ? undefined : this.#ranges;
  }

  #visit(placed: PlacedText, depth: number): void {
    if (this.#seen.has(placed.text)) return;
    this.#seen.add(placed.text);
    this.#work -= placed.text.length;
    if (this.#work < 0) return;
    this.#find(placed);
    if (depth === MAX_CODINGS) return;
    for (const coding of depth === 0 ? OUTER_CODINGS : CODINGS) {
      const inner = decoded(placed, coding);
      if (inner !== undefined) this.#visit(inner, depth + 1);
    }
  }

  #find({ text, places }: PlacedText): void {
    const plain = folded(text);
    const base64 = foldedBase64(text);
    const cut = CUT_CHARACTER.exec(text.slice(-MAX_ESCAPE))?.[0].length ?? 0;
    const add = (start: number, end: number) =>
      this.#ranges.push([places?.[start] ?? start, places?.[end] ?? end]);
    for (const pattern of this.patterns) {
      const searched = pattern.isBase64 === true ? base64 : plain;
      findAll(searched, pattern, add);
      const tail = pattern.isWord === true ? 0 : cutOff(searched, pattern, cut);
      if (tail > 0) add(text.length - tail, text.length);
    }
  }
}

function findAll(
  text: string,
  { text: pattern, beginning, isWord = false, isBase64 = false }: Pattern,
  add: (start: number, end: number) => void,
): void {
  let start = text.indexOf(beginning);
  while (start >= 0) {
    const end = endOfPrefix(text, start, pattern, beginning.length);
    if (isBase64) add(...withNeighbours(text, start, end));
    else if (!isWord || isWholeWord(text, start, end)) add(start, end);
    start = text.indexOf(beginning, end);
  }
}

/** The end of the longest beginning of the pattern at a place: the rest may be cut off. */
function endOfPrefix(text: string, start: number, pattern: string, known: number): number {
  let length = known;
  while (length < pattern.length && text[start + length] === pattern[length]) length++;
  return start + length;
}

/** A character or an escape at the end of a text that is cut off. */
const CUT_CHARACTER = /(?:\ufffd+|&#?\w*|(?:%\w?)+|\\+u?\w*)$/;
const MAX_ESCAPE = 12;

/**
 * The number of characters at the end of the text that are the beginning of a pattern; less than the minimum is 0.
 *
 * @param cut the number of characters after it that belong to a character that is cut, too
 */
function cutOff(text: string, { beginning }: Pattern, cut: number): number {
  const end = text.length - cut;
  const tail = text.slice(Math.max(0, end - beginning.length + 1), end);
  const first = beginning.slice(0, MIN_LENGTH);
  for (let at = tail.indexOf(first); at >= 0; at = tail.indexOf(first, at + 1)) {
    if (beginning.startsWith(tail.slice(at))) return tail.length - at + cut;
  }
  return 0;
}

const WORD_CHARACTER = /[\p{L}\p{N}]/u;

function isWholeWord(text: string, start: number, end: number): boolean {
  return !WORD_CHARACTER.test(text[start - 1] ?? "") && !WORD_CHARACTER.test(text[end] ?? "");
}

/** With the characters of base64 on both sides; in a folded text, a space is `+` or `-`. */
function withNeighbours(text: string, start: number, end: number): Range {
  const isBase64 = (index: number) => /[\w/]/.test(text[index] ?? " ");
  return [isBase64(start - 1) ? start - 1 : start, isBase64(end) ? end + 1 : end];
}
