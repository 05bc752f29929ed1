/** Keeps calls within the rate limits of the service. */
import type { Interceptor, Reply } from "../../protocol/index.js";
import { RATE_LIMITS } from "../facts/rate-limits.js";
import { authCodeOf } from "../facts/sign-in.js";
import { statusOf } from "../outcome-status.js";
import { Paces } from "./pace.js";

const FAMILIES = ["generateEmailText", "requestPINCode"] as const;

/**
 * Operations that share a rate limit: `generateEmailText`; or `requestPINCode`, which includes all its versions, the
 * versions of `requestLensPINCode`, and `requestInvitationLink`.
 */
export type PacedFamily = (typeof FAMILIES)[number];

/**
 * The interval between two calls of a family, in ms. Default: 1000, the documented limit of the service. 0 turns the
 * pacing of the family off. With a shorter interval the service rejects calls.
 */
export type Throttle = Readonly<Partial<Record<PacedFamily, number>>>;

/** A call that waits for its turn because of a rate limit. */
export interface Wait {
  /** The name of the operation. */
  readonly operation: string;
  /** The expected wait in ms. The actual wait is longer if calls before it take long to respond. */
  readonly delay: number;
}

export interface PacingOptions {
  readonly throttle: Throttle;
  /** The host of the service and the account: a rate limit applies to both together. */
  readonly host: string;
  readonly account: string;
  readonly onWait: ((wait: Wait) => void) | undefined;
}

/** The paces of this process: clients of the same account share a limit. */
const paces = new Paces();

/** Keeps the interval between calls of a family, for all clients of an account in this process. */
export function pacing({ throttle, host, account, onWait }: PacingOptions): Interceptor {
  return (next) => async (call) => {
    const { request, signal } = call;
    const operation = call.operation.name;
    const family = familyOf(operation);
    const interval = family === undefined ? 0 : (throttle[family] ?? RATE_LIMITS[family].window);
    if (family === undefined || interval === 0) return next(call);
    // A call with its own auth code counts for the account of the code.
    const pace = paces.of(`${family} ${host} ${authCodeOf(request) ?? account}`, interval);
    const turn = await pace.turn({
      operation,
      signal,
      onWait: onWait && ((delay) => onWait({ operation, delay })),
    });
    try {
      const reply = await next(call);
      turn.responded(isTooEarly(reply));
      return reply;
    } catch (error) {
      turn.failed();
      throw error;
    }
  };
}

function familyOf(operation: string): PacedFamily | undefined {
  return FAMILIES.find((family) => RATE_LIMITS[family].operations.test(operation));
}

/** The status of a call above the limit. Error may have other causes, but to slow down is safe. */
function isTooEarly(reply: Reply): boolean {
  const status = statusOf(reply);
  return FAMILIES.some((family) => RATE_LIMITS[family].status === status);
}
