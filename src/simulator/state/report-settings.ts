/** The report settings of the users: area, period and format. */
import type { OUTPUT } from "../../generated/index.js";
import type { Clock } from "./clock.js";

export interface Settings {
  area: string;
  type: string;
  /** MM/DD/YYYY. */
  beginDate: string;
  endDate: string;
  /** HH:MM. */
  beginTime: string;
  endTime: string;
  /** The offset from UTC in minutes. */
  timezone: string;
  dateFormat: string;
  delimiter: string;
  output: OUTPUT;
}

const DAY = 24 * 3_600_000;
const MINUTE = 60_000;

export class ReportSettings {
  readonly #byUser = new Map<number, Settings>();

  constructor(private readonly clock: Clock) {}

  /** The settings of a user, which may be changed. Default: the sessions of yesterday and today, as text with `|`. */
  of(nodeId: number): Settings {
    const settings = this.#byUser.get(nodeId) ?? {
      area: "SESSION",
      type: "LISTALL",
      beginDate: dateText(this.clock.now() - DAY),
      endDate: dateText(this.clock.now()),
      beginTime: "00:00",
      endTime: "23:59",
      timezone: "0",
      dateFormat: "MMDDYY",
      delimiter: "|",
      output: "TEXT",
    };
    this.#byUser.set(nodeId, settings);
    return settings;
  }
}

/** The date MM/DD/YYYY of a time in ms since 1970, in UTC. */
function dateText(time: number): string {
  const [year, month, day] = new Date(time).toISOString().slice(0, 10).split("-");
  return `${month}/${day}/${year}`;
}

/** The first and the last ms of the period of a report. */
export function period(settings: Settings): { readonly from: number; readonly to: number } {
  const at = (date: string, time: string) => {
    const [month = 1, day = 1, year = 1970] = date.split("/").map(Number);
    const [hours = 0, minutes = 0] = time.split(":").map(Number);
    return Date.UTC(year, month - 1, day, hours, minutes - Number(settings.timezone));
  };
  return {
    from: at(settings.beginDate, settings.beginTime),
    to: at(settings.endDate, settings.endTime) + MINUTE - 1,
  };
}
