/** Simple types with facets (XML Schema part 2 §4.3). */
import type { Facets } from "../../schema/index.js";
import { collapseSpace } from "../../xml/index.js";
import type { Lexical } from "./lexical.js";

/** A type whose values also obey facets. Bounds of dates and durations are not compared. */
export function restricted(base: Lexical, facets: Facets): Lexical {
  return {
    ...base,
    parse(wire, scope) {
      const value = base.parse(wire, scope);
      return value !== undefined && obeys(value, wire, facets) ? value : undefined;
    },
    format(value, prefixes) {
      const text = base.format(value, prefixes);
      return text !== undefined && obeys(value, text, facets) ? text : undefined;
    },
  };
}

function obeys(value: unknown, text: string, facets: Facets): boolean {
  return (
    hasLength(lengthOf(value), facets) &&
    isWithin(text, facets) &&
    hasDigits(text, facets) &&
    (facets.values === undefined || facets.values.some((each) => isSameLexical(each, text)))
  );
}

/** Characters, bytes or items (§4.3.1); `undefined` for a value without a length. */
function lengthOf(value: unknown): number | undefined {
  if (typeof value === "string") return [...value].length;
  return Array.isArray(value) || value instanceof Uint8Array ? value.length : undefined;
}

function hasLength(
  size: number | undefined,
  { length, minLength = 0, maxLength = Number.POSITIVE_INFINITY }: Facets,
): boolean {
  if (size === undefined) return true;
  return (length === undefined || size === length) && size >= minLength && size <= maxLength;
}

/** Numbers within the bounds (§4.3.7 to §4.3.10). */
function isWithin(text: string, facets: Facets): boolean {
  const { minInclusive, maxInclusive, minExclusive, maxExclusive } = facets;
  const isBounded = (bound: string | undefined, fits: (order: number) => boolean) => {
    const order = bound === undefined ? undefined : compareNumbers(text, bound);
    return order === undefined || fits(order);
  };
  return (
    isBounded(minInclusive, (order) => order >= 0) &&
    isBounded(maxInclusive, (order) => order <= 0) &&
    isBounded(minExclusive, (order) => order > 0) &&
    isBounded(maxExclusive, (order) => order < 0)
  );
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

/** The order of two numbers, without loss of digits; `undefined` if they are not numbers. */
function compareNumbers(one: string, other: string): number | undefined {
  const [a, b] = [decimalOf(one), decimalOf(other)];
  if (a !== undefined && b !== undefined) {
    if (a.isNegative !== b.isNegative) return a.isNegative ? -1 : 1;
    const order = compareMagnitudes(a, b);
    return a.isNegative ? -order : order;
  }
  const [x, y] = [floatOf(one), floatOf(other)];
  return Number.isNaN(x) || Number.isNaN(y) ? undefined : x - y;
}

function compareMagnitudes(a: Decimal, b: Decimal): number {
  if (a.whole.length !== b.whole.length) return a.whole.length - b.whole.length;
  const [x, y] = [`${a.whole}.${a.fraction}`, `${b.whole}.${b.fraction}`];
  return x === y ? 0 : x < y ? -1 : 1;
}

/** Also numbers with an exponent, and INF. */
function floatOf(text: string): number {
  const plain = collapseSpace(text).replace("INF", "Infinity");
  return plain === "" ? Number.NaN : Number(plain);
}

/** §4.3.11 and §4.3.12: zeros that a number does not need do not count. */
function hasDigits(text: string, { totalDigits, fractionDigits }: Facets): boolean {
  if (totalDigits === undefined && fractionDigits === undefined) return true;
  const decimal = decimalOf(text);
  if (decimal === undefined) return true;
  const { whole, fraction } = decimal;
  return (
    whole.length + fraction.length <= (totalDigits ?? Number.POSITIVE_INFINITY) &&
    fraction.length <= (fractionDigits ?? Number.POSITIVE_INFINITY)
  );
}

function isSameLexical(one: string, other: string): boolean {
  return collapseSpace(one) === collapseSpace(other) || compareNumbers(one, other) === 0;
}
