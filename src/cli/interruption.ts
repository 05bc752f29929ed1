/** What SIGINT and SIGTERM do to a command that is running. */
import { InterruptedError } from "./failure/errors.js";

/**
 * The result of `work`, or an error as soon as the signal aborts. The work itself does not notice the signal.
 *
 * @param cleanUp how long the work may go on after the signal, in ms
 * @throws InterruptedError if the signal aborts before the work is done
 */
export async function untilInterrupted<Result>(
  work: Promise<Result>,
  signal: AbortSignal,
  cleanUp = 0,
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  let onAbort = () => {};
  const interrupted = new Promise<never>((_, reject) => {
    onAbort = () => {
      timer = setTimeout(() => reject(interruption(signal)), cleanUp);
    };
  });
  if (signal.aborted) onAbort();
  else signal.addEventListener("abort", onAbort, { once: true });
  try {
    return await Promise.race([work, interrupted]);
  } catch (error) {
    throw signal.aborted ? interruption(signal) : error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", onAbort);
  }
}

/** The error of an aborted signal. */
export function interruption({ reason }: AbortSignal): InterruptedError {
  return reason instanceof InterruptedError ? reason : new InterruptedError("SIGINT");
}
