/** The end that a call is given: by its timeout and by its caller's signal. */
import { AbortError, TimeoutError } from "../errors/index.js";

/** The longest delay that a timer takes, in ms. */
const LONGEST = 2_147_483_647;

/**
 * Runs `work` with a signal that aborts after `timeout` ms or with the caller's signal: until it is done, and so is what
 * it says goes on after it.
 *
 * @param what names the call in the error, "generateEmailText"
 * @throws TimeoutError, AbortError, or what `work` throws
 */
export async function withDeadline<Result>(
  what: string,
  timeout: number,
  caller: AbortSignal | undefined,
  work: (signal: AbortSignal, goesOn: (until: Promise<void>) => void) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const onAbort = () => controller.abort(aborted(what, caller));
  if (caller?.aborted) throw aborted(what, caller);
  caller?.addEventListener("abort", onAbort, { once: true });
  const timer = setTimeout(
    () => controller.abort(new TimeoutError(`${what} took longer than ${timeout} ms.`)),
    Math.min(timeout, LONGEST),
  );
  let rest: Promise<void> | undefined;
  const end = () => {
    clearTimeout(timer);
    caller?.removeEventListener("abort", onAbort);
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

/** The error of a call that its caller ended. */
export function aborted(what: string, signal: AbortSignal | undefined): AbortError {
  return new AbortError(`${what} was aborted by its caller.`, { cause: signal?.reason });
}
