/** The service's limit of one call a second on some operations, kept on this side. */
import type { Call, Interceptor, Reply } from "../../protocol/index.js";
import { statusOf } from "../reply-status.js";
import { Paces } from "./pace.js";

/** The operations that share a limit. */
export type PacedFamily = "generateEmailText" | "requestPINCode";

/**
 * Which operations count together. That of an invitation link answers with PollRateExceeded as those of a PIN do;
 * whether the service counts all of these in one is not documented, so they are taken to be.
 */
const FAMILIES: readonly (readonly [PacedFamily, RegExp])[] = [
  ["generateEmailText", /^generateEmailText/],
  ["requestPINCode", /^request(?:(?:Lens)?PINCode|InvitationLink)/],
];

/** The documented limit: one call a second, in ms. */
const DEFAULT_INTERVAL = 1_000;

/** An interval per family, in ms; 0 turns its pacing off. */
export type Throttle = Readonly<Partial<Record<PacedFamily, number>>>;

/** A call that waits for its turn. */
export interface Wait {
  /** The operation's name. */
  readonly operation: string;
  /** How long the wait is likely to be, in ms: an answer that is still to come counts as here. */
  readonly delay: number;
}

export interface PacingOptions {
  readonly throttle: Throttle;
  /** Whose limit it is: service and account. */
  readonly account: string;
  readonly onWait: ((wait: Wait) => void) | undefined;
}

/** The paces of this process, by account and family: a limit is the account's, not a client's. */
const paces = new Paces();

/** Keeps the intervals between the calls of each family, for all clients of an account in this process. */
export function pacing({ throttle, account, onWait }: PacingOptions): Interceptor {
  return (next) => async (call) => {
    const { operation, request, signal } = call;
    const family = familyOf(operation.name);
    const interval = family === undefined ? 0 : (throttle[family] ?? DEFAULT_INTERVAL);
    if (family === undefined || interval === 0) return next(call);
    const pace = paces.of(`${family} ${accountOf(request, account)}`, interval);
    const turn = await pace.turn({
      operation: operation.name,
      signal,
      onWait: onWait && ((delay) => onWait({ operation: operation.name, delay })),
    });
    try {
      const reply = await next(call);
      turn.answered(isTooSoon(reply));
      return reply;
    } catch (error) {
      turn.failed();
      throw error;
    }
  };
}

/** Whether an operation has a limit, and with which others it shares it. */
function familyOf(operation: string): PacedFamily | undefined {
  return FAMILIES.find(([, names]) => names.test(operation))?.[0];
}

/** A call with an auth code of its own counts for that one's account. */
function accountOf(request: Call["request"], account: string): string {
  return typeof request.sAuthCode === "string" && request.sAuthCode !== ""
    ? `${account.split(" ", 1)[0]} ${request.sAuthCode}`
    : account;
}

/** PollRateExceeded says it; generateEmailText says no more than Error. */
function isTooSoon(reply: Reply): boolean {
  const status = statusOf(reply);
  return status === "PollRateExceeded" || status === "Error";
}
