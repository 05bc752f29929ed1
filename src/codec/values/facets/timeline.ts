/** Points in time with all their digits, and days of the Gregorian calendar in any year (XML Schema part 2 §3.2.7). */

/** The number of a day; only differences of such numbers have a meaning. A month may be above 12, or below 1. */
export function dayNumber(year: bigint, month: bigint, day: bigint): bigint {
  // March is the first month of these years, so that the day of a leap year is the last one.
  const shifted = year * 12n + month - 3n;
  const ofYear = floorDivide(shifted, 12n);
  const ofMonth = shifted - ofYear * 12n;
  const leapDays = floorDivide(ofYear, 4n) - floorDivide(ofYear, 100n) + floorDivide(ofYear, 400n);
  return ofYear * 365n + leapDays + (153n * ofMonth + 2n) / 5n + day;
}

function floorDivide(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return dividend % divisor < 0n ? quotient - 1n : quotient;
}

export const DAY = 86_400n;

/** A time in seconds with all digits of its fraction: `units / 10 ** decimals`. */
export interface Seconds {
  readonly units: bigint;
  readonly decimals: number;
}

/** @param fraction digits behind the point */
export function secondsOf(whole: bigint, fraction: string): Seconds {
  const decimals = fraction.length;
  return { units: whole * 10n ** BigInt(decimals) + BigInt(fraction), decimals };
}

/** One minus the other: only the sign has a meaning. */
export function signOfDifference(one: Seconds, other: Seconds): number {
  const decimals = Math.max(one.decimals, other.decimals);
  const difference = scaled(one, decimals) - scaled(other, decimals);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function scaled({ units, decimals }: Seconds, to: number): bigint {
  return units * 10n ** BigInt(to - decimals);
}

/** @param whole seconds */
export function later({ units, decimals }: Seconds, whole: bigint): Seconds {
  return { units: units + whole * 10n ** BigInt(decimals), decimals };
}
