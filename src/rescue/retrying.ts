/** Repeats calls of the service that failed. */
import { type RetryOptions, retrying } from "../client/index.js";
import type { Interceptor } from "../protocol/index.js";
import { RATE_LIMITS } from "./facts/rate-limits.js";
import { statusOf } from "./outcome-status.js";
import type { Throttle } from "./pacing/throttle.js";

const { operations, status, window } = RATE_LIMITS.generateEmailText;

/**
 * `retry`, which also repeats generateEmailText after `Error`: it can mean that the call came too early, so the wait is at
 * least one interval. The `Error` of the last attempt is the outcome.
 */
export function rescueRetry(options: RetryOptions, throttle: false | Throttle): Interceptor {
  const interval = (throttle !== false && throttle.generateEmailText) || window;
  return retrying(options, ({ operation }, reply) =>
    operations.test(operation.name) && statusOf(reply) === status ? interval : undefined,
  );
}
