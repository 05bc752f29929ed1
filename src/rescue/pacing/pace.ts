/**
 * One call at a time, and the next no sooner than an interval after the answer: the server counts a call when it arrives,
 * which is somewhere between sending and answer, so only the answer tells that the interval has begun.
 *
 * p-throttle spaces the turns by their starts, which is the least that there has to be between two calls; what the
 * answer adds is waited for within the turn.
 */
import pThrottle from "p-throttle";
import { aborted } from "../../client/index.js";
import { Slack } from "./slack.js";

export interface TurnRequest {
  /** The operation's name. */
  readonly operation: string;
  readonly signal: AbortSignal | undefined;
  /** Told, before the wait, how long it is likely to be, in ms. */
  readonly onWait: ((delay: number) => void) | undefined;
}

/** The right to send one call now. One of its methods must be called when the call is over, whichever way. */
export interface Turn {
  /** @param tooSoon whether the service said that the call came too soon after another */
  answered(tooSoon: boolean): void;
  /** There was no answer: the call may have arrived or not. */
  failed(): void;
}

/** The calls that share a limit, in the order they came. */
export class Pace {
  readonly #slack = new Slack();
  /** Whoever waits, the first to go first. */
  readonly #waiting: (() => void)[] = [];
  /** Ends what waits for a time to come, when nobody waits for it any more. */
  #left = new AbortController();
  #nextTurn: () => Promise<void>;
  /** Ends with the call under way. */
  #underWay: Promise<void> | undefined;
  #answeredAt = Number.NEGATIVE_INFINITY;
  #serving = Promise.resolve();

  /** @param interval in ms */
  constructor(private readonly interval: number) {
    this.#nextTurn = this.#spaced();
  }

  #spaced(): () => Promise<void> {
    const { signal } = this.#left;
    return pThrottle({ limit: 1, interval: this.interval, strict: true, signal })(() => {
      this.#serving = this.#serving.then(() => this.#serveFirst(signal));
      return this.#serving;
    });
  }

  /** Whether nothing would be lost with it but what it learned. */
  get idle(): boolean {
    const rested = performance.now() - this.#answeredAt >= this.interval;
    return this.#underWay === undefined && this.#waiting.length === 0 && rested;
  }

  /**
   * Waits until a call may be sent.
   *
   * @throws AbortError when the signal aborts before that; the place in the queue is then free at once
   */
  async turn({ operation, signal, onWait }: TurnRequest): Promise<Turn> {
    if (signal?.aborted) throw aborted(operation, signal);
    const delay = this.#expectedDelay();
    if (delay > 0) onWait?.(delay);
    await this.#place(operation, signal);
    return this.#startTurn(delay > 0);
  }

  /** Takes a place in the queue, until its turn or until the caller leaves it. */
  #place(operation: string, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(go), 1);
        reject(aborted(operation, signal));
        if (this.#waiting.length === 0) this.#forgetTimes();
      };
      const go = () => {
        signal?.removeEventListener("abort", leave);
        resolve();
      };
      signal?.addEventListener("abort", leave, { once: true });
      this.#waiting.push(go);
      // It rejects when all have left, and each of them knows.
      this.#nextTurn().catch(() => {});
    });
  }

  /** Keeps no timer for those that left; the interval since the last answer is kept all the same. */
  #forgetTimes(): void {
    this.#left.abort();
    this.#left = new AbortController();
    this.#nextTurn = this.#spaced();
  }

  /** Lets the first of the queue go when the call under way is over and the interval since then. */
  async #serveFirst(left: AbortSignal): Promise<void> {
    await this.#underWay;
    for (let delay = this.#delay(); delay > 0 && !left.aborted; delay = this.#delay()) {
      await sleep(Math.ceil(delay), left);
    }
    if (left.aborted) return;
    const first = this.#waiting.shift();
    if (first === undefined) return;
    this.#underWay = new Promise((resolve) => {
      this.#end = resolve;
    });
    first();
  }

  #end: () => void = () => {};

  #startTurn(waited: boolean): Turn {
    const sentAt = performance.now();
    const end = () => {
      this.#answeredAt = performance.now();
      this.#underWay = undefined;
      this.#end();
    };
    return {
      answered: (tooSoon) => {
        if (tooSoon) this.#slack.forget();
        // One that didn't wait may have opened a connection, which the next need not.
        else if (waited) this.#slack.learn(performance.now() - sentAt);
        end();
      },
      failed: end,
    };
  }

  /** Until the next call may go, in ms. */
  #delay(): number {
    return this.#answeredAt + this.interval - this.#slack.ms - performance.now();
  }

  /** The answer under way counts as now, and each call ahead as one interval. */
  #expectedDelay(): number {
    const own = this.#underWay === undefined ? Math.max(0, this.#delay()) : this.interval;
    return Math.ceil(this.#waiting.length * this.interval + own);
  }
}

/** Waits so many ms, or until the signal aborts. */
function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener("abort", end);
  });
}

/** The paces of all limits in use. */
export class Paces {
  readonly #paces = new Map<string, Pace>();

  get size(): number {
    return this.#paces.size;
  }

  /**
   * The pace of a limit, to be asked for anew at each call: one that is idle makes room when another comes.
   *
   * @param interval in ms
   */
  of(limit: string, interval: number): Pace {
    const key = `${interval} ${limit}`;
    let pace = this.#paces.get(key);
    if (pace === undefined) {
      for (const [other, candidate] of this.#paces) if (candidate.idle) this.#paces.delete(other);
      pace = new Pace(interval);
      this.#paces.set(key, pace);
    }
    return pace;
  }
}
