/**
 * The ways to get each status that the contract lists: the specific conditions, by account, PIN code or field; and one way
 * for all operations, a credential that names the status.
 */

const SIMULATED = /^simulate-(\w+)$/;

/**
 * The status that a credential names: `simulate-<Status>` as auth code, password or session cookie. An operation that lists
 * the status returns it and does nothing else. An OK has no out parameters then.
 */
export function simulatedStatus(credential: unknown): string | undefined {
  return typeof credential === "string" ? SIMULATED.exec(credential)?.[1] : undefined;
}

/** A condition for which the simulator returns a status. */
export interface Scenario {
  /** The status of the outcome. */
  readonly status: string;
  /** The condition: an account, a value or a sequence of calls, in words. */
  readonly by: string;
}

/**
 * The conditions for each status, in words. Each status can also be requested by the credential `simulate-<Status>`: as auth
 * code, as password of login, or as value of the session cookie.
 */
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
    by: "startSession, holdSession, transferSession, closeSession or cancelAction as noconsole@example.com or without a sign-in",
  },
  { status: "Invalid_SecretAuthCode", by: "an sAuthCode that is wrong or was replaced" },
  {
    status: "User_Is_Deleted",
    by: "requestPINCode, requestLensPINCode or requestInvitationLink with the auth code of deleted@example.com",
  },
  {
    status: "User_Deleted_Or_Disabled",
    by: "other operations with that auth code; any operation after setUser with eStatus Disabled",
  },
  { status: "NotTechnician", by: "admin@example.com" },
  { status: "NoTechConsoleRunning", by: "noconsole@example.com without bNoTechConsole" },
  { status: "NoAccessToLens", by: "requestLensPINCode as noconsole@example.com" },
  { status: "OutOfPINCodes", by: "sTracking0 = OutOfPINCodes" },
  {
    status: "PollRateExceeded",
    by: "a second requestPINCode in a second; requestAuthCode as limit@example.com",
  },
  {
    status: "InvalidPINFormat",
    by: "an iPINCode below 0 or above 999999; on the text page anything but one to six digits",
  },
  { status: "InvalidParam_Company", by: "an sCompany that has characters other than digits" },
  { status: "InvalidParam_NodeID", by: "an iNodeID that does not exist" },
  { status: "InvalidParam_TargetNodeID", by: "an iTargetNodeID that does not exist" },
  { status: "InvalidParam_Parent", by: "an iParentID that is not a group" },
  { status: "InvalidParam_EntryID", by: "an iEntryID that is not a channel" },
  { status: "InvalidParam_SessionID", by: "an iSessionID that does not exist" },
  { status: "InvalidParam_Email", by: "getUser_v3 by an unknown address; setUser with no address" },
  { status: "InvalidParam_Email_Already_In_Use", by: "setUser with another user's address" },
  { status: "InvalidParam_Name", by: "setUser without a name, or with more than 128 characters" },
  {
    status: "InvalidParam_Missing_Current_Password",
    by: "a new password for tech@example.com without sCurrentPwd",
  },
  {
    status: "InvalidParam_Password_Cannot_Contain_Whitespace_Characters",
    by: "setUser with a new password that contains a space",
  },
  {
    status: "InvalidParam_Password_Has_To_Be_At_Least_8_Characters_Long",
    by: "setUser with a new password of seven characters",
  },
  { status: "InvalidParam_Status", by: "setUser.aspx with a status other than Enabled, Disabled" },
  { status: "InvalidParam_MobileAddOn", by: "setUser.aspx with addons other than True, False" },
  { status: "InvalidParam_RPATAddOn", by: "setUser_v2 with a bRPATAddOn other than True, False" },
  {
    status: "Invalid_EmailAndNodeIdBothSpecified",
    by: "getUser_v3 with iNodeID and sUserEmail",
  },
  {
    status: "Invalid_Move",
    by: "a target that may not contain the node, or is below it; or a caller who is not an administrator",
  },
  {
    status: "Invalid_Delete",
    by: "the caller's own node, a built-in group, or a caller who is not an administrator",
  },
  {
    status: "Invalid_Assign",
    by: "a channel for a node that is neither a technician nor a group of technicians",
  },
  { status: "Invalid_Deassign", by: "a channel that is not assigned" },
  {
    status: "ActionFailed",
    by: "an unknown session, one in another state, or a technician who is offline",
  },
  {
    status: "Error",
    by: "a second generateEmailText in a second, a second report in a minute, a field that is too long, and invalid values without a status for them",
  },
];
