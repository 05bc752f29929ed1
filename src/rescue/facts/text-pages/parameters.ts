/** Parameters of the text pages, by the members of SOAP requests. */

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

/** Names that differ from those of the other pages. */
const BY_OPERATION: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  getReport: { eNodeRef: "nodetype" },
  getReport_v2: { eNodeRef: "nodetype" },
};

/** Other names in the samples of the documentation, in lower case. */
const ALTERNATIVES: Readonly<Record<string, string>> = {
  eNodeRef: "nodetype",
  iNodeID: "nodeid",
  iTargetNodeID: "targetnodeid",
};

/** @returns `undefined` if the parameter is not documented */
export function parameterOf(operation: string, member: string): string | undefined {
  return BY_OPERATION[operation]?.[member] ?? PARAMETERS[member];
}

/** All names that a page accepts for a member, in lower case, the documented one first. */
export function parameterNames(member: string): readonly string[] {
  const name = PARAMETERS[member] ?? withoutPrefix(member);
  const alternative = ALTERNATIVES[member];
  return alternative === undefined ? [name.toLowerCase()] : [name.toLowerCase(), alternative];
}

/** The name of a member without its type prefix: `NodeID` for `iNodeID`. */
export function withoutPrefix(member: string): string {
  return member.replace(/^[a-z](?=[A-Z])/, "");
}
