/** Simple types with facets (XML Schema part 2 §4.3). */
import { compilePattern, type Facets, type RestrictedType } from "../../schema/index.js";
import { collapseSpace } from "../../xml/index.js";
import { compareDurations } from "./facets/durations.js";
import { spellings } from "./facets/spellings.js";
import { compareTimes } from "./facets/times.js";
import { normalized, whiteSpaceOf } from "./facets/white-space.js";
import type { Lexical } from "./lexical.js";

/** A type whose values also obey facets. */
export function restricted(base: Lexical, { restricts, facets }: RestrictedType): Lexical {
  const whiteSpace = facets.whiteSpace ?? whiteSpaceOf(restricts);
  const matches = matcherOf(facets);
  const obeys = (value: unknown, text: string) =>
    violatedFacet(facets, { value, text, parse: base.parse }, compareOrdered) === undefined;
  return {
    ...base,
    parse(wire, scope) {
      const text = normalized(wire, whiteSpace);
      const value = base.parse(text, scope);
      if (value === undefined || !obeys(value, text)) return undefined;
      // The text of an enumeration, or of a member of a union, may have lost more white space.
      const isText = typeof value === "string" && base.qualified !== true;
      return matches(isText ? value : text) ? value : undefined;
    },
    format(value, prefixes) {
      const text = base.format(value, prefixes);
      if (text === undefined || !obeys(value, text)) return undefined;
      for (const each of spellings(value, text)) {
        if (matches(each) && (each === text || base.parse(each) !== undefined)) return each;
      }
      return undefined;
    },
  };
}

/** Whether a text matches the patterns. They are compiled when they are needed first. */
function matcherOf({ patterns }: Facets): (text: string) => boolean {
  let steps: readonly (readonly ((text: string) => boolean)[])[] | undefined;
  return (text) => {
    steps ??= (patterns ?? []).map((step) => step.map(compilePattern));
    return steps.every((step) => step.some((matches) => matches(text)));
  };
}

/** A value with its text on the wire. */
export interface WireValue {
  readonly value: unknown;
  readonly text: string;
  /** Gets the values of an enumeration. */
  parse?(text: string): unknown;
}

/** The order of two texts; `undefined` if they cannot be compared. */
export type Comparison = (one: string, other: string) => number | undefined;

/** A facet that a value violates. */
export interface Violation {
  /** The name of the facet. */
  readonly facet: string;
  /** Its value, as in the schema. */
  readonly limit: string;
  /** What the value has instead, as the end of a sentence: `it has 12 characters`. */
  readonly found?: string | undefined;
}

/** The first facet that a value violates, except for patterns and white space; `undefined` if it obeys all. */
export function violatedFacet(
  facets: Facets,
  wire: WireValue,
  compare: Comparison,
): Violation | undefined {
  const { value, text } = wire;
  return (
    violatedLength(sizeOf(value), facets) ??
    violatedBound(text, facets, compare) ??
    violatedDigits(text, facets) ??
    violatedValues(wire, facets, compare)
  );
}

/** What is counted for the length of a value (§4.3.1), and how much there is of it. */
interface Size {
  readonly count: number;
  readonly unit: "character" | "byte" | "item";
}

/** `undefined` for a value without a length. */
function sizeOf(value: unknown): Size | undefined {
  if (typeof value === "string") return { count: characters(value), unit: "character" };
  if (value instanceof Uint8Array) return { count: value.length, unit: "byte" };
  return Array.isArray(value) ? { count: value.length, unit: "item" } : undefined;
}

/** A pair of surrogates is one character. */
function characters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

function violatedLength(
  size: Size | undefined,
  { length, minLength, maxLength }: Facets,
): Violation | undefined {
  if (size === undefined) return undefined;
  const { count, unit } = size;
  const found = `it has ${count} ${unit}${count === 1 ? "" : "s"}`;
  const violated = (facet: string, limit: number) => ({ facet, limit: String(limit), found });
  if (length !== undefined && count !== length) return violated("length", length);
  if (minLength !== undefined && count < minLength) return violated("minLength", minLength);
  if (maxLength !== undefined && count > maxLength) return violated("maxLength", maxLength);
  return undefined;
}

/** Whether an order is within a bound (§4.3.7 to §4.3.10). */
const BOUNDS = {
  minInclusive: (order: number) => order >= 0,
  maxInclusive: (order: number) => order <= 0,
  minExclusive: (order: number) => order > 0,
  maxExclusive: (order: number) => order < 0,
} as const;

const BOUND_NAMES = ["minInclusive", "maxInclusive", "minExclusive", "maxExclusive"] as const;

