/** Dates and times with an optional time zone, within the calendar (XML Schema part 2 §3.2.7 to §3.2.14, appendix E). */
import type { Lexical } from "./lexical.js";
import { pattern } from "./texts.js";

/** Hours of a zone up to 14:00 (§3.2.7.3). */
const ZONE = "(?:Z|[+-](?:(?:0\\d|1[0-3]):[0-5]\\d|14:00))?";
/** There is no year 0000, and more than four digits have no leading zero (§3.2.7.1). */
const YEAR = "-?(?!0000)(?:\\d{4}|[1-9]\\d{4,})";
const MONTH = "(?:0[1-9]|1[0-2])";
const DAY = "(?:0[1-9]|[12]\\d|3[01])";
/** 24:00:00 is the end of the day (§3.2.7.1). */
const TIME = "(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?|24:00:00(?:\\.0+)?)";

function dated(form: string, expected: string, exists?: (text: string) => boolean): Lexical {
  return pattern(new RegExp(`^${form}${ZONE}$`), expected, exists);
}

/** @param text starts with year, month and day */
function isInYear(text: string): boolean {
  const end = text.indexOf("-", 1);
  return isInMonth(text, end + 1, () => isLeapYear(text.slice(end - 4, end)));
}

/** @param monthAt the position of month and day */
function isInMonth(text: string, monthAt: number, isLeap: () => boolean): boolean {
  const day = text.slice(monthAt + 3, monthAt + 5);
  if (day < "29") return true;
  switch (text.slice(monthAt, monthAt + 2)) {
    case "02":
      return day === "29" && isLeap();
    case "04":
    case "06":
    case "09":
    case "11":
      return day !== "31";
    default:
      return true;
  }
}

/** @param digits the last four of the year: 10,000 is a multiple of 400 */
function isLeapYear(digits: string): boolean {
  const year = Number(digits);
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export const dates = {
  date: dated(`${YEAR}-${MONTH}-${DAY}`, "a date such as 2026-11-23", isInYear),
  dateTime: dated(
    `${YEAR}-${MONTH}-${DAY}T${TIME}`,
    "a date and time such as 2026-11-23T12:00:00Z",
    isInYear,
  ),
  gDay: dated(`---${DAY}`, "a day such as ---23"),
  gMonth: dated(`--${MONTH}(?:--)?`, "a month such as --11"),
  gMonthDay: dated(`--${MONTH}-${DAY}`, "a month and day such as --11-23", (text) =>
    isInMonth(text, 2, () => true),
  ),
  gYear: dated(YEAR, "a year such as 2026"),
  gYearMonth: dated(`${YEAR}-${MONTH}`, "a year and month such as 2026-11"),
  time: dated(TIME, "a time such as 12:00:00"),
} as const;
