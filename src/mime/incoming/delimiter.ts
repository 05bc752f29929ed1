/** The delimiter lines between the parts of a multipart body (RFC 2046 §5.1.1). */

const CR = 13;
const LF = 10;
const DASH = 45;

/** The position of a delimiter line: the content before it ends at `start`, the content after it begins at `end`. */
export interface Delimiter {
  readonly start: number;
  readonly end: number;
  /** It is the last one. */
  readonly closes: boolean;
}

export class DelimiterSearch {
  readonly #line: Uint8Array;

  constructor(boundary: string) {
    this.#line = new TextEncoder().encode(`\n--${boundary}`);
  }

  /**
   * Finds the first delimiter line. Line breaks may be bare line feeds, as some senders write them.
   *
   * @param isWhole no more bytes follow
   * @returns if there is no delimiter line: the number of bytes that are certainly content
   */
  find(bytes: Uint8Array, isWhole: boolean): Delimiter | number {
    let at = bytes.indexOf(LF);
    while (at >= 0) {
      const matched = this.#matched(bytes, at);
      if (matched === this.#line.length) {
        const found = rest(bytes, at + matched, isWhole);
        if (found === "more") return lineStart(bytes, at);
        if (found !== undefined) return { ...found, start: lineStart(bytes, at) };
      } else if (at + matched === bytes.length && !isWhole) {
        return lineStart(bytes, at);
      }
      at = bytes.indexOf(LF, at + 1);
    }
    return bytes.at(-1) === CR && !isWhole ? bytes.length - 1 : bytes.length;
  }

  #matched(bytes: Uint8Array, at: number): number {
    let count = 0;
    while (count < this.#line.length && bytes[at + count] === this.#line[count]) count++;
    return count;
  }
}

function lineStart(bytes: Uint8Array, at: number): number {
  return at > 0 && bytes[at - 1] === CR ? at - 1 : at;
}

/** Reads the end of the line: two dashes, or blanks and a line break; `undefined` if it is not a delimiter line. */
function rest(
  bytes: Uint8Array,
  from: number,
  isWhole: boolean,
): Pick<Delimiter, "end" | "closes"> | "more" | undefined {
  if (bytes[from] === DASH && bytes[from + 1] === DASH) return { end: from + 2, closes: true };
  let at = from;
  while (bytes[at] === 32 || bytes[at] === 9) at++;
  if (bytes[at] === CR) at++;
  if (bytes[at] === LF) return { end: at + 1, closes: false };
  const isOpen = at >= bytes.length || (bytes[from] === DASH && from + 1 >= bytes.length);
  return isOpen && !isWhole ? "more" : undefined;
}
