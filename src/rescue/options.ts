/** What `createRescueClient` takes, and that it makes sense. */
import type { SoapClientOptions } from "../client/index.js";
import type { SoapVersion } from "../schema/index.js";
import { OptionsError } from "./errors.js";
import type { Logger } from "./logging.js";
import type { Throttle, Wait } from "./pacing/pacing.js";
import type { Credentials } from "./sign-in.js";

export const DEFAULT_ENDPOINT = "https://secure.logmeinrescue.com/API/API.asmx";

/** Email address and password open a session with the first call; an auth code goes along with each call instead. */
export type RescueAuth = Credentials | { readonly authCode: string };

/**
 * How to speak to the service: SOAP 1.2 or 1.1, or its plain-text `.aspx` pages by POST or GET. A GET has its
 * parameters, passwords and auth codes among them, in the URL, which proxies and servers on the way may log.
 */
export type RescueProtocol = SoapVersion | "post" | "get";

export interface RescueClientOptions
  extends Pick<
    SoapClientOptions,
    | "headers"
    | "interceptors"
    | "maxResponseBytes"
    | "onDeviation"
    | "redirects"
    | "strict"
    | "timeout"
    | "transport"
  > {
  readonly auth: RescueAuth;
  /** The URL of API.asmx, the vendor's by default; the text pages are looked for beside it. */
  readonly endpoint?: string;
  /** Default `soap12`. */
  readonly protocol?: RescueProtocol;
  /**
   * The service takes one call a second of generateEmailText, and one of requestPINCode and its kin; calls wait for
   * their turn. Another interval for either in ms, or `false` for no pacing, when something else sees to it.
   */
  readonly throttle?: false | Throttle;
  /** Told when a call has to wait for its turn. */
  readonly onWait?: (wait: Wait) => void;
  /** Gets one line a call. */
  readonly logger?: Logger;
}

const PROTOCOLS: readonly string[] = ["soap12", "soap11", "post", "get"] satisfies RescueProtocol[];

/** The longest delay that a timer takes, in ms. */
const LONGEST = 2_147_483_647;

/** @throws OptionsError naming the first option that makes no sense; values of secrets never show */
export function checkOptions(options: RescueClientOptions): void {
  const { endpoint, protocol, redirects, timeout, throttle } = options;
  checkAuth(options.auth);
  if (endpoint !== undefined && !isHttpUrl(endpoint)) {
    throw new OptionsError(`endpoint takes an http or https URL, such as ${DEFAULT_ENDPOINT}.`);
  }
  if (protocol !== undefined && !PROTOCOLS.includes(protocol)) {
    throw new OptionsError(`protocol takes one of ${PROTOCOLS.join(", ")}, not "${protocol}".`);
  }
  if (timeout !== undefined && !(timeout > 0 && timeout <= LONGEST)) {
    throw new OptionsError(`timeout takes a positive number of milliseconds, not ${timeout}.`);
  }
  if (redirects !== undefined && !(Number.isInteger(redirects) && redirects >= 0)) {
    throw new OptionsError(`redirects takes a number of redirects, 0 for none, not ${redirects}.`);
  }
  for (const [family, interval] of Object.entries(throttle || {})) {
    if (interval >= 0 && interval <= LONGEST) continue;
    throw new OptionsError(
      `throttle.${family} takes a number of milliseconds, 0 for no pacing, not ${interval}.`,
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
    throw new OptionsError(
      "auth takes { email, password } to sign in, or { authCode } in its place, and not both.",
    );
  }
  const wrong = given.find(([, value]) => typeof value !== "string" || value === "");
  if (wrong !== undefined) throw new OptionsError(`auth.${wrong[0]} is empty or no string.`);
}

function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
