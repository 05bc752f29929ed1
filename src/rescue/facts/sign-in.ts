/** Sign-in: the session cookie and the auth code. */

export const SESSION_COOKIE = "ASP.NET_SessionId";

/** A session ends after this time without a call, in ms. */
export const SESSION_IDLE = 20 * 60_000;

/** The time without a call after which a session is renewed, in ms: early enough for a call that takes long. */
export const RENEW_AFTER = SESSION_IDLE - 2 * 60_000;

/** Operations that return an auth code. Their requests contain the credentials, so they need no session. */
export const AUTH_CODE_OPERATIONS: ReadonlySet<string> = new Set([
  "requestAuthCode",
  "requestAuthCodeSSO",
]);

/** Members of requests that contain a credential. */
export const CREDENTIAL_MEMBERS = ["sAuthCode", "sPassword"] as const;

/** The auth code of a request. An empty one means that the session cookie identifies the caller. */
export function authCodeOf(request: Readonly<Record<string, unknown>>): string | undefined {
  const { sAuthCode } = request;
  return typeof sAuthCode === "string" && sAuthCode !== "" ? sAuthCode : undefined;
}
