/** The steps of a call, from the interceptors of the caller to the exchange with the service. */
import { compose, type Interceptor, type Next, traced } from "../protocol/index.js";
import { fillAuthCode } from "./auth-code.js";
import { exchangeOf } from "./exchange.js";
import { logging } from "./logging.js";
import type { RescueClientOptions } from "./options.js";
import { pacing } from "./pacing/pacing.js";
import { requestCheck } from "./request-check.js";
import { rescueRetry } from "./retrying.js";
import { reserveCookies } from "./session/cookie-owner.js";
import { session } from "./session/session.js";
import { signIn } from "./session/sign-in.js";
import { signInLimit } from "./session/sign-in-record.js";

/** The outer steps see each call once. The steps from the session inwards see each request that is sent for it. */
export function rescueChain(options: RescueClientOptions, endpoint: string): Next {
  const {
    auth,
    logger,
    circuitBreaker,
    interceptors = [],
    onWait,
    throttle = {},
    retry = {},
  } = options;
  const { check, send } = exchangeOf(options, endpoint);
  const steps: Interceptor[] = [];
  if (logger !== undefined) steps.push(logging(logger));
  steps.push(...interceptors);
  // It replaces the request, so it precedes the check, which encodes the request.
  if ("authCode" in auth) steps.push(fillAuthCode(auth.authCode));
  steps.push(requestCheck(check));
  if (retry !== false) steps.push(rescueRetry(retry, throttle));
  if (!("authCode" in auth)) {
    reserveCookies(options.transport, endpoint, auth.email);
    // A sign-in passes through all steps, so it is logged and the interceptors see it.
    const defaults = { ...options, endpoint };
    steps.push(session(() => signIn(auth, defaults, (call) => chain(call))));
  }
  if (throttle !== false) {
    const account = "authCode" in auth ? auth.authCode : auth.email.toLowerCase();
    steps.push(pacing({ throttle, host: new URL(endpoint).host, account, onWait }));
  }
  if (circuitBreaker !== undefined) steps.push(circuitBreaker.interceptor);
  steps.push(signInLimit(options.transport));
  const chain = traced(compose(steps, send));
  return chain;
}
