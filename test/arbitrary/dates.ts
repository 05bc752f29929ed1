/** Dates, times and durations in their lexical form (part 2 §3.2.6 to §3.2.14). */
import type { Draw } from "./draw.js";
import type { Bound, Facets } from "./facets.js";

const two = (number: number) => String(number).padStart(2, "0");

type Maker = (draw: Draw) => string;

const year: Maker = (draw) => String(draw.integer(1_000, 9_998)).padStart(4, "0");
const month: Maker = (draw) => two(draw.integer(1, 12));
const day: Maker = (draw) => two(draw.integer(1, 28));
const date: Maker = (draw) => `${year(draw)}-${month(draw)}-${day(draw)}`;
const fraction: Maker = (draw) =>
  draw.chance(0.5) ? "" : `.${draw.integer(1, 9_999_999)}`.replace(/0+$/, "");
const clock: Maker = (draw) =>
  `${two(draw.integer(0, 23))}:${two(draw.integer(0, 59))}:${two(draw.integer(0, 59))}${fraction(draw)}`;
const offset: Maker = (draw) =>
  `${draw.pick(["+", "-"])}${two(draw.integer(0, 13))}:${two(draw.integer(0, 59))}`;
const zone: Maker = (draw) => draw.pick(["", "Z", offset(draw)]);

const MAKERS: Readonly<Record<string, Maker>> = {
  date: (draw) => date(draw) + zone(draw),
  dateTime: (draw) => `${date(draw)}T${clock(draw)}${zone(draw)}`,
  time: (draw) => clock(draw) + zone(draw),
  gYear: (draw) => year(draw) + zone(draw),
  gYearMonth: (draw) => `${year(draw)}-${month(draw)}${zone(draw)}`,
  gMonth: (draw) => `--${month(draw)}${zone(draw)}`,
  gMonthDay: (draw) => `--${month(draw)}-${day(draw)}${zone(draw)}`,
  gDay: (draw) => `---${day(draw)}${zone(draw)}`,
  duration,
};

function duration(draw: Draw): string {
  const some = (letter: string) => (draw.chance(0.4) ? `${draw.integer(0, 99)}${letter}` : "");
  const days = some("Y") + some("M") + some("D");
  const time = some("H") + some("M") + some("S");
  const sign = draw.chance(0.1) ? "-" : "";
  if (days === "" && time === "") return `${sign}P1D`;
  return `${sign}P${days}${time === "" ? "" : `T${time}`}`;
}

export function isTime(builtin: string): boolean {
  return Object.hasOwn(MAKERS, builtin);
}

/** For values that JavaScript reads as a time; other bounds are not checked. */
export function isTimeWithin({ atLeast, atMost }: Facets, text: string): boolean {
  const time = Date.parse(text);
  const beyond = (bound: Bound, sign: number) => {
    const distance = (time - Date.parse(bound.value)) * sign;
    return distance < 0 || (distance === 0 && bound.isExclusive);
  };
  return !(atLeast && beyond(atLeast, 1)) && !(atMost && beyond(atMost, -1));
}

/** One of the bounds or a day from it, if there are bounds. */
export function timeText(builtin: string, { atLeast, atMost }: Facets, draw: Draw): string {
  const bounds = [atLeast, atMost].filter((bound) => bound !== undefined && !bound.isExclusive);
  const bound = bounds.length === 0 ? undefined : draw.pick(bounds);
  return bound?.value ?? MAKERS[builtin]?.(draw) ?? "";
}
