/** Sign-in with email address and password. */

import { type CallDefaults, startCall } from "../../client/index.js";
import type { LoginOutcome } from "../../generated/outcomes.js";
import { operations } from "../../generated/schema.js";
import type { Transport } from "../../http/index.js";
import { type Next, UNLISTED } from "../../protocol/index.js";
import { SecretValues } from "../../redaction/index.js";
import { SignInError } from "../errors.js";
import { RATE_LIMITS } from "../facts/rate-limits.js";
import { DEFAULT_SIGN_IN_RETRY, memoryOf, signInRecord } from "./sign-in-record.js";

/** The credentials of an account. */
export interface Credentials {
  /** The email address of the user. */
  readonly email: string;
  /** The password of the user. It is never logged, and removed from texts in errors. */
  readonly password: string;
}

/** The options of a client that apply to its sign-ins. */
interface SignInDefaults extends CallDefaults {
  readonly signInRetryAfter?: number;
  readonly transport?: Transport;
}

/**
 * Calls login through `next`.
 *
 * @throws SignInError if the outcome is not OK, or a sign-in would not help; and the errors of a call
 */
export async function signIn(
  { email, password }: Credentials,
  defaults: SignInDefaults,
  next: Next,
): Promise<void> {
  const { endpoint, transport, signInRetryAfter = DEFAULT_SIGN_IN_RETRY } = defaults;
  const record = signInRecord({ transport, endpoint, email });
  record.checkPassword(email, password, signInRetryAfter);
  const request = { sEmail: email, sPassword: password };
  const { value, secrets = new SecretValues([password]) } = await next(
    startCall({ operation: operations.login, request, resultKind: "outcome" }, defaults, {}),
  );
  // The outcome is made from the schema of login, and its type from the same contract.
  const { status, ret } = value as LoginOutcome;
  if (status === "OK") return;
  const shown = secrets.remove(ret);
  const text = status === UNLISTED ? `"${shown}", which the contract does not list` : status;
  throw new SignInError(
    `The service rejected the sign-in of ${email} with ${text}: ${ADVICE[status]}.`,
    status,
    shown,
    { code: "SIGN_IN_REFUSED", retryAfter: memoryOf(status, signInRetryAfter) },
  );
}

/** Calls logout through `next`. Its outcome does not matter: the session is over, or it expires. */
export async function signOut(defaults: CallDefaults, next: Next): Promise<void> {
  await next(
    startCall({ operation: operations.logout, request: {}, resultKind: "outcome" }, defaults, {}),
  );
}

const { calls, window } = RATE_LIMITS.login;

const ADVICE: Readonly<Record<Exclude<LoginOutcome["status"], "OK">, string>> = {
  Invalid: "check the email address and the password",
  LimitReached: `it accepts ${calls} sign-ins in ${window / 60_000} minutes; wait, or use an auth code`,
  GlobalIpRestricted: "the account does not allow sign-ins from this IP address",
  Error: "it states no reason; try again later",
  Unlisted: "see the documentation of the service",
};
