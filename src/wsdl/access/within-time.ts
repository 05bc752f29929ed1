/** Ends reading after its time. */
import type { Budget } from "../limits.js";

/**
 * The result of `work`, or an error as soon as its time is over or the outer signal aborts, even if the work does not notice.
 *
 * @param outer the signal of the caller
 * @throws WsdlError (`LIMIT`); the reason of the outer signal
 */
export async function withinTime<Result>(
  budget: Budget,
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  outer?.throwIfAborted();
  const controller = new AbortController();
  let end: (reason: unknown) => void = () => {};
  const ended = new Promise<never>((_, reject) => {
    end = (reason) => {
      reject(reason);
      controller.abort(reason);
    };
  });
  const onAbort = () => end(outer?.reason);
  outer?.addEventListener("abort", onAbort, { once: true });
  const timer = setTimeout(() => end(budget.outOfTime()), budget.timeout);
  try {
    return await Promise.race([work(controller.signal), ended]);
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener("abort", onAbort);
    // Ends the downloads that are no longer needed.
    controller.abort();
  }
}
