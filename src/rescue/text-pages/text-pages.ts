/**
 * The plain-text pages beside API.asmx, as the vendor's documentation names them and their parameters. A name means the
 * same on all pages, but for the few under `OWN`.
 */

/** Pages that aren't known well enough to call, and why. */
const UNKNOWN: Readonly<Record<string, string>> = {
  createUsers: "takes a table whose form is not documented",
  requestInvitationLink: "has no documented parameters",
  setUserStatus_v7_1: "has no known page",
};

/** What the pages call a member of a request. */
const PARAMETERS: Readonly<Record<string, string>> = {
  aLockedPermissions: "lockedpermission",
  aPermissions: "permission",
  bExcludingAwayAndBusy: "ExcludingAwayAndBusy",
  bFilterOffline: "filteroffline",
  bIsNode: "isnode",
  bNoTechConsole: "notechconsole",
  bRPATAddOn: "rpataddon",
  dBeginDate: "bdate",
  dEndDate: "edate",
  eAddOns: "addons",
  eDateFormat: "dateformat",
  eMobileAddOn: "mobileaddon",
  eNodeRef: "noderef",
  eOutput: "output",
  eReportArea: "area",
  eReportType: "type",
  eStatus: "status",
  iChannelID: "ChannelID",
  iEntryID: "entry",
  iNode: "node",
  iNodeID: "node",
  iParentID: "parent",
  iPINCode: "pincode",
  iSession: "session",
  iSessionID: "session",
  iTargetNodeID: "targetnode",
  nodeId: "NodeId",
  sAuthCode: "authcode",
  sBeginDate: "bdate",
  sBeginTime: "btime",
  sCField0: "cfield0",
  sCField1: "cfield1",
  sCField2: "cfield2",
  sCField3: "cfield3",
  sCField4: "cfield4",
  sCField5: "cfield5",
  sComment: "comment",
  sCompany: "company",
  sConfPwd: "confpwd",
  sCurrentPwd: "oldpwd",
  sDelimiter: "delimiter",
  sDescription: "description",
  sEmail: "email",
  sEndDate: "edate",
  sEndTime: "etime",
  sLangCode: "LangCode",
  sName: "name",
  sNick: "nick",
  sPassword: "pwd",
  sPhoneNumber: "PhoneNumber",
  sPwd: "pwd",
  sSSOID: "ssoid",
  sTimezone: "timezone",
  sTracking0: "tracking0",
  sUserEmail: "email",
};

const OWN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  getReport: { eNodeRef: "nodetype" },
  getReport_v2: { eNodeRef: "nodetype" },
};

/** Booleans that are written as words; the others are 1 and 0. */
const WORDS: ReadonlySet<string> = new Set(["bIsNode", "bFilterOffline", "bExcludingAwayAndBusy"]);

/** The areas of reports, which SOAP has by name, by their numbers. */
const REPORT_AREAS: Readonly<Record<string, number>> = {
  SESSION: 0,
  CUSTOMERSURVEY: 1,
  LOGIN: 2,
  MISSEDSESSIONS: 3,
  PERFORMANCE: 4,
  CHATLOG: 5,
  CUSTOMFIELDS: 6,
  TRANSFERREDSESSIONS: 7,
  TECHNICIANSURVEY: 8,
  COLLABORATIONCHATLOG: 9,
  FAILEDSESSIONS: 10,
  TRANSFERREDSESSIONSEXTENDED: 16,
};

/** Why an operation can't be called over the text pages; `undefined` where it can. */
export function whyNoPage(operation: string): string | undefined {
  return Object.hasOwn(UNKNOWN, operation) ? UNKNOWN[operation] : undefined;
}

/** The page of an operation; its version is written `_v2`, however SOAP has it. */
export function pageOf(operation: string): string {
  return `${operation.replace(/_?v(\d+)$/i, "_v$1")}.aspx`;
}

/** The parameter that a member of a request is; `undefined` where the page is not known to take it. */
export function parameterOf(operation: string, member: string): string | undefined {
  return OWN[operation]?.[member] ?? PARAMETERS[member];
}

/** A value as the pages take it. */
export function parameterValue(member: string, value: unknown): string {
  if (typeof value === "boolean") return WORDS.has(member) ? String(value) : value ? "1" : "0";
  if (Array.isArray(value)) return value.join(",");
  const text = String(value);
  if (member === "iPINCode") return text.padStart(6, "0");
  if (member === "eReportArea") {
    return String(REPORT_AREAS[text.replace(/[\W_]/g, "").toUpperCase()] ?? text);
  }
  return member === "dBeginDate" || member === "dEndDate" ? americanTime(text) : text;
}

/** `2026-11-03T09:05:00` as `11/3/2026 9:05:00`, in the time zone that the account's reports are set to. */
function americanTime(dateTime: string): string {
  return dateTime.replace(
    /^(\d+)-(\d+)-(\d+)T(\d+):(\d\d):(\d\d).*$/,
    (_, year, month, day, hour, minute, second) =>
      `${Number(month)}/${Number(day)}/${year} ${Number(hour)}:${minute}:${second}`,
  );
}
