/** The end of a call: by its timeout, or by the signal of its caller. */
import { AbortError, type Delivery, TimeoutError } from "../errors/index.js";
import { type HttpRequest, onAbort } from "../http/index.js";
import type { Call } from "../protocol/index.js";

/** The longest delay of a timer, in ms. */
export const MAX_DELAY = 2_147_483_647;

/** The exchange of a call, for its transport. */
export interface Underway extends Required<Pick<HttpRequest, "onDelivery" | "repeatable">> {
  /** Aborts with the error of the call. */
  readonly signal: AbortSignal;
}

/**
 * Runs `work` with a signal that aborts after the call's timeout or with its caller's signal, until `work` has finished,
 * and the promise that it gives to `continuesUntil`.
 *
 * @param name the name of the call in errors, "generateEmailText"
 * @throws TimeoutError, AbortError, or the error of `work`
 */
export async function withDeadline<Result>(
  name: string,
  call: Pick<Call, "repeatable" | "timeout" | "signal"> & Partial<Pick<Call, "progress">>,
  work: (underway: Underway, continuesUntil: (end: Promise<void>) => void) => Promise<Result>,
): Promise<Result> {
  const { progress, timeout, signal: caller, repeatable = false } = call;
  const controller = new AbortController();
  // A transport that does not report it may have sent the request.
  let delivery: Delivery | undefined;
  if (caller?.aborted) throw aborted(name, caller);
  const release = onAbort(caller, () =>
    controller.abort(aborted(name, caller, delivery ?? "unknown")),
  );
  const onTimeout = () => {
    const message = `${name} took longer than ${timeout} ms.`;
    controller.abort(new TimeoutError(message, { delivery: delivery ?? "unknown" }));
  };
  const timer = setTimeout(onTimeout, Math.min(timeout, MAX_DELAY));
  let rest: Promise<void> | undefined;
  const end = () => {
    clearTimeout(timer);
    release();
  };
  if (progress !== undefined) progress.exchanges++;
  try {
    const onDelivery = (reported: Delivery) => {
      // A redirect or a second connection does not make up for bytes that were sent before.
      if (delivery !== "unknown") delivery = reported;
    };
    const { signal } = controller;
    return await work({ signal, onDelivery, repeatable }, (until) => {
      rest = until;
    });
  } finally {
    if (rest === undefined) end();
    else rest.then(end, end);
  }
}

/** The error of a call that its caller has aborted, by default before it was sent. */
export function aborted(
  name: string,
  signal: AbortSignal | undefined,
  delivery: Delivery = "not-sent",
): AbortError {
  const message = `${name} was aborted by its caller.`;
  return new AbortError(message, { cause: signal?.reason, delivery });
}
