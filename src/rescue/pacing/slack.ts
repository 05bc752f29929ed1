/** How much earlier than one interval after a response the next call may be sent, learned from round trips. */

/** The number of round trips that are needed before there is any slack. */
const MIN_ROUND_TRIPS = 8;
/** The number of latest round trips that count: the slack follows the network after as many calls. */
export const WINDOW = 16;
/** The longest tick that is likely for the clock of a server (Windows: 1/64 s), in ms. It is never used as slack. */
const CLOCK_TICK = 16;

/** The number of calls without slack after the first rejection. It replaces all round trips. */
const FIRST_PAUSE = WINDOW;
/** Each further rejection makes the pause this many times as long … */
const PAUSE_GROWTH = 8;
/** … up to 8,192 calls. */
const MAX_LEVEL = 3;
/** After as many early calls without a rejection, the next pause is shorter again. So at most 1 of 500 calls is rejected. */
const RECOVERY = 500;

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
 * rejections is limited as well. After a rejection of an early call there is a pause without slack, and each further one
 * makes the pause longer. With any network, at most 4 calls are rejected, plus 1 per 500 early calls.
 */
export class Slack {
  /** The latest round trips, in ms. */
  #latest: number[] = [];
  /** The number of calls until the end of the pause. */
  #pause = 0;
  /** The number of rejections that count for the length of the next pause. */
  #level = 0;
  /** The number of early calls without a rejection since the level changed. */
  #accepted = 0;

  /** In ms; 0 in a pause, while too few round trips are known, or while they vary too much. */
  get ms(): number {
    if (this.#pause > 0 || this.#latest.length < MIN_ROUND_TRIPS) return 0;
    const lowest = Math.min(...this.#latest);
    const spread = Math.max(...this.#latest) - lowest;
    return Math.max(0, lowest - spread - CLOCK_TICK);
  }

  /** Whether a new object would behave in the same way after the same round trips. */
  get isUnused(): boolean {
    return this.#level === 0 && this.#pause === 0;
  }

  /** @param roundTrip from request to response, in ms, over a connection like the next call's */
  learn(roundTrip: number): void {
    if (this.#pause > 0) this.#pause -= 1;
    this.#latest.push(roundTrip);
    if (this.#latest.length > WINDOW) this.#latest.shift();
  }

  /** The round trips are too old: the network may have changed. */
  forget(): void {
    this.#latest = [];
  }

  /** The service accepted a call that was sent early. */
  accepted(): void {
    if (this.#level === 0) return;
    this.#accepted += 1;
    if (this.#accepted < RECOVERY) return;
    this.#accepted = 0;
    this.#level -= 1;
  }

  /** The service rejected a call that was sent early, perhaps for another reason; or it is unknown whether it did. */
  rejected(): void {
    this.#pause = FIRST_PAUSE * PAUSE_GROWTH ** this.#level;
    this.#level = Math.min(this.#level + 1, MAX_LEVEL);
    this.#accepted = 0;
  }
}
