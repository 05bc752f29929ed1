/** Signing in with email address and password, and what to say of a refusal. */

import { type CallDefaults, startCall } from "../client/index.js";
import type { LoginOutcome } from "../generated/outcomes.js";
import { operations } from "../generated/schema.js";
import { type Next, UNLISTED } from "../protocol/index.js";
import { SignInError } from "./errors.js";

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/**
 * Calls login through `next`.
 *
 * @throws SignInError when the outcome isn't OK, and whatever a call throws
 */
export async function signIn(
  { email, password }: Credentials,
  defaults: CallDefaults,
  next: Next,
): Promise<void> {
  const request = { sEmail: email, sPassword: password };
  const { value } = await next(startCall(operations.login, request, "outcome", defaults, {}));
  // The outcome was made by the schema of login, which is what its type was made of.
  const { status, ret } = value as LoginOutcome;
  if (status === "OK") return;
  const answer = status === UNLISTED ? `"${ret}", which the contract does not list` : status;
  throw new SignInError(
    `The service refused to sign in ${email} with ${answer}: ${ADVICE[status]}.`,
    status,
    ret,
  );
}

const ADVICE: Readonly<Record<Exclude<LoginOutcome["status"], "OK">, string>> = {
  Invalid: "check the email address and the password",
  LimitReached: "it takes ten sign-ins in three minutes; wait, or use an auth code",
  GlobalIpRestricted: "the account does not take sign-ins from this address of the network",
  Error: "it gives no reason; try again later",
  Unlisted: "look it up in the service's documentation",
};
