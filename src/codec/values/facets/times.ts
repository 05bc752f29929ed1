/** The order of dates and times (XML Schema part 2 §3.2.7.4, §3.2.8 to §3.2.14). */
import { DAY, dayNumber, later, type Seconds, secondsOf, signOfDifference } from "./timeline.js";

/** The point in time at which a value starts. */
interface Instant {
  /** By the local time if there is no zone. */
  readonly start: Seconds;
  readonly hasZone: boolean;
}

const ZONE = "(Z|[+-]\\d\\d:\\d\\d)?";
const CLOCK = "(\\d\\d):(\\d\\d):(\\d\\d)(?:\\.(\\d+))?";

/** `dateTime`, `date`, `gYearMonth` and `gYear`. */
const DATE = new RegExp(`^(-?\\d{4,})(?:-(\\d\\d)(?:-(\\d\\d)(?:T${CLOCK})?)?)?${ZONE}$`);
const TIME = new RegExp(`^()()()${CLOCK}${ZONE}$`);
/** `gMonthDay` and `gMonth`, which was `--11--` in the first edition. */
const MONTH_DAY = new RegExp(`^()--(\\d\\d)(?:-(\\d\\d)|--)?()()()()${ZONE}$`);
const DAY_ONLY = new RegExp(`^()()---(\\d\\d)()()()()${ZONE}$`);

function instantOf(text: string): Instant | undefined {
  const match = [DATE, TIME, MONTH_DAY, DAY_ONLY]
    .map((form) => form.exec(text))
    .find((found) => found !== null);
  if (match == null) return undefined;
  const [, year, month, day, hours, minutes, seconds, fraction, zone] = match;
  const days = dayNumber(yearNumber(year), numberOr(month, 1n), numberOr(day, 1n));
  const clock = numberOr(hours, 0n) * 3600n + numberOr(minutes, 0n) * 60n + numberOr(seconds, 0n);
  return {
    start: secondsOf(days * DAY + clock - offsetOf(zone), fraction ?? ""),
    hasZone: zone !== undefined,
  };
}

function numberOr(digits: string | undefined, otherwise: bigint): bigint {
  return digits === undefined || digits === "" ? otherwise : BigInt(digits);
}

/** A leap year with a January of 31 days, for values without a year. */
const ANY_YEAR = 2000n;

/** There is no year 0: -1 is the year before 1 (§3.2.7.1). */
function yearNumber(text: string | undefined): bigint {
  const year = numberOr(text, ANY_YEAR);
  return year < 0n ? year + 1n : year;
}

/** In seconds. */
function offsetOf(zone: string | undefined): bigint {
  if (zone === undefined || zone === "Z") return 0n;
  const offset = BigInt(zone.slice(1, 3)) * 3600n + BigInt(zone.slice(4)) * 60n;
  return zone.startsWith("-") ? -offset : offset;
}

/** The largest offset of a zone (§3.2.7.3), in seconds. */
const MAX_OFFSET = 14n * 3600n;

/**
 * The order of two values of one type: its sign has a meaning. `NaN` if it is indeterminate, because only one of them has a
 * zone and they are within 14 hours of each other. `undefined` if a text is not a date or time.
 */
export function compareTimes(one: string, other: string): number | undefined {
  const [a, b] = [instantOf(one), instantOf(other)];
  if (a === undefined || b === undefined) return undefined;
  if (a.hasZone === b.hasZone) return signOfDifference(a.start, b.start);
  if (signOfDifference(later(a.start, MAX_OFFSET), b.start) < 0) return -1;
  return signOfDifference(later(b.start, MAX_OFFSET), a.start) < 0 ? 1 : Number.NaN;
}
