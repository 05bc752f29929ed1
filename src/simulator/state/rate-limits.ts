/** The documented limits, by the arrival of calls. */
import type { Clock } from "./clock.js";

export class RateLimits {
  readonly #arrivals = new Map<string, number[]>();

  constructor(private readonly clock: Clock) {}

  /**
   * Counts a call.
   *
   * @param key what is limited, for whom
   * @param most how many calls a window takes
   * @param window in ms
   * @returns whether it may pass; one that may not doesn't count
   */
  take(key: string, most: number, window: number): boolean {
    const now = this.clock.now();
    // Where the time was set back, what is ahead of it doesn't count.
    const recent = (this.#arrivals.get(key) ?? []).filter(
      (arrival) => arrival <= now && now - arrival < window,
    );
    const passes = recent.length < most;
    this.#arrivals.set(key, passes ? [...recent, now] : recent);
    return passes;
  }
}
