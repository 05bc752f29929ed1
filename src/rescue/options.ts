/** The options of `createRescueClient` and their checks. */
import {
  type CircuitBreaker,
  MAX_DELAY,
  type RetryOptions,
  type SoapClientOptions,
} from "../client/index.js";
import { OptionsError } from "../errors/index.js";
import type { SoapVersion } from "../schema/index.js";
import { DEFAULT_ENDPOINT } from "./facts/endpoint.js";
import type { FieldsFirstLogger, Logger } from "./logging.js";
import type { Wait } from "./pacing/pacing.js";
import { checkThrottle, type Throttle } from "./pacing/throttle.js";
import type { Credentials } from "./session/sign-in.js";

/**
 * How a client authenticates. With an email address and a password it signs in before its first call and keeps the session;
 * with an auth code, or an API token, it adds the code to each request that has the member `sAuthCode`.
 */
export type RescueAuth =
  | Credentials
  | {
      /** The auth code or the API token. It is never logged, and removed from texts in errors. */
      readonly authCode: string;
    };

/**
 * The protocol between client and service: SOAP 1.2, SOAP 1.1, or the plain-text `.aspx` pages by POST or GET.
 *
 * Risk of `get`: the parameters, including passwords and auth codes, are part of the URL, which proxies and servers may
 * log.
 */
export type RescueProtocol = SoapVersion | "post" | "get";

/** Options of `createRescueClient`. Only `auth` is required. */
export interface RescueClientOptions
  extends Pick<
    SoapClientOptions,
    | "headers"
    | "interceptors"
    | "maxResponseBytes"
    | "maxResponseElements"
    | "onDeviation"
    | "redirects"
    | "replaceForbiddenCharacters"
    | "strict"
    | "timeout"
    | "transport"
  > {
  /** The credentials: email address and password, or an auth code. Not both. */
  readonly auth: RescueAuth;
  /**
   * The URL of API.asmx. Default: `DEFAULT_ENDPOINT`, the service of the vendor. Set it to use another host of the vendor,
   * or the simulator. The text pages are in the same folder. Risk: the server at this URL receives the credentials.
   */
  readonly endpoint?: string;
  /** The protocol. Default: `soap12`. The text pages do not support all operations; see `UnsupportedProtocolError`. */
  readonly protocol?: RescueProtocol;
  /**
   * The pacing of calls for which the service has a rate limit; calls wait for their turn. Default: the documented limit,
   * one call per second for each family. `false` turns pacing off, for example if another process keeps the limit.
   * Risk of `false` and of shorter intervals: the service rejects calls.
   */
  readonly throttle?: false | Throttle;
  /**
   * Whether the client signs in again when its session was not used for 18 minutes: it expires after 20, and the next call
   * would wait for a new sign-in. Default `false`. Risk: the session stays open until `close()` or the end of the process,
   * which it does not delay.
   */
  readonly renewSession?: boolean;
  /**
   * Repeats calls that failed before they were sent, calls that only read (see `retry` of `rescue-soap/soap`), and
   * generateEmailText after `Error`, which can mean "too early". Default: 3 attempts. `false`: no call is repeated. Calls
   * with effects, such as requestPINCode, are never repeated after a byte of them was sent.
   */
  readonly retry?: false | RetryOptions;
  /**
   * Lets calls fail at once while the service is not available; see `circuitBreaker` of `rescue-soap/soap`. Clients can
   * share one. Default: none.
   */
  readonly circuitBreaker?: CircuitBreaker;
  /** Is called when a call has to wait for its turn. Default: no function. An error that it throws rejects the call. */
  readonly onWait?: (wait: Wait) => void;
  /**
   * The time after a rejected sign-in for which calls throw a `SignInError` (`SIGN_IN_SUSPENDED`) and the same credentials are
   * not sent again, in ms. Default: 900,000, 15 minutes, since an account may be locked after several wrong passwords.
   * `Infinity`: until the credentials change. Risk of a short time: the account is locked. After `LimitReached` it is three
   * minutes at most, and after `Error` there is no such time.
   */
  readonly signInRetryAfter?: number;
  /** Receives one line per call, without values of requests and responses: `console`, winston or pino. Default: no logger. */
  readonly logger?: Logger | FieldsFirstLogger;
}

const PROTOCOLS: readonly string[] = ["soap12", "soap11", "post", "get"] satisfies RescueProtocol[];

/** @throws OptionsError if an option is invalid; the message names the option and contains no secret */
export function checkOptions(options: RescueClientOptions): void {
  const { auth, endpoint, protocol, redirects, signInRetryAfter, timeout, throttle } = options;
  checkAuth(auth);
  if (endpoint !== undefined && !isHttpUrl(endpoint)) {
    throw new OptionsError(
      `endpoint must be an http or https URL, for example ${DEFAULT_ENDPOINT}.`,
    );
  }
  if (protocol !== undefined && !PROTOCOLS.includes(protocol)) {
    throw new OptionsError(
      `protocol must be one of ${PROTOCOLS.join(", ")}, but it is "${protocol}".`,
    );
  }
  if (timeout !== undefined && !(timeout > 0 && timeout <= MAX_DELAY)) {
    throw new OptionsError(
      `timeout must be a number of milliseconds above 0, at most ${MAX_DELAY}, but it is ${timeout}.`,
    );
  }
  if (redirects !== undefined && !(Number.isInteger(redirects) && redirects >= 0)) {
    throw new OptionsError(
      `redirects must be a number of redirects, 0 for none, but it is ${redirects}.`,
    );
  }
  checkRetry(options.retry);
  if (signInRetryAfter !== undefined && !(signInRetryAfter >= 0)) {
    throw new OptionsError(
      `signInRetryAfter must be a number of milliseconds or Infinity, but it is ${signInRetryAfter}.`,
    );
  }
  checkThrottle(throttle || {});
}

function checkRetry(retry: RescueClientOptions["retry"]): void {
  const { attempts = 1, baseDelay = 0, maxDelay = 0, deadline = 1 } = retry || {};
  if (!(Number.isInteger(attempts) && attempts >= 1)) {
    throw new OptionsError(`retry.attempts must be an integer from 1, but it is ${attempts}.`);
  }
  for (const [name, ms] of Object.entries({ baseDelay, maxDelay, deadline })) {
    if (ms >= (name === "deadline" ? 1 : 0) && ms <= MAX_DELAY) continue;
    throw new OptionsError(
      `retry.${name} must be a number of milliseconds, at most ${MAX_DELAY}, but it is ${ms}.`,
    );
  }
}

function checkAuth(auth: RescueAuth | undefined): void {
  const given = Object.entries(auth ?? {}).filter(([, value]) => value !== undefined);
  const names = given
    .map(([name]) => name)
    .sort()
    .join();
  if (names !== "authCode" && names !== "email,password") {
    throw new OptionsError("auth must be either { email, password } or { authCode }.");
  }
  const wrong = given.find(([, value]) => typeof value !== "string" || value === "");
  if (wrong !== undefined) throw new OptionsError(`auth.${wrong[0]} must be a non-empty string.`);
}

function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
