/** How much earlier than one interval after a response the next call may be sent, learned from round trips. */

/** The number of round trips that are needed before there is any slack. */
const MIN_ROUND_TRIPS = 8;
/** The number of latest round trips that count: the slack follows the network after as many calls. */
export const WINDOW = 16;
/** The longest tick that is likely for the clock of a server (Windows: 1/64 s), in ms. It is never used as slack. */
const CLOCK_TICK = 16;

/** The number of calls without slack after a rejection. It replaces all round trips. */
const PAUSE = WINDOW;
/** The number of calls that pay for one rejection: 1 of 400 calls is 0.25 %. */
const COST = 400;
/** A new account has credit for two rejections, so that an Error with another cause does not end the slack for long. */
const FIRST_CREDIT = 2 * COST;
/** The most credit, so that rejections do not come together after a long time without any. */
const MAX_CREDIT = 3 * COST;

/**
 * The server counts call n at some moment between its request and its response: f(n) ms after the first and b(n) ms
 * before the second. If call n + 1 is sent one interval minus `slack` after response n, the server sees the two calls
 *
 *     interval - slack + f(n + 1) + b(n)
 *
 * apart, so a slack of at most f(n + 1) + b(n) is safe. A client knows only the sums f(n) + b(n). The slack is the lowest of
 * the latest sums, minus their spread, minus the tick of the server's clock. This is safe if f(n + 1) + b(n) of two
 * neighbouring calls is not lower than the lowest round trip by more than that spread and tick.
 *
 * No client can know that in advance: the sums are the same if the legs of two calls are exchanged. So the number of
 * rejections is limited as well. Each call earns a credit, a rejection of an early call costs 400, and there is slack only
 * with a credit for one more rejection. So at most 2 calls are rejected, plus 1 of 400, with any network. The credit does not
 * depend on the cause of a rejection: an Error of
 * the service after every 400 calls costs 16 calls without slack.
 */
export class Slack {
  /** The latest round trips, in ms. */
  #latest: number[] = [];
  /** The number of calls until the end of the pause. */
  #pause = 0;
  #credit = FIRST_CREDIT;

  /** In ms; 0 in a pause, without credit, while too few round trips are known, or while they vary too much. */
  get ms(): number {
    const isAllowed = this.#pause === 0 && this.#credit >= COST;
    if (!isAllowed || this.#latest.length < MIN_ROUND_TRIPS) return 0;
    const lowest = Math.min(...this.#latest);
    const spread = Math.max(...this.#latest) - lowest;
    return Math.max(0, lowest - spread - CLOCK_TICK);
  }

  /** Whether a new object would not have less credit. */
  get isForgettable(): boolean {
    return this.#pause === 0 && this.#credit >= FIRST_CREDIT;
  }

  /** @param roundTrip from request to response, in ms, over a connection like the next call's */
  learn(roundTrip: number): void {
    this.#pause = Math.max(0, this.#pause - 1);
    this.#credit = Math.min(this.#credit + 1, MAX_CREDIT);
    this.#latest.push(roundTrip);
    if (this.#latest.length > WINDOW) this.#latest.shift();
  }

  /** The round trips are too old: the network may have changed. */
  forget(): void {
    this.#latest = [];
  }

  /** The service rejected a call that was sent early, perhaps for another reason; or it is unknown whether it did. */
  rejected(): void {
    this.#pause = PAUSE;
    this.#credit -= COST;
  }
}
