/** Numbers within the facets of their types, in the lexical form that the codec writes. */
import fc from "fast-check";
import type { Draw } from "./draw.js";
import type { Facets } from "./facets.js";

const UNBOUNDED = 10n ** 18n;

/** The ranges of the integer types (part 2 §3.3.13 to §3.3.25). */
const INTEGERS: Readonly<Record<string, readonly [low: bigint, high: bigint]>> = {
  byte: [-128n, 127n],
  short: [-32_768n, 32_767n],
  int: [-(2n ** 31n), 2n ** 31n - 1n],
  long: [-(2n ** 63n), 2n ** 63n - 1n],
  integer: [-UNBOUNDED, UNBOUNDED],
  nonNegativeInteger: [0n, UNBOUNDED],
  positiveInteger: [1n, UNBOUNDED],
  nonPositiveInteger: [-UNBOUNDED, 0n],
  negativeInteger: [-UNBOUNDED, -1n],
  unsignedByte: [0n, 255n],
  unsignedShort: [0n, 65_535n],
  unsignedInt: [0n, 2n ** 32n - 1n],
  unsignedLong: [0n, 2n ** 64n - 1n],
};

export function isInteger(builtin: string): boolean {
  return Object.hasOwn(INTEGERS, builtin);
}

export function integerText(builtin: string, facets: Facets, draw: Draw): string {
  const [low, high] = INTEGERS[builtin] ?? [0n, 0n];
  return String(between({ low, high }, facets, 0, draw));
}

/** The number of digits after the point; more digits are not different. */
const MOST_FRACTION_DIGITS = 6;

export function decimalText(facets: Facets, draw: Draw): string {
  const most = Math.min(facets.fractionDigits, facets.totalDigits, MOST_FRACTION_DIGITS);
  const digits = draw.integer(0, most);
  const limits = { low: -UNBOUNDED, high: UNBOUNDED };
  return pointed(between(limits, facets, digits, draw), digits);
}

/** A whole number of units of the last digit after the point. */
function between(
  { low, high }: { readonly low: bigint; readonly high: bigint },
  { atLeast, atMost, totalDigits }: Facets,
  digits: number,
  draw: Draw,
): bigint {
  let least = low;
  let most = high;
  const raise = (bound: bigint) => {
    if (bound > least) least = bound;
  };
  const lower = (bound: bigint) => {
    if (bound < most) most = bound;
  };
  if (Number.isFinite(totalDigits)) {
    const limit = 10n ** BigInt(Math.min(totalDigits, 18)) - 1n;
    raise(-limit);
    lower(limit);
  }
  if (atLeast !== undefined)
    raise(scaled(atLeast.value, digits, 1n) + (atLeast.isExclusive ? 1n : 0n));
  if (atMost !== undefined)
    lower(scaled(atMost.value, digits, -1n) - (atMost.isExclusive ? 1n : 0n));
  const isWithin = (value: bigint) => value >= least && value <= most;
  const edges = [least, most, 0n, 1n, -1n].filter(isWithin);
  if (draw.chance(0.3) && edges.length > 0) return draw.pick(edges);
  const near = [least > -1_000n ? least : -1_000n, most < 1_000n ? most : 1_000n] as const;
  return draw.chance(0.5) && near[0] <= near[1] ? draw.bigint(...near) : draw.bigint(least, most);
}

/** A decimal in units of its last digit; a value between two units is rounded up or down. */
function scaled(text: string, digits: number, direction: 1n | -1n): bigint {
  const [, sign = "", whole = "", fraction = ""] = /^([+-]?)(\d*)\.?(\d*)/.exec(text) ?? [];
  const kept = fraction.slice(0, digits).padEnd(digits, "0");
  const isExact = /^0*$/.test(fraction.slice(digits));
  const magnitude = BigInt(`${whole}${kept}` || "0");
  const value = sign === "-" ? -magnitude : magnitude;
  if (isExact) return value;
  return (sign === "-") === (direction === -1n)
    ? value + direction
    : value + (direction === 1n ? 1n : 0n);
}

function pointed(value: bigint, digits: number): string {
  if (digits === 0) return String(value);
  const text = String(value < 0n ? -value : value).padStart(digits + 1, "0");
  const sign = value < 0n ? "-" : "";
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

const SPECIAL = ["INF", "-INF", "NaN", "0", "-0"];

export function floatText(builtin: string, { atLeast, atMost }: Facets, draw: Draw): string {
  if (atLeast === undefined && atMost === undefined && draw.chance(0.1)) return draw.pick(SPECIAL);
  const least = atLeast === undefined ? undefined : Number(atLeast.value);
  const most = atMost === undefined ? undefined : Number(atMost.value);
  const low = least ?? (most === undefined ? undefined : most - 1_000);
  const high = most ?? (least === undefined ? undefined : least + 1_000);
  if (low === undefined || high === undefined) {
    const numbers = { noNaN: true, noDefaultInfinity: true };
    return String(draw.of(builtin === "float" ? fc.float(numbers) : fc.double(numbers)));
  }
  return String(low + ((high - low) * draw.integer(1, 15)) / 16);
}