function violatedBound(text: string, facets: Facets, compare: Comparison): Violation | undefined {
  for (const facet of BOUND_NAMES) {
    const limit = facets[facet];
    const order = limit === undefined ? undefined : compare(text, limit);
    if (limit !== undefined && order !== undefined && !BOUNDS[facet](order)) {
      return { facet, limit };
    }
  }
  return undefined;
}

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?$/;

interface Decimal {
  readonly isNegative: boolean;
  /** Without leading zeros. */
  readonly whole: string;
  /** Without zeros at the end. */
  readonly fraction: string;
}

function decimalOf(text: string): Decimal | undefined {
  const match = DECIMAL.exec(collapseSpace(text));
  if (match === null || !/\d/.test(text)) return undefined;
  const [, sign, digits = "", decimals = ""] = match;
  const whole = digits.replace(/^0+/, "");
  const fraction = withoutZeros(decimals);
  return { isNegative: sign === "-" && whole + fraction !== "", whole, fraction };
}

/** Without the zeros at its end. A regular expression would need the square of the time. */
function withoutZeros(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === "0") end -= 1;
  return digits.slice(0, end);
}

/** The order of two numbers, dates, times or durations. `NaN` if it is indeterminate; `undefined` for other texts. */
export function compareOrdered(one: string, other: string): number | undefined {
  const order = compareNumbers(one, other);
  if (order !== undefined) return order;
  const [a, b] = [collapseSpace(one), collapseSpace(other)];
  return compareTimes(a, b) ?? compareDurations(a, b);
}

/** The order of two numbers, without loss of digits; `NaN` for one that has no order, `undefined` for other texts. */
export function compareNumbers(one: string, other: string): number | undefined {
  const [a, b] = [decimalOf(one), decimalOf(other)];
  if (a !== undefined && b !== undefined) {
    if (a.isNegative !== b.isNegative) return a.isNegative ? -1 : 1;
    const order = compareMagnitudes(a, b);
    return a.isNegative ? -order : order;
  }
  const [x, y] = [floatOf(one), floatOf(other)];
  if (x === undefined || y === undefined) return undefined;
  return x === y ? 0 : x - y;
}

function compareMagnitudes(a: Decimal, b: Decimal): number {
  if (a.whole.length !== b.whole.length) return a.whole.length - b.whole.length;
  const [x, y] = [`${a.whole}.${a.fraction}`, `${b.whole}.${b.fraction}`];
  return x === y ? 0 : x < y ? -1 : 1;
}

/** Also numbers with an exponent, INF, and NaN, which has no order. */
function floatOf(text: string): number | undefined {
  const plain = collapseSpace(text);
  if (plain === "NaN") return Number.NaN;
  const value = plain === "" ? Number.NaN : Number(plain.replace("INF", "Infinity"));
  return Number.isNaN(value) ? undefined : value;
}

/** §4.3.11 and §4.3.12: zeros that a number does not need do not count. */
function violatedDigits(
  text: string,
  { totalDigits, fractionDigits }: Facets,
): Violation | undefined {
  if (totalDigits === undefined && fractionDigits === undefined) return undefined;
  const decimal = decimalOf(text);
  if (decimal === undefined) return undefined;
  const { whole, fraction } = decimal;
  const digits = whole.length + fraction.length;
  if (totalDigits !== undefined && digits > totalDigits) {
    return { facet: "totalDigits", limit: String(totalDigits), found: `it has ${digits} digits` };
  }
  if (fractionDigits !== undefined && fraction.length > fractionDigits) {
    const found = `it has ${fraction.length} behind the point`;
    return { facet: "fractionDigits", limit: String(fractionDigits), found };
  }
  return undefined;
}

function violatedValues(
  wire: WireValue,
  { values }: Facets,
  compare: Comparison,
): Violation | undefined {
  if (values === undefined || values.some((each) => isValue(each, wire, compare))) return;
  return { facet: "enumeration", limit: values.join(", ") };
}

/** Whether a listed text has the value: enumerations are of values, not of texts (§4.3.5). */
function isValue(listed: string, { value, text, parse }: WireValue, compare: Comparison): boolean {
  return (
    collapseSpace(listed) === collapseSpace(text) ||
    compare(text, listed) === 0 ||
    isSameValue(parse?.(listed), value)
  );
}

function isSameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  const [ones, others] = [itemsOf(one), itemsOf(other)];
  if (ones === undefined || ones.length !== others?.length) return false;
  return ones.every((each, index) => isSameValue(each, others[index]));
}

/** The items of a list, or bytes. */
function itemsOf(value: unknown): readonly unknown[] | undefined {
  if (value instanceof Uint8Array) return [...value];
  return Array.isArray(value) ? value : undefined;
}
