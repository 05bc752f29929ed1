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
  call: Pick<Call, "progress" | "repeatable" | "timeout" | "signal">,
  work: (underway: Underway, continuesUntil: (end: Promise<void>) => void) => Promise<Result>,
): Promise<Result> {
  const { progress, timeout, signal: caller, repeatable = false } = call;
  const controller = new AbortController();
  const deliveries = new Set<Delivery>();
  const delivery = (): Delivery =>
    deliveries.size === 1 && deliveries.has("not-sent") ? "not-sent" : "unknown";
  if (caller?.aborted) throw aborted(name, caller);
  const release = onAbort(caller, () => controller.abort(aborted(name, caller, delivery())));
  const onTimeout = () => {
    const options = { delivery: delivery() };
    controller.abort(new TimeoutError(`${name} took longer than ${timeout} ms.`, options));
  };
  const timer = setTimeout(onTimeout, Math.min(timeout, MAX_DELAY));
  let rest: Promise<void> | undefined;
  const end = () => {
    if (progress !== undefined) progress.isInExchange = false;
    clearTimeout(timer);
    release();
  };
  if (progress !== undefined) {
    progress.exchanges++;
    progress.isInExchange = true;
  }
  try {
    const onDelivery = (each: Delivery) => void deliveries.add(each);
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
