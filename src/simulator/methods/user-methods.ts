/** The methods for users. */
import type { SetUserRequest, USER_V3, USERDATA } from "../../generated/index.js";
import { MAX_NAME_LENGTH, MIN_PASSWORD_LENGTH } from "../../rescue/facts/index.js";
import type { Organization } from "../state/organization.js";
import { isStatus, type OrganizationNode, setStatus } from "../state/organization-node.js";
import type { Methods } from "./method.js";
import type { ServiceCall } from "./service-call.js";
import { StatusError } from "./status-error.js";

/** A user with the members of all versions of the operation. */
function entry(user: OrganizationNode): USER_V3 {
  return {
    iNodeID: user.id,
    sName: user.name,
    sNick: user.nick,
    sEmail: user.email,
    sSSOID: user.ssoId,
    sDescription: user.description,
    eType: user.type,
    bAccountHolder: isAccountHolder(user),
    hasMobileAddon: user.mobileAddOn,
    hasRPATAddon: user.rpatAddOn,
    eStatus: user.status,
  };
}

/** Account holders are master administrators; a technician may be one, too. */
function isAccountHolder({ type, alsoAdministrator }: OrganizationNode): boolean {
  return alsoAdministrator || type === "MasterAdministrator";
}

function getUser({ iNodeID }: { readonly iNodeID: number }, call: ServiceCall) {
  call.user();
  const user = call.state.organization.user(iNodeID);
  if (user === undefined) throw new StatusError("InvalidParam_NodeID");
  return { status: "OK", oUser: entry(user) } as const;
}

/** The common members of the versions of setUser. */
type UserChange = Omit<SetUserRequest, "eAddOns" | "sAuthCode">;

/** @throws StatusError if the caller may not change the user, or a value is not valid */
function changeUser(change: UserChange, mobileAddOn: string, call: ServiceCall): OrganizationNode {
  const caller = call.user();
  if (caller.id !== change.iNodeID) call.administrator("Error");
  const { organization } = call.state;
  const user = organization.user(change.iNodeID);
  if (user === undefined) throw new StatusError("InvalidParam_NodeID");
  const { sName = "", sEmail = "", sNick = "", sSSOID = "", sDescription = "" } = change;
  if (sName === "" || sName.length > MAX_NAME_LENGTH) throw new StatusError("InvalidParam_Name");
  checkEmail(sEmail, user, organization);
  if (!isStatus(change.eStatus)) throw new StatusError("InvalidParam_Status");
  if (!isBooleanText(mobileAddOn)) throw new StatusError("InvalidParam_MobileAddOn");
  checkPassword(change, user);
  Object.assign(user, { name: sName, email: sEmail, nick: sNick, ssoId: sSSOID });
  user.description = sDescription;
  user.mobileAddOn = isTrue(mobileAddOn);
  if (change.sPwd !== undefined && change.sPwd !== "") user.password = change.sPwd;
  setStatus(user, change.eStatus);
  return user;
}

function checkEmail(email: string, user: OrganizationNode, organization: Organization): void {
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new StatusError("InvalidParam_Email");
  const other = organization.userByEmail(email);
  if (other !== undefined && other !== user) {
    throw new StatusError("InvalidParam_Email_Already_In_Use");
  }
}

function checkPassword(
  { sPwd = "", sConfPwd = "", sCurrentPwd = "" }: UserChange,
  user: OrganizationNode,
) {
  if (sPwd === "") return;
  if (isAccountHolder(user) && sCurrentPwd === "") {
    throw new StatusError("InvalidParam_Missing_Current_Password");
  }
  if (/\s/.test(sPwd)) {
    throw new StatusError("InvalidParam_Password_Cannot_Contain_Whitespace_Characters");
  }
  if (sPwd.length < MIN_PASSWORD_LENGTH) {
    throw new StatusError("InvalidParam_Password_Has_To_Be_At_Least_8_Characters_Long");
  }
  const isCurrent = sCurrentPwd === "" || sCurrentPwd === user.password;
  if (sPwd !== sConfPwd || !isCurrent) throw new StatusError("Error");
}

function isBooleanText(value: string): boolean {
  return /^(?:true|false)$/i.test(value);
}

function isTrue(value: string): boolean {
  return value.toLowerCase() === "true";
}

/** @throws StatusError if one of the users cannot be created; then none is created */
function createUsers(users: readonly USERDATA[], organization: Organization): void {
  const emails = users.map(({ sEmail = "" }) => sEmail.toLowerCase());
  const isFree = (email: string) => email !== "" && organization.userByEmail(email) === undefined;
  if (new Set(emails).size < emails.length || !emails.every(isFree)) throw new StatusError("Error");
  const fits = users.every(
    ({ iParentID }) => organization.childType(iParentID, "user") !== undefined,
  );
  if (!fits) throw new StatusError("Error");
  for (const { iParentID, eStatus, ...data } of users) {
    const user = organization.add(iParentID, "user");
    if (user === undefined) throw new StatusError("Error");
    const { sName = user.name, sNick = "", sEmail = "", sSSOID = "", sPwd = "" } = data;
    Object.assign(user, { name: sName, nick: sNick, email: sEmail, ssoId: sSSOID, password: sPwd });
    setStatus(user, eStatus);
  }
}

export const userMethods = {
  getUser,
  getUser_v2: getUser,

  getUser_v3({ iNodeID, sUserEmail = "" }, call) {
    if (sUserEmail === "") return getUser({ iNodeID }, call);
    call.user();
    if (iNodeID !== 0) return { status: "Invalid_EmailAndNodeIdBothSpecified" };
    const user = call.state.organization.userByEmail(sUserEmail);
    return user === undefined
      ? { status: "InvalidParam_Email" }
      : { status: "OK", oUser: entry(user) };
  },

  setUser(request, call) {
    changeUser(request, request.eAddOns, call);
    return { status: "OK" };
  },

  setUser_v2({ bRPATAddOn = "False", ...request }, call) {
    call.user();
    if (!isBooleanText(bRPATAddOn)) return { status: "InvalidParam_RPATAddOn" };
    const user = changeUser(request, request.eMobileAddOn, call);
    user.rpatAddOn = isTrue(bRPATAddOn);
    return { status: "OK" };
  },

  setUserStatus_v7_1({ iNodeID, eStatus }, call) {
    call.administrator("Error");
    const user = call.state.organization.user(iNodeID);
    if (user === undefined) throw new StatusError("Error");
    setStatus(user, eStatus);
    return { status: "OK" };
  },

  createUser({ iParentID }, call) {
    call.administrator("Error");
    const user = call.state.organization.add(iParentID, "user");
    return user === undefined
      ? { status: "InvalidParam_Parent" }
      : { status: "OK", iUserID: user.id };
  },

  createUsers({ aUserData = [] }, call) {
    if (!isAccountHolder(call.user())) return { status: "Error" };
    const users = aUserData.filter((user) => user !== null);
    if (users.length === 0) return { status: "Error" };
    createUsers(users, call.state.organization);
    return { status: "OK" };
  },
} satisfies Partial<Methods>;
