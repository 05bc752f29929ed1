/**
 * How to reach every status that the contract lists. Two ways lead there: the one that the service itself has, by
 * account, PIN code or field, and one that works for all operations alike, a credential that names the status.
 */

const SIMULATED = /^simulate-(\w+)$/;

/** The members of requests that hold a credential. */
export const CREDENTIALS = ["sAuthCode", "sPassword"] as const;

/**
 * The status that a credential names: `simulate-<Status>`, as an auth code, a password or the session's cookie. An
 * operation that lists the status answers it and does nothing else: an OK has no out parameters then.
 */
export function simulatedStatus(credential: unknown): string | undefined {
  return typeof credential === "string" ? SIMULATED.exec(credential)?.[1] : undefined;
}

export interface Scenario {
  readonly status: string;
  /** What has to be done for it. */
  readonly by: string;
}

/** The service's own ways, one or more for each status. Every status has `simulate-<Status>` besides. */
export const scenarios: readonly Scenario[] = [
  { status: "OK", by: "tech@example.com" },
  { status: "Invalid", by: "a wrong password, or login as deleted@example.com" },
  {
    status: "LimitReached",
    by: "login as limit@example.com, or an eleventh login in three minutes",
  },
  { status: "GlobalIpRestricted", by: "login as ip@example.com" },
  { status: "NotLoggedIn", by: "neither cookie nor auth code, or a session idle for 20 minutes" },
  {
    status: "NotLoggedInAsAdmin",
    by: "noconsole@example.com where sessions are started, held, transferred or closed, or no sign-in",
  },
  { status: "Invalid_SecretAuthCode", by: "an sAuthCode that is wrong or was replaced" },
  {
    status: "User_Is_Deleted",
    by: "requestPINCode and its kin with the auth code of deleted@example.com",
  },
  {
    status: "User_Deleted_Or_Disabled",
    by: "other operations with that auth code; any after setUser with eStatus Disabled",
  },
  { status: "NotTechnician", by: "admin@example.com" },
  { status: "NoTechConsoleRunning", by: "noconsole@example.com without bNoTechConsole" },
  { status: "NoAccessToLens", by: "requestLensPINCode as noconsole@example.com" },
  { status: "OutOfPINCodes", by: "sTracking0 = OutOfPINCodes" },
  {
    status: "PollRateExceeded",
    by: "a second requestPINCode in a second; requestAuthCode as limit@example.com",
  },
  { status: "InvalidPINFormat", by: "an iPINCode below 0 or above 999999; fewer digits as text" },
  { status: "InvalidParam_Company", by: "an sCompany that has other characters than digits" },
  { status: "InvalidParam_NodeID", by: "an iNodeID that doesn't exist" },
  { status: "InvalidParam_TargetNodeID", by: "an iTargetNodeID that doesn't exist" },
  { status: "InvalidParam_Parent", by: "an iParentID that is no group" },
  { status: "InvalidParam_EntryID", by: "an iEntryID that is no channel" },
  { status: "InvalidParam_SessionID", by: "an iSessionID that doesn't exist" },
  { status: "InvalidParam_Email", by: "getUser_v3 by an unknown address; setUser with no address" },
  { status: "InvalidParam_Email_Already_In_Use", by: "setUser with another user's address" },
  { status: "InvalidParam_Name", by: "setUser without a name, or with more than 128 characters" },
  {
    status: "InvalidParam_Missing_Current_Password",
    by: "a new password for tech@example.com without sCurrentPwd",
  },
  {
    status: "InvalidParam_Password_Cannot_Contain_Whitespace_Characters",
    by: "setUser with a new password that has a blank in it",
  },
  {
    status: "InvalidParam_Password_Has_To_Be_At_Least_8_Characters_Long",
    by: "setUser with a new password of seven characters",
  },
  { status: "InvalidParam_Status", by: "setUser.aspx with another status than Enabled, Disabled" },
  { status: "InvalidParam_MobileAddOn", by: "setUser.aspx with addons other than True, False" },
  { status: "InvalidParam_RPATAddOn", by: "setUser_v2 with a bRPATAddOn other than True, False" },
  { status: "Invalid_EmailAndNodeIdBothSpecified", by: "getUser_v3 with both" },
  { status: "Invalid_Move", by: "a target that is no group of the node's kind, or below the node" },
  {
    status: "Invalid_Delete",
    by: "oneself, a built-in group, or a caller who is no administrator",
  },
  { status: "Invalid_Assign", by: "a channel for what is no technician or group of technicians" },
  { status: "Invalid_Deassign", by: "a channel that isn't assigned" },
  {
    status: "ActionFailed",
    by: "an unknown session, one in another state, or a technician who is offline",
  },
  {
    status: "Error",
    by: "a second generateEmailText in a second, a second report in a minute, a field that is too long, values that no other status is for",
  },
];
