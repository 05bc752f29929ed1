/**
 * p-throttle around the start of calls: two calls never start within one interval, even if a pace computes a wrong delay.
 *
 * p-throttle reads the wall clock when it is called, and its timers run on the monotonic clock. After the wall clock is set
 * back, it would wait until the old time is reached again. So it is replaced if the clocks have moved against each other
 * since the previous start. It gets one call at a time: queued calls would cost a timer each, and with the option `strict`
 * keep their places after they are aborted.
 */
import pThrottle from "p-throttle";

/** The difference of the two clocks that is not a change of the wall clock, in ms: rounding, and corrections in small steps. */
const TOLERANCE = 5;

export class StartGuard {
  #interval = 0;
  /** The wall clock minus the monotonic clock at the previous start, in ms. */
  #offset = 0;
  #throttled = throttled(0);

  /** Calls `start` at once, or when `interval` has passed since the previous start. */
  run(start: () => void, interval: number): void {
    const offset = Date.now() - performance.now();
    if (interval !== this.#interval || Math.abs(offset - this.#offset) > TOLERANCE) {
      this.#interval = interval;
      this.#throttled = throttled(interval);
    }
    this.#offset = offset;
    this.#throttled(start);
  }
}

function throttled(interval: number): (start: () => void) => void {
  return pThrottle({ limit: 1, interval, strict: true })((start: () => void) => start());
}
