/** Reads a pattern as a syntax tree (XML Schema part 2 §F). */
import { type CharacterSet, rangesOf, remembered } from "./character-set.js";
import { ANY_CHARACTER } from "./escapes.js";
import { parseClass, parseEscape } from "./parse-class.js";
import { PatternSource } from "./pattern-source.js";
import { choiceOf, type Quantity, repetitionOf, type SyntaxNode, sequenceOf } from "./syntax.js";

/** The deepest nesting of parentheses. Patterns of schemas have a few; the stack of JavaScript has an end. */
const MAX_DEPTH = 250;

/** @throws PatternError */
export function parsePattern(pattern: string): SyntaxNode {
  const source = new PatternSource(pattern);
  const node = parseChoice(source, 0);
  const { next } = source;
  if (next !== undefined) throw source.error(`"${next}" has no counterpart before it`);
  return node;
}

function parseChoice(source: PatternSource, depth: number): SyntaxNode {
  if (depth > MAX_DEPTH) throw source.error(`parentheses are nested deeper than ${MAX_DEPTH}`, 1);
  const branches: SyntaxNode[] = [];
  do branches.push(parseBranch(source, depth));
  while (source.skip("|"));
  return choiceOf(branches);
}

function parseBranch(source: PatternSource, depth: number): SyntaxNode {
  const pieces: SyntaxNode[] = [];
  while (source.next !== undefined && source.next !== "|" && source.next !== ")") {
    const atom = parseAtom(source, depth);
    const quantity = parseQuantifier(source);
    if (quantity !== undefined && source.next === "{")
      throw source.error("a quantifier follows a quantifier");
    pieces.push(quantity === undefined ? atom : repetitionOf(atom, quantity));
  }
  return sequenceOf(pieces);
}

function parseAtom(source: PatternSource, depth: number): SyntaxNode {
  const character = source.advance();
  switch (character) {
    case "(": {
      const group = parseChoice(source, depth + 1);
      source.expect(")");
      return group;
    }
    case "[":
      return characterNode(parseClass(source));
    case "\\": {
      const set = parseEscape(source);
      return characterNode(typeof set === "number" ? rangesOf([[set, set]]) : set);
    }
    case ".":
      return { kind: "character", set: ANY_CHARACTER };
    case "?":
    case "*":
    case "+":
      throw source.error(`"${character}" does not follow what it could repeat`, 1);
    case "]":
      throw source.error(`"]" is not allowed here without a backslash`, 1);
    default: {
      // A brace is a normal character here: production 10 of §F allows it, although it is listed as a metacharacter.
      const code = character.codePointAt(0) ?? 0;
      return { kind: "character", set: rangesOf([[code, code]]) };
    }
  }
}

function characterNode(set: CharacterSet): SyntaxNode {
  return { kind: "character", set: remembered(set) };
}

function parseQuantifier(source: PatternSource): Quantity | undefined {
  if (source.skip("?")) return { low: 0, high: 1 };
  if (source.skip("*")) return { low: 0, high: Number.POSITIVE_INFINITY };
  if (source.skip("+")) return { low: 1, high: Number.POSITIVE_INFINITY };
  if (!source.skip("{")) return undefined;
  const low = parseNumber(source);
  let high = low;
  if (source.skip(",")) {
    high = source.next === "}" ? Number.POSITIVE_INFINITY : parseNumber(source);
  }
  if (high < low) throw source.error(`the quantifier has a maximum below its minimum`, 1);
  source.expect("}");
  return { low, high };
}

function parseNumber(source: PatternSource): number {
  let digits = "";
  while (/^[0-9]$/.test(source.next ?? "")) digits += source.advance();
  if (digits === "") throw source.error("a number is expected here");
  return Number(digits);
}
