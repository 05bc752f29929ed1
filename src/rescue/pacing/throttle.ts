/** The options of the pacing and their checks. */
import { MAX_DELAY } from "../../client/index.js";
import { OptionsError } from "../../errors/index.js";
import { RATE_LIMITS } from "../facts/rate-limits.js";
import type { PaceClient } from "./waiting-calls.js";

const FAMILIES = ["generateEmailText", "requestPINCode"] as const;

/**
 * Operations that share a rate limit: `generateEmailText`; or `requestPINCode`, which includes all its versions, the
 * versions of `requestLensPINCode`, and `requestInvitationLink`.
 */
export type PacedFamily = (typeof FAMILIES)[number];

/** The pacing of a client. If clients of one account have different intervals, the longest one applies to all of them. */
export interface Throttle {
  /**
   * The interval between two calls of `generateEmailText`, in ms. Default: 1000, the documented limit of the service. 0
   * turns the pacing of the family off. With a shorter interval the service rejects calls.
   */
  readonly generateEmailText?: number;
  /**
   * The interval between two calls of `requestPINCode` and the operations that share its limit, in ms. Default: 1000, the
   * documented limit of the service. 0 turns the pacing of the family off. With a shorter interval the service rejects
   * calls.
   */
  readonly requestPINCode?: number;
  /**
   * Whether a call may be sent earlier than one interval after the response before it, by most of the measured round trip.
   * Default: `true`, about one call per interval. Risk: if the network changes suddenly, the service may reject a call, at
   * most 27 of 10,000. With `false` it rejects none, and a call takes one interval and one round trip.
   */
  readonly slack?: boolean;
  /**
   * The largest number of calls of the client that wait for a turn, for each family. A further call is a `QueueFullError`.
   * Default: 10,000, which wait almost three hours and need about 20 MB. 0: a call that would have to wait is an error.
   */
  readonly maxWaiting?: number;
  /**
   * The longest time that a call without a response delays the next call of the account, in ms. Default: 10,000, since a
   * request normally arrives within seconds, or not at all. Risk of a short time: the stalled call may arrive together with
   * the next one, and the service rejects one of them. The time is at least one interval.
   */
  readonly stalledAfter?: number;
}

/** More calls would wait longer than most programs run. */
const DEFAULT_MAX_WAITING = 10_000;

/** A connection that loses packets sends them again within this time, in ms, or it is broken. */
const DEFAULT_STALLED_AFTER = 10_000;

/** The family of an operation; `undefined` if the operation has no limit. */
export function familyOf(operation: string): PacedFamily | undefined {
  return FAMILIES.find((family) => RATE_LIMITS[family].operations.test(operation));
}

/** Whether a status is that of a call above a limit. Error may have other causes. */
export function isTooEarly(status: string | undefined): boolean {
  return FAMILIES.some((family) => RATE_LIMITS[family].status === status);
}

/** A client's use of the limit of each family. */
export function paceClients(throttle: Throttle): Readonly<Record<PacedFamily, PaceClient>> {
  const shared = {
    maxWaiting: throttle.maxWaiting ?? DEFAULT_MAX_WAITING,
    stalledAfter: throttle.stalledAfter ?? DEFAULT_STALLED_AFTER,
    slack: throttle.slack ?? true,
  };
  const clientOf = (family: PacedFamily) => ({
    ...shared,
    interval: throttle[family] ?? RATE_LIMITS[family].window,
  });
  return {
    generateEmailText: clientOf("generateEmailText"),
    requestPINCode: clientOf("requestPINCode"),
  };
}

/** @throws OptionsError if an option is invalid */
export function checkThrottle(throttle: Throttle): void {
  for (const name of [...FAMILIES, "stalledAfter"] as const) {
    const ms = throttle[name];
    if (ms === undefined || (ms >= 0 && ms <= MAX_DELAY)) continue;
    const none = name === "stalledAfter" ? "" : ", 0 for no pacing";
    throw new OptionsError(
      `throttle.${name} must be a number of milliseconds${none}, at most ${MAX_DELAY}, but it is ${ms}.`,
    );
  }
  const { maxWaiting = 0 } = throttle;
  if (
    maxWaiting !== Number.POSITIVE_INFINITY &&
    !(Number.isInteger(maxWaiting) && maxWaiting >= 0)
  ) {
    throw new OptionsError(
      `throttle.maxWaiting must be a number of calls or Infinity, but it is ${maxWaiting}.`,
    );
  }
}
