/**
 * Regular expressions of XML Schema (part 2 §F): texts that match one, and whether a text does. Classes are narrowed to
 * the characters that texts are drawn from.
 */
import {
  type CodePoints,
  category,
  characterAt,
  classOf,
  complement,
  countOf,
  DRAWN,
  escaped,
  subtract,
} from "./code-points.js";
import type { Draw } from "./draw.js";

/** Alternatives of sequences of pieces. */
type Expression = readonly (readonly Piece[])[];

interface Piece {
  readonly atom: CodePoints | { readonly group: Expression };
  readonly low: number;
  readonly high: number;
}

export interface Pattern {
  matches(text: string): boolean;
  text(draw: Draw): string;
}

const compiled = new Map<string, Pattern>();

export function patternOf(source: string): Pattern {
  let pattern = compiled.get(source);
  if (pattern === undefined) {
    const expression = new Parser(source).expression();
    const regExp = new RegExp(`^(?:${sourceOf(expression)})$`, "u");
    pattern = {
      matches: (text) => regExp.test(text),
      text: (draw) => textOf(expression, draw),
    };
    compiled.set(source, pattern);
  }
  return pattern;
}

/** The largest number of optional repetitions of a piece. */
const MORE = 6;

function textOf(expression: Expression, draw: Draw): string {
  const pieces = draw.pick(expression);
  return pieces
    .flatMap(({ atom, low, high }) =>
      draw.list(low, Math.min(high, low + MORE), () =>
        "group" in atom
          ? textOf(atom.group, draw)
          : characterAt(atom, draw.integer(0, countOf(atom) - 1)),
      ),
    )
    .join("");
}

function sourceOf(expression: Expression): string {
  return expression
    .map((pieces) =>
      pieces
        .map(({ atom, low, high }) => {
          const one = "group" in atom ? `(?:${sourceOf(atom.group)})` : classOf(atom);
          return `${one}{${low},${high === Number.POSITIVE_INFINITY ? "" : high}}`;
        })
        .join(""),
    )
    .join("|");
}

const METACHARACTER = /[.\\?*+{}()[\]|]/;

class Parser {
  readonly #characters: readonly string[];
  #at = 0;

  constructor(private readonly source: string) {
    this.#characters = [...source];
  }

  expression(): Expression {
    const expression = this.#alternatives();
    if (this.#at < this.#characters.length) throw this.#error();
    return expression;
  }

  #alternatives(): Expression {
    const branches = [this.#branch()];
    while (this.#take("|")) branches.push(this.#branch());
    return branches;
  }

  #branch(): Piece[] {
    const pieces: Piece[] = [];
    for (
      let next = this.#next;
      next !== undefined && next !== "|" && next !== ")";
      next = this.#next
    ) {
      const atom = this.#atom();
      pieces.push({ atom, ...this.#quantifier() });
    }
    return pieces;
  }

  #atom(): Piece["atom"] {
    if (this.#take("(")) {
      // Not allowed by XML Schema, but used.
      if (this.#next === "?" && this.#characters[this.#at + 1] === ":") this.#at += 2;
      const group = this.#alternatives();
      if (!this.#take(")")) throw this.#error();
      return { group };
    }
    if (this.#take("[")) return this.#class();
    if (this.#take(".")) return DRAWN;
    if (this.#take("\\")) return this.#escape();
    const character = this.#advance();
    // A brace that does not start a quantifier is used as a character.
    if (METACHARACTER.test(character) && !"{}]".includes(character)) throw this.#error();
    return literal(character);
  }

  #escape(): CodePoints {
    const name = this.#advance();
    if (name !== "p" && name !== "P") return escaped(name);
    if (!this.#take("{")) throw this.#error();
    let word = "";
    while (!this.#take("}")) word += this.#advance();
    return name === "p" ? category(word) : complement(category(word));
  }

  #class(): CodePoints {
    const isNegated = this.#take("^");
    const points: [number, number][] = [];
    let without: CodePoints = [];
    for (let isFirst = true; isFirst || this.#next !== "]"; isFirst = false) {
      if (this.#next === "-" && this.#characters[this.#at + 1] === "[") {
        this.#at += 2;
        without = this.#class();
        break;
      }
      const one = this.#take("\\") ? this.#escape() : literal(this.#advance());
      const first = one[0]?.[0] ?? 0;
      const isRange =
        this.#next === "-" && !["]", "[", undefined].includes(this.#characters[this.#at + 1]);
      if (isRange && countOf(one) === 1) {
        this.#at++;
        const end = this.#take("\\") ? this.#escape() : literal(this.#advance());
        points.push([first, end[0]?.[1] ?? first]);
      } else points.push(...one.map(([low, high]): [number, number] => [low, high]));
    }
    if (!this.#take("]")) throw this.#error();
    return subtract(isNegated ? complement(points) : points, without);
  }

  #quantifier(): { readonly low: number; readonly high: number } {
    if (this.#take("?")) return { low: 0, high: 1 };
    if (this.#take("*")) return { low: 0, high: Number.POSITIVE_INFINITY };
    if (this.#take("+")) return { low: 1, high: Number.POSITIVE_INFINITY };
    const rest = this.#characters.slice(this.#at).join("");
    const [whole, low, comma, high] = /^\{(\d+)(,?)(\d*)\}/.exec(rest) ?? [];
    if (whole === undefined || low === undefined) return { low: 1, high: 1 };
    this.#at += whole.length;
    if (comma === "") return { low: Number(low), high: Number(low) };
    return { low: Number(low), high: high === "" ? Number.POSITIVE_INFINITY : Number(high) };
  }

  get #next(): string | undefined {
    return this.#characters[this.#at];
  }

  #take(character: string): boolean {
    if (this.#next !== character) return false;
    this.#at++;
    return true;
  }

  #advance(): string {
    const character = this.#next;
    if (character === undefined) throw this.#error();
    this.#at++;
    return character;
  }

  #error(): Error {
    return new Error(`The pattern ${this.source} can't be read at ${this.#at}.`);
  }
}

function literal(character: string): CodePoints {
  const point = character.codePointAt(0) ?? 0;
  return [[point, point]];
}
