/** The end of a call: by its timeout, or by the signal of its caller. */
import { AbortError, TimeoutError } from "../errors/index.js";
import { onAbort } from "../http/index.js";
import type { Call } from "../protocol/index.js";

/** The longest delay of a timer, in ms. */
const MAX_DELAY = 2_147_483_647;

/**
 * Runs `work` with a signal that aborts after the call's timeout or with its caller's signal, until `work` has finished,
 * and the promise that it gives to `continuesUntil`.
 *
 * @param name the name of the call in errors, "generateEmailText"
 * @throws TimeoutError, AbortError, or the error of `work`
 */
export async function withDeadline<Result>(
  name: string,
  { timeout, signal: caller }: Pick<Call, "timeout" | "signal">,
  work: (signal: AbortSignal, continuesUntil: (end: Promise<void>) => void) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  if (caller?.aborted) throw aborted(name, caller);
  const release = onAbort(caller, () => controller.abort(aborted(name, caller)));
  const timer = setTimeout(
    () => controller.abort(new TimeoutError(`${name} took longer than ${timeout} ms.`)),
    Math.min(timeout, MAX_DELAY),
  );
  let rest: Promise<void> | undefined;
  const end = () => {
    clearTimeout(timer);
    release();
  };
  try {
    return await work(controller.signal, (until) => {
      rest = until;
    });
  } finally {
    if (rest === undefined) end();
    else rest.then(end, end);
  }
}

/** The error of a call that its caller has aborted. */
export function aborted(name: string, signal: AbortSignal | undefined): AbortError {
  return new AbortError(`${name} was aborted by its caller.`, { cause: signal?.reason });
}
