/** Signing in and out, and auth codes. */
import { type Account, findAccount } from "../state/accounts.js";
import { SESSION_COOKIE } from "../state/credentials.js";
import { ORGANIZATION } from "../state/organization-seeds.js";
import type { Methods } from "./method.js";
import type { ServiceCall } from "./service-call.js";
import { StatusError } from "./status-error.js";

/** The documented limit of login: calls in a window of so many ms. */
const LOGINS = 10;
const LOGIN_WINDOW = 3 * 60_000;

export const signInMethods = {
  login({ sEmail = "", sPassword = "" }, { state, cookies }) {
    if (!state.limits.take(`login ${sEmail.toLowerCase()}`, LOGINS, LOGIN_WINDOW)) {
      return { status: "LimitReached" };
    }
    const account = findAccount(state.organization, sEmail, sPassword);
    if (account === undefined) return { status: "Invalid" };
    if (account.refusal !== undefined) throw new StatusError(account.refusal);
    if (isDisabled(account, state)) return { status: "Invalid" };
    const former = cookies.get(SESSION_COOKIE);
    if (former !== undefined) state.credentials.close(former);
    cookies.set(SESSION_COOKIE, state.credentials.open(account));
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
    if (account.refusal === "LimitReached") return { status: "PollRateExceeded" };
    if (account.refusal === "GlobalIpRestricted") return { status: "Error" };
    return { status: "OK", sAuthCode: state.credentials.issue(account) };
  },

  requestAuthCodeSSO({ sSSOID = "", sPassword = "", sCompany = "" }, { state }) {
    if (!/^\d+$/.test(sCompany)) return { status: "InvalidParam_Company" };
    const user = state.organization.nodes.find(({ ssoId }) => ssoId !== "" && ssoId === sSSOID);
    const account = user && findAccount(state.organization, user.email, sPassword);
    if (account === undefined || isDisabled(account, state) || !isOurs(sCompany)) {
      return { status: "Invalid" };
    }
    return { status: "OK", sAuthCode: state.credentials.issue(account) };
  },
} satisfies Partial<Methods>;

function isDisabled({ nodeId }: Account, { organization }: ServiceCall["state"]): boolean {
  return organization.node(nodeId)?.status === "Disabled";
}

function isOurs(company: string): boolean {
  return Number(company) === ORGANIZATION.id;
}
