/** How much sooner than a whole interval after an answer the next call may go, learned from the round trips seen. */

/** Round trips that must have been seen before any slack is given. */
const FEWEST = 8;
/** The latest round trips, whose spread counts. */
const LATEST = 16;
/** The coarsest step that a server's clock is likely to count in (Windows: 1/64 s), in ms; it never becomes slack. */
const CLOCK_STEP = 16;

/**
 * The server counts call n at some moment between its sending and its answer: f(n) ms after the one and b(n) ms before
 * the other. When call n + 1 goes one interval less `slack` after answer n, the server sees them
 *
 *     interval - slack + f(n + 1) + b(n)
 *
 * apart, so a slack of at most f(n + 1) + b(n) is safe. A client sees neither, only the sums f(n) + b(n). The slack is the
 * lowest sum seen, less the spread of the latest ones, less the step of the server's clock. That is safe while a way out
 * and a way back of two neighbouring calls together fall below the lowest round trip seen by no more than that spread
 * and step. Where it turns out otherwise, the service says so, and the slack is gone until twice as much was seen.
 */
export class Slack {
  #fewest = FEWEST;
  #seen = 0;
  #floor = Number.POSITIVE_INFINITY;
  #latest: number[] = [];

  /** In ms; 0 as long as too little is known or the network is unsteady. */
  get ms(): number {
    if (this.#seen < this.#fewest) return 0;
    const spread = Math.max(...this.#latest) - this.#floor;
    return Math.max(0, this.#floor - spread - CLOCK_STEP);
  }

  /** @param roundTrip from sending to the answer, in ms, over a connection as the next call will have */
  learn(roundTrip: number): void {
    this.#seen += 1;
    this.#floor = Math.min(this.#floor, roundTrip);
    this.#latest.push(roundTrip);
    if (this.#latest.length > LATEST) this.#latest.shift();
  }

  /** The service found two calls too close. */
  forget(): void {
    this.#fewest *= 2;
    this.#seen = 0;
    this.#floor = Number.POSITIVE_INFINITY;
    this.#latest = [];
  }
}
