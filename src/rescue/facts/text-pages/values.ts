/** Formats of values on the text pages. */

const WORD_BOOLEANS: ReadonlySet<string> = new Set([
  "bIsNode",
  "bFilterOffline",
  "bExcludingAwayAndBusy",
]);

/** A boolean parameter: `true` or `false` for a few members, `1` or `0` for the others. */
export function pageBoolean(member: string, value: boolean): string {
  if (WORD_BOOLEANS.has(member)) return String(value);
  return value ? "1" : "0";
}

/**
 * `2026-11-03T09:05:00` as `11/3/2026 9:05:00`. Its time zone is the one in the report settings of the account.
 *
 * @returns the text itself if it is not a date and a time
 */
export function pageDateTime(dateTime: string): string {
  const pattern =
    /^(?<year>\d+)-(?<month>\d+)-(?<day>\d+)T(?<hour>\d+):(?<minute>\d\d):(?<second>\d\d)/;
  const { year, month, day, hour, minute, second } = pattern.exec(dateTime)?.groups ?? {};
  if (year === undefined) return dateTime;
  return `${Number(month)}/${Number(day)}/${year} ${Number(hour)}:${minute}:${second}`;
}

/**
 * `11/3/2026 9:05:00` as `2026-11-03T09:05:00`. Seconds, or the whole time, may be absent.
 *
 * @returns the text itself if it is not a date
 */
export function isoDateTime(text: string): string {
  const pattern =
    /^(?<month>\d+)\/(?<day>\d+)\/(?<year>\d{4})(?: (?<hour>\d+):(?<minute>\d+)(?::(?<second>\d+))?)?$/;
  const { year, month, day, hour, minute, second } = pattern.exec(text)?.groups ?? {};
  if (year === undefined) return text;
  const [mm, dd, hours, minutes, seconds] = [month, day, hour, minute, second].map(twoDigits);
  return `${year}-${mm}-${dd}T${hours}:${minutes}:${seconds}`;
}

function twoDigits(text = "0"): string {
  return text.padStart(2, "0");
}
