/** The steps of a call, from the interceptors of the caller to the exchange with the service. */
import { compose, type Interceptor, type Next, traced } from "../protocol/index.js";
import { fillAuthCode } from "./auth-code.js";
import { exchangeOf } from "./exchange.js";
import { RENEW_AFTER } from "./facts/sign-in.js";
import { logging } from "./logging.js";
import type { RescueClientOptions } from "./options.js";
import { pacing } from "./pacing/pacing.js";
import { requestCheck } from "./request-check.js";
import { rescueRetry } from "./retrying.js";
import { reserveCookies } from "./session/cookie-owner.js";
import { Session } from "./session/session.js";
import { signIn, signOut } from "./session/sign-in.js";
import { signInLimit } from "./session/sign-in-record.js";

/** The calls of a client, and their end. */
export interface RescueChain {
  readonly send: Next;
  /** Signs out, and closes the connections. It does not reject: a session that cannot be ended expires. */
  readonly end: () => Promise<void>;
}

/** The outer steps see each call once. The steps from the session inwards see each request that is sent for it. */
export function rescueChain(options: RescueClientOptions, endpoint: string): RescueChain {
  const { auth, logger, circuitBreaker, interceptors = [], onWait } = options;
  const { throttle = {}, retry = {} } = options;
  const { check, send, close } = exchangeOf(options, endpoint);
  const defaults = { ...options, endpoint };
  const steps: Interceptor[] = [];
  if (logger !== undefined) steps.push(logging(logger));
  steps.push(...interceptors);
  // It replaces the request, so it precedes the check, which encodes the request.
  if ("authCode" in auth) steps.push(fillAuthCode(auth.authCode));
  steps.push(requestCheck(check));
  if (retry !== false) steps.push(rescueRetry(retry, throttle));
  if (!("authCode" in auth)) reserveCookies(options.transport, endpoint, auth.email);
  const session =
    "authCode" in auth
      ? undefined
      : new Session(
          () => signIn(auth, defaults, (call) => chain(call)),
          options.renewSession === true ? RENEW_AFTER : undefined,
        );
  if (session !== undefined) steps.push(session.interceptor);
  if (throttle !== false) {
    const account = "authCode" in auth ? auth.authCode : auth.email.toLowerCase();
    steps.push(pacing({ throttle, host: new URL(endpoint).host, account, onWait }));
  }
  if (circuitBreaker !== undefined) steps.push(circuitBreaker.interceptor);
  steps.push(signInLimit(options.transport));
  // A sign-in and a sign-out pass through these steps, so they are logged and the interceptors see them.
  const chain: Next = traced(compose(steps, send));
  return {
    send: chain,
    async end() {
      await session?.signOut(() => signOut(defaults, chain)).catch(() => {});
      close();
    },
  };
}
