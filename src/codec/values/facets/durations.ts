/** The order of durations (XML Schema part 2 §3.2.6.2). */
import { DAY, dayNumber, later, type Seconds, secondsOf, signOfDifference } from "./timeline.js";

interface Duration {
  readonly months: bigint;
  readonly rest: Seconds;
}

const DURATION =
  /^(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d+))?S)?)?$/;

function durationOf(text: string): Duration | undefined {
  const match = DURATION.exec(text);
  if (match === null) return undefined;
  const part = (index: number) => BigInt(match[index] ?? 0);
  const months = part(2) * 12n + part(3);
  const whole = part(4) * DAY + part(5) * 3600n + part(6) * 60n + part(7);
  const rest = secondsOf(whole, match[8] ?? "");
  return match[1] === "-"
    ? { months: -months, rest: { ...rest, units: -rest.units } }
    : { months, rest };
}

/** Months have different lengths: the order of durations is that which they have from each of these months. */
const STARTS = [
  [1696n, 9n],
  [1697n, 2n],
  [1903n, 3n],
  [1903n, 7n],
] as const;

/** The order of two durations: its sign has a meaning. `NaN` if it is indeterminate; `undefined` if a text is not one. */
export function compareDurations(one: string, other: string): number | undefined {
  const [a, b] = [durationOf(one), durationOf(other)];
  if (a === undefined || b === undefined) return undefined;
  const orders = STARTS.map(([year, month]) => {
    const end = ({ months, rest }: Duration) =>
      later(rest, dayNumber(year, month + months, 1n) * DAY);
    return signOfDifference(end(a), end(b));
  });
  const [first = Number.NaN] = orders;
  return orders.every((order) => order === first) ? first : Number.NaN;
}
