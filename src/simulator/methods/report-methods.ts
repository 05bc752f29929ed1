/** The methods for reports and report settings. */
import { reportArea } from "../../rescue/facts/index.js";

import type { Settings } from "../state/report-settings.js";
import type { Methods } from "./method.js";
import { reportText } from "./report-text.js";
import type { ServiceCall } from "./service-call.js";
import { StatusError } from "./status-error.js";

function settingsOf(call: ServiceCall): Settings {
  return call.state.reportSettings.of(call.user().id);
}

/** @throws StatusError if the new value is not valid */
function change(call: ServiceCall, isValid: boolean, changes: Partial<Settings>) {
  const settings = settingsOf(call);
  if (!isValid) throw new StatusError("Error");
  Object.assign(settings, changes);
  return { status: "OK" } as const;
}

function setArea({ eReportArea = "" }: { readonly eReportArea?: string }, call: ServiceCall) {
  const area = reportArea(eReportArea);
  return change(call, area !== undefined, { area: area?.name ?? "" });
}

interface ReportRequest {
  readonly iNodeID: number;
  readonly eNodeRef: string;
}

function report({ iNodeID, eNodeRef }: ReportRequest, call: ServiceCall) {
  const user = call.user();
  const { organization, supportSessions } = call.state;
  const node = organization.node(iNodeID);
  if (node === undefined) throw new StatusError("InvalidParam_NodeID");
  call.limit("getReport", user);
  const sessions = supportSessions.of(node, eNodeRef, organization);
  return { status: "OK", sReport: reportText(sessions, organization, settingsOf(call)) } as const;
}

const isDate = (text: string) => /^\d{1,2}\/\d{1,2}\/\d{4}$/.test(text);
const isTime = (text: string) => /^(?:[01]?\d|2[0-3]):[0-5]\d$/.test(text);

/** The date and the time of `2026-11-03T09:05:00` in the format of the settings. */
function dateAndTime(dateTime: string): { readonly date: string; readonly time: string } {
  const [day = "", time = ""] = dateTime.split("T");
  const [year, month, date] = day.split("-");
  return { date: `${month}/${date}/${year}`, time: time.slice(0, 5) };
}

export const reportMethods = {
  getReport: report,
  getReport_v2: report,

  getReportArea: (_, call) => ({ status: "OK", eReportArea: settingsOf(call).area }),
  setReportArea: setArea,
  setReportArea_v2: setArea,
  setReportArea_v8: setArea,

  setReportType: ({ eReportType = "" }, call) =>
    change(call, eReportType !== "", { type: eReportType }),

  getReportDate(_, call) {
    const { beginDate, endDate } = settingsOf(call);
    return { status: "OK", sBeginDate: beginDate, sEndDate: endDate };
  },
  setReportDate: ({ sBeginDate = "", sEndDate = "" }, call) =>
    change(call, isDate(sBeginDate) && isDate(sEndDate), {
      beginDate: sBeginDate,
      endDate: sEndDate,
    }),
  setReportDate_v2({ dBeginDate, dEndDate }, call) {
    const begin = dateAndTime(dBeginDate);
    const end = dateAndTime(dEndDate);
    return change(call, isDate(begin.date) && isDate(end.date), {
      beginDate: begin.date,
      beginTime: begin.time,
      endDate: end.date,
      endTime: end.time,
    });
  },

  getReportTime(_, call) {
    const { beginTime, endTime } = settingsOf(call);
    return { status: "OK", sBeginTime: beginTime, sEndTime: endTime };
  },
  setReportTime: ({ sBeginTime = "", sEndTime = "" }, call) =>
    change(call, isTime(sBeginTime) && isTime(sEndTime), {
      beginTime: sBeginTime,
      endTime: sEndTime,
    }),

  getTimezone: (_, call) => ({ status: "OK", sTimezone: settingsOf(call).timezone }),
  setTimezone: ({ sTimezone = "" }, call) =>
    change(call, /^-?\d{1,3}$/.test(sTimezone), { timezone: sTimezone }),

  setDateFormat: ({ eDateFormat = "" }, call) =>
    change(call, eDateFormat !== "", { dateFormat: eDateFormat }),

  getDelimiter: (_, call) => ({ status: "OK", sDelimiter: settingsOf(call).delimiter }),
  setDelimiter: ({ sDelimiter = "" }, call) =>
    change(call, sDelimiter !== "", { delimiter: sDelimiter }),

  getOutput: (_, call) => ({ status: "OK", eOutput: settingsOf(call).output }),
  setOutput: ({ eOutput }, call) =>
    change(call, eOutput === "TEXT" || eOutput === "XML", { output: eOutput }),
} satisfies Partial<Methods>;
