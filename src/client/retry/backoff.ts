/** The waits between the attempts of a call. */
import { onAnyAbort } from "../../http/index.js";

export interface Backoff {
  /** In ms. */
  readonly baseDelay: number;
  /** In ms. */
  readonly maxDelay: number;
}

/**
 * The wait before an attempt, in ms: exponential backoff with full jitter.
 *
 * @param attempt its number, from 2
 * @param shortest in ms
 */
export function delayBefore(
  attempt: number,
  shortest: number,
  { baseDelay, maxDelay }: Backoff,
): number {
  return shortest + Math.random() * Math.min(maxDelay, baseDelay * 2 ** (attempt - 2));
}

/** Resolves after `ms`, or when one of the signals aborts. */
export function pause(ms: number, signals: readonly (AbortSignal | undefined)[]): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      release();
      resolve();
    };
    const timer = setTimeout(end, ms);
    const release = onAnyAbort(signals, end);
    if (signals.some((signal) => signal?.aborted)) end();
  });
}
