/** Types whose values are strings in TypeScript: texts, decimals, dates and durations (XML Schema part 2 §3). */
import { collapseSpace, replaceSpace } from "../../xml/index.js";
import type { Lexical } from "./lexical.js";
import { literal } from "./literal.js";

export const text: Lexical = {
  parse: (wire) => wire,
  format: (value) => (typeof value === "string" ? value : undefined),
  expected: "a string",
};

/** The white space facet `replace`. */
export const normalized: Lexical = { ...text, parse: replaceSpace };

/** The white space facet `collapse`. */
export const token: Lexical = { ...text, parse: collapseSpace };

/** A type whose value is its lexical form: a string of a pattern, with collapsed white space. */
function pattern(form: RegExp, expected: string): Lexical {
  return {
    parse: (wire) => literal(wire, form),
    format: (value) =>
      typeof value === "string" && literal(value, form) !== undefined ? value : undefined,
    expected,
  };
}

export const decimal = pattern(
  /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/,
  'a decimal in a string such as "1.50"',
);

export const duration = pattern(
  /^-?P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/,
  "a duration such as PT1M30S",
);

const ZONE = "(?:Z|[+-]\\d\\d:\\d\\d)?";
const YEAR = "-?\\d{4,}";
const TIME = "\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?";

function dated(form: string, expected: string): Lexical {
  return pattern(new RegExp(`^${form}${ZONE}$`), expected);
}

/** Dates and times, with an optional time zone. */
export const dates = {
  date: dated(`${YEAR}-\\d\\d-\\d\\d`, "a date such as 2026-11-23"),
  dateTime: dated(`${YEAR}-\\d\\d-\\d\\dT${TIME}`, "a date and time such as 2026-11-23T12:00:00Z"),
  gDay: dated("---\\d\\d", "a day such as ---23"),
  gMonth: dated("--\\d\\d(?:--)?", "a month such as --11"),
  gMonthDay: dated("--\\d\\d-\\d\\d", "a month and day such as --11-23"),
  gYear: dated(YEAR, "a year such as 2026"),
  gYearMonth: dated(`${YEAR}-\\d\\d`, "a year and month such as 2026-11"),
  time: dated(TIME, "a time such as 12:00:00"),
} as const;
