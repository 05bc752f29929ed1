/** How much earlier than one interval after a response the next call may be sent, learned from round trips. */

/** The number of round trips that are needed before there is any slack. */
const MIN_ROUND_TRIPS = 8;
/** The number of latest round trips whose spread counts. */
const WINDOW = 16;
/** The longest tick that is likely for the clock of a server (Windows: 1/64 s), in ms. It is never used as slack. */
const CLOCK_TICK = 16;

/**
 * The server counts call n at some moment between its request and its response: f(n) ms after the first and b(n) ms
 * before the second. If call n + 1 is sent one interval minus `slack` after response n, the server sees the two calls
 *
 *     interval - slack + f(n + 1) + b(n)
 *
 * apart, so a slack of at most f(n + 1) + b(n) is safe. A client knows only the sums f(n) + b(n). The slack is the lowest
 * sum, minus the spread of the latest sums, minus the tick of the server's clock. This is safe if f(n + 1) + b(n) of two
 * neighbouring calls is not lower than the lowest round trip by more than that spread and tick. If it is, the service
 * rejects a call, and there is no slack until twice as many round trips have been measured.
 */
export class Slack {
  #minRoundTrips = MIN_ROUND_TRIPS;
  #measured = 0;
  #lowest = Number.POSITIVE_INFINITY;
  #latest: number[] = [];

  /** In ms; 0 while too few round trips are known or while they vary too much. */
  get ms(): number {
    if (this.#measured < this.#minRoundTrips) return 0;
    const spread = Math.max(...this.#latest) - this.#lowest;
    return Math.max(0, this.#lowest - spread - CLOCK_TICK);
  }

  /** @param roundTrip from request to response, in ms, over a connection like the next call's */
  learn(roundTrip: number): void {
    this.#measured += 1;
    this.#lowest = Math.min(this.#lowest, roundTrip);
    this.#latest.push(roundTrip);
    if (this.#latest.length > WINDOW) this.#latest.shift();
  }

  /** The service rejected a call as too early. */
  forget(): void {
    this.#minRoundTrips *= 2;
    this.#measured = 0;
    this.#lowest = Number.POSITIVE_INFINITY;
    this.#latest = [];
  }
}
