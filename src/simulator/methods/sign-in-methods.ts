/** The methods for login, logout and auth codes. */
import { SESSION_COOKIE } from "../../rescue/facts/index.js";
import { type Account, findAccount } from "../state/accounts.js";
import { ORGANIZATION } from "../state/organization-seeds.js";
import type { Methods } from "./method.js";
import type { ServiceCall } from "./service-call.js";
import { StatusError } from "./status-error.js";

export const signInMethods = {
  login({ sEmail = "", sPassword = "" }, { state, cookies }) {
    if (!state.rateLimits.accept("login", sEmail.toLowerCase())) {
      return { status: "LimitReached" };
    }
    const account = findAccount(state.organization, sEmail, sPassword);
    if (account === undefined) return { status: "Invalid" };
    if (account.loginStatus !== undefined) throw new StatusError(account.loginStatus);
    if (isDisabled(account, state)) return { status: "Invalid" };
    const current = cookies.get(SESSION_COOKIE);
    const id = state.credentials.open(account, current);
    // As ASP.NET, which keeps a session and sets the cookie of a new one only.
    if (id !== current) cookies.set(SESSION_COOKIE, id);
    return { status: "OK" };
  },

  logout(_, { state, cookies }) {
    const id = cookies.get(SESSION_COOKIE);
    if (id === undefined || state.credentials.bySession(id) === undefined) {
      return { status: "NotLoggedIn" };
    }
    state.credentials.close(id);
    return { status: "OK" };
  },

  requestAuthCode({ sEmail = "", sPassword = "" }, { state }) {
    const account = findAccount(state.organization, sEmail, sPassword);
    if (account === undefined || isDisabled(account, state)) return { status: "Invalid" };
    if (account.loginStatus === "LimitReached") return { status: "PollRateExceeded" };
    if (account.loginStatus === "GlobalIpRestricted") return { status: "Error" };
    return { status: "OK", sAuthCode: state.credentials.issue(account) };
  },

  requestAuthCodeSSO({ sSSOID = "", sPassword = "", sCompany = "" }, { state }) {
    if (!/^\d+$/.test(sCompany)) return { status: "InvalidParam_Company" };
    const user = state.organization.nodes.find(({ ssoId }) => ssoId !== "" && ssoId === sSSOID);
    const account = user && findAccount(state.organization, user.email, sPassword);
    if (account === undefined || isDisabled(account, state) || !isOrganization(sCompany)) {
      return { status: "Invalid" };
    }
    return { status: "OK", sAuthCode: state.credentials.issue(account) };
  },
} satisfies Partial<Methods>;

function isDisabled({ nodeId }: Account, { organization }: ServiceCall["state"]): boolean {
  return organization.node(nodeId)?.status === "Disabled";
}

function isOrganization(company: string): boolean {
  return Number(company) === ORGANIZATION.id;
}
