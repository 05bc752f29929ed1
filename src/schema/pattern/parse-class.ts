/** Reads character classes and escapes of a pattern (XML Schema part 2 §F.1). */
import {
  type CharacterSet,
  type CodePointRange,
  complementOf,
  differenceOf,
  rangesOf,
  unionOf,
} from "./character-set.js";
import { classNamed, escapedCharacter, propertyNamed } from "./escapes.js";
import type { PatternSource } from "./pattern-source.js";

/** What is after a backslash: one character, or a class. */
export function parseEscape(source: PatternSource): number | CharacterSet {
  const letter = source.advance();
  if (letter === "p" || letter === "P") return parseProperty(source, letter === "P");
  const character = escapedCharacter(letter);
  if (character !== undefined) return codeOf(character);
  const named = classNamed(letter);
  if (named === undefined) throw source.error(`"\\${letter}" is not an escape`, 2);
  return named;
}

function parseProperty(source: PatternSource, isNegated: boolean): CharacterSet {
  source.expect("{");
  let name = "";
  while (source.next !== "}") name += source.advance();
  const set = propertyNamed(name);
  if (set === undefined) {
    throw source.error(`"${name}" is not a category or block of Unicode`, [...name].length);
  }
  source.advance();
  return isNegated ? complementOf(set) : set;
}

/** The characters between brackets; the first bracket is read. */
export function parseClass(source: PatternSource): CharacterSet {
  // A subtraction of a subtraction is on its right side only: a loop is enough.
  const classes: CharacterSet[] = [];
  let isSubtracted = true;
  while (isSubtracted) {
    const isNegated = source.skip("^");
    const group = parseGroup(source);
    classes.push(isNegated ? complementOf(group) : group);
    isSubtracted = source.next === "-";
    if (!isSubtracted) continue;
    source.advance();
    source.expect("[");
  }
  for (const _ of classes) source.expect("]");
  return classes.reduceRight((without, each) => differenceOf(each, without));
}

/** The members of a class up to its end, or to a subtraction. */
function parseGroup(source: PatternSource): CharacterSet {
  const ranges: CodePointRange[] = [];
  const sets: CharacterSet[] = [];
  do {
    const member = parseMember(source);
    if (typeof member === "object") sets.push(member);
    else ranges.push(parseRange(source, member));
  } while (source.next !== "]" && !source.startsWith("-["));
  return unionOf(ranges.length === 0 ? sets : [rangesOf(ranges), ...sets]);
}

/**
 * One character or class. A hyphen that is not part of a range is a character anywhere, as in XML Schema 1.1 (part 2
 * §G.4.1) and in other implementations; in 1.0 only at the beginning and at the end.
 */
function parseMember(source: PatternSource): number | CharacterSet {
  const character = source.advance();
  if (character === "\\") return parseEscape(source);
  if (character === "[" || character === "]") {
    throw source.error(`"${character}" is not allowed here without a backslash`, 1);
  }
  return codeOf(character);
}

function parseRange(source: PatternSource, first: number): CodePointRange {
  if (["-]", "-[", "--["].some((end) => source.startsWith(end))) return [first, first];
  if (!source.skip("-")) return [first, first];
  const last = parseMember(source);
  if (typeof last === "object") throw source.error("a range ends with a class");
  if (last < first) throw source.error("the end of the range is before its start", 1);
  return [first, last];
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}
