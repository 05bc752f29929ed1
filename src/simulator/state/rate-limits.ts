/** Rate limits, by the times at which calls arrive. */
import { RATE_LIMITS, type RateLimitName } from "../../rescue/facts/index.js";
import type { Clock } from "./clock.js";

export class RateLimits {
  readonly #arrivals = new Map<string, number[]>();

  constructor(private readonly clock: Clock) {}

  /**
   * Counts a call if the limit allows it.
   *
   * @param caller identifies the user to whom the limit applies
   * @returns whether the limit allows the call
   */
  accept(name: RateLimitName, caller: string): boolean {
    const { calls, window } = RATE_LIMITS[name];
    const key = `${name} ${caller}`;
    const now = this.clock.now();
    // After the clock was set back, arrivals in the future do not count.
    const recent = (this.#arrivals.get(key) ?? []).filter(
      (arrival) => arrival <= now && now - arrival < window,
    );
    const accepted = recent.length < calls;
    this.#arrivals.set(key, accepted ? [...recent, now] : recent);
    return accepted;
  }
}
