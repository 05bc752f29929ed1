/**
 * One call at a time, and the next one not earlier than an interval after the response. The server counts a call when it
 * arrives, at some moment between request and response, so an interval after the response is always safe.
 *
 * p-throttle spaces the starts of the calls, which is the minimum between two calls. The remaining wait after a response
 * happens within the turn.
 */
import pThrottle from "p-throttle";
import { aborted } from "../../client/index.js";
import { Slack } from "./slack.js";

export interface TurnRequest {
  /** The name of the operation. */
  readonly operation: string;
  readonly signal: AbortSignal | undefined;
  /** Is called before a wait, with its expected duration in ms. */
  readonly onWait: ((delay: number) => void) | undefined;
}

/** The right to send one call now. When the call ends, one of the methods must be called. */
export interface Turn {
  /** @param tooEarly whether the service rejected the call as too early */
  responded(tooEarly: boolean): void;
  /** There is no response: the call may have arrived or not. */
  failed(): void;
}

/** The queue of the calls that share a limit. */
export class Pace {
  readonly #slack = new Slack();
  /** Functions that start the waiting calls, in the order of their arrival. */
  readonly #waiting: (() => void)[] = [];
  /** Aborts when no call waits any more. */
  #abandoned = new AbortController();
  #nextTurn: () => Promise<void>;
  /** Resolves when the current call ends. */
  #current: Promise<void> | undefined;
  #endCurrent: () => void = () => {};
  #respondedAt = Number.NEGATIVE_INFINITY;
  #starting = Promise.resolve();

  /** @param interval in ms */
  constructor(private readonly interval: number) {
    this.#nextTurn = this.#throttled();
  }

  #throttled(): () => Promise<void> {
    const { signal } = this.#abandoned;
    return pThrottle({ limit: 1, interval: this.interval, strict: true, signal })(() => {
      this.#starting = this.#starting.then(() => this.#startFirst(signal));
      return this.#starting;
    });
  }

  /** Whether a new pace would behave in the same way, except for the learned slack. */
  get idle(): boolean {
    const rested = performance.now() - this.#respondedAt >= this.interval;
    return this.#current === undefined && this.#waiting.length === 0 && rested;
  }

  /**
   * Waits until a call may be sent.
   *
   * @throws AbortError if the signal aborts before that; the place in the queue is free at once
   */
  async turn({ operation, signal, onWait }: TurnRequest): Promise<Turn> {
    if (signal?.aborted) throw aborted(operation, signal);
    const delay = this.#expectedDelay();
    if (delay > 0) onWait?.(delay);
    await this.#enqueue(operation, signal);
    return this.#startTurn(delay > 0);
  }

  /** Resolves when the call may start, rejects when its signal aborts. */
  #enqueue(operation: string, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const abort = () => {
        this.#waiting.splice(this.#waiting.indexOf(start), 1);
        reject(aborted(operation, signal));
        if (this.#waiting.length === 0) this.#cancelTimers();
      };
      const start = () => {
        signal?.removeEventListener("abort", abort);
        resolve();
      };
      signal?.addEventListener("abort", abort, { once: true });
      this.#waiting.push(start);
      // It rejects only after all calls have been aborted, and those have been rejected already.
      this.#nextTurn().catch(() => {});
    });
  }

  /** Cancels the timers of aborted calls. The interval after the last response is kept. */
  #cancelTimers(): void {
    this.#abandoned.abort();
    this.#abandoned = new AbortController();
    this.#nextTurn = this.#throttled();
  }

  /** Starts the first call of the queue when the current call and the interval after it are over. */
  async #startFirst(abandoned: AbortSignal): Promise<void> {
    await this.#current;
    for (let delay = this.#delay(); delay > 0 && !abandoned.aborted; delay = this.#delay()) {
      await sleep(Math.ceil(delay), abandoned);
    }
    if (abandoned.aborted) return;
    const start = this.#waiting.shift();
    if (start === undefined) return;
    this.#current = new Promise((resolve) => {
      this.#endCurrent = resolve;
    });
    start();
  }

  #startTurn(waited: boolean): Turn {
    const sentAt = performance.now();
    const end = () => {
      this.#respondedAt = performance.now();
      this.#current = undefined;
      this.#endCurrent();
    };
    return {
      responded: (tooEarly) => {
        if (tooEarly) this.#slack.forget();
        // A call that did not wait may have opened a connection. The next call will not need to.
        else if (waited) this.#slack.learn(performance.now() - sentAt);
        end();
      },
      failed: end,
    };
  }

  /** The time until the next call may be sent, in ms. */
  #delay(): number {
    return this.#respondedAt + this.interval - this.#slack.ms - performance.now();
  }

  /** As if the current call ended now, plus one interval for each waiting call. */
  #expectedDelay(): number {
    const own = this.#current === undefined ? Math.max(0, this.#delay()) : this.interval;
    return Math.ceil(this.#waiting.length * this.interval + own);
  }
}

/** Resolves after `ms` or when the signal aborts. */
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
   * The pace of a limit. Do not keep it between calls: an idle pace is removed when another limit is used.
   *
   * @param limit identifies the limit: operations, service and account
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
