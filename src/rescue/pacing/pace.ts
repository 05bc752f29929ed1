/**
 * One call at a time, and the next one not earlier than an interval after the response. The server counts a call when it
 * arrives, at some moment between request and response, so an interval after the response is always safe. All times are
 * those of the monotonic clock.
 */
import { aborted } from "../../client/index.js";
import { type Abortable, addAbortable, removeAbortable } from "../../http/index.js";
import { QueueFullError } from "../errors.js";
import { Slack, WINDOW } from "./slack.js";
import { StartGuard } from "./start-guard.js";
import { type PaceClient, type WaitingCall, WaitingCalls } from "./waiting-calls.js";

export interface TurnRequest {
  readonly client: PaceClient;
  /** The name of the operation. */
  readonly operation: string;
  readonly signal: AbortSignal | undefined;
  /** Ends the wait, as `signal` does. */
  readonly waitSignal?: AbortSignal | undefined;
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

/** Small, since thousands of calls may wait. */
class QueuedCall implements WaitingCall, Abortable {
  /** Resolves when the call may be sent. */
  readonly turn: Promise<Turn>;
  #resolve: (turn: Turn | Promise<never>) => void = () => {};

  constructor(
    readonly request: TurnRequest,
    /** Whether the call has to wait when it is added. */
    readonly waits: boolean,
    private readonly leave: (call: QueuedCall) => void,
  ) {
    this.turn = new Promise((resolve) => {
      this.#resolve = resolve;
    });
    const { signal, waitSignal } = request;
    if (signal !== undefined) addAbortable(signal, this);
    if (waitSignal !== undefined) addAbortable(waitSignal, this);
  }

  get client(): PaceClient {
    return this.request.client;
  }

  start(turn: Turn): void {
    this.#removeFromSignals();
    this.#resolve(turn);
  }

  abort(): void {
    const { operation, signal, waitSignal } = this.request;
    this.#removeFromSignals();
    this.leave(this);
    this.#resolve(Promise.reject(aborted(operation, signal?.aborted ? signal : waitSignal)));
  }

  #removeFromSignals(): void {
    const { signal, waitSignal } = this.request;
    if (signal !== undefined) removeAbortable(signal, this);
    if (waitSignal !== undefined) removeAbortable(waitSignal, this);
  }
}

/** A call that was sent and has not ended. */
interface Running {
  readonly startedAt: number;
  readonly stalledAfter: number;
}

/** The time for which a pace with rejections is kept, in ms: a day. */
const REJECTION_MEMORY = 24 * 3_600_000;

/** The queue of the calls that share a limit. */
export class Pace {
  readonly #slack = new Slack();
  readonly #guard = new StartGuard();
  readonly #queue = new WaitingCalls<QueuedCall>();
  /** The latest call, until it ends. */
  #running: Running | undefined;
  #endedAt = Number.NEGATIVE_INFINITY;
  /** Whether the latest end was the response of the only call in flight. */
  #isSlackAllowed = false;
  /** The longest interval of the clients that have sent a call since the pace was idle, in ms. */
  #longest = 0;
  /** The only timer: it runs while a call waits. */
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the guard delays a start. */
  #isStarting = false;

  /** No call waits or runs, and the interval after the latest one is over. */
  get idle(): boolean {
    return this.#isFree && performance.now() - this.#endedAt >= this.#longest;
  }

  /** Whether a new pace would behave in the same way, except for the round trips that it knows. */
  get isForgettable(): boolean {
    const isOld = performance.now() - this.#endedAt > REJECTION_MEMORY;
    return this.idle && (isOld || this.#slack.isForgettable);
  }

  get #isFree(): boolean {
    return this.#running === undefined && !this.#isStarting && this.#queue.isEmpty;
  }

  /**
   * Waits until a call may be sent. The promise rejects with an AbortError if the signal aborts before that; the place in
   * the queue is free at once.
   *
   * @throws AbortError at once if the signal has aborted, QueueFullError if too many calls of the client wait
   */
  turn(request: TurnRequest): Promise<Turn> {
    const { client, operation, signal, waitSignal, onWait } = request;
    for (const each of [signal, waitSignal]) if (each?.aborted) throw aborted(operation, each);
    if (this.idle) this.#longest = 0;
    const waits = !this.#isFree || this.#delay(client) > 0;
    if (waits) {
      if (this.#queue.countOf(client) >= client.maxWaiting) {
        throw new QueueFullError(operation, client.maxWaiting, this.#expectedDelay(client));
      }
      onWait?.(this.#expectedDelay(client));
    }
    const call = new QueuedCall(request, waits, this.#leave);
    this.#queue.add(call);
    // A timer that is too early for this call checks the time again.
    if (this.#timer === undefined) this.#update();
    return call.turn;
  }

  /** The signal of a waiting call has aborted. */
  readonly #leave = (call: QueuedCall): void => {
    this.#queue.delete(call);
    this.#update();
  };

  /** Starts the next call if its time has come, or sets the timer for it. */
  #update(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const next = this.#queue.first;
    if (next === undefined || this.#isStarting) return;
    const delay = this.#delay(next.client);
    if (delay > 0) {
      this.#timer = setTimeout(() => this.#update(), Math.ceil(delay));
      return;
    }
    this.#isStarting = true;
    this.#guard.run(() => this.#startFirst(), this.#interval(next.client));
  }

  #startFirst(): void {
    this.#isStarting = false;
    // If the guard has waited, a stalled call may have ended, or the queue may be empty.
    const next = this.#queue.first;
    if (next !== undefined && this.#delay(next.client) <= 0) {
      this.#queue.shift();
      next.start(this.#begin(next));
    }
    this.#update();
  }

  #begin({ client, waits }: QueuedCall): Turn {
    const startedAt = performance.now();
    this.#longest = this.#interval(client);
    const rest = startedAt - this.#endedAt;
    const isEarly = rest < this.#longest;
    if (rest > WINDOW * this.#longest) this.#slack.forget();
    const running: Running = { startedAt, stalledAfter: client.stalledAfter };
    const isAlone = this.#running === undefined;
    this.#running = running;
    const end = (result: "accepted" | "rejected" | "unknown") => {
      const isLatest = this.#running === running;
      if (isLatest) this.#running = undefined;
      this.#endedAt = performance.now();
      this.#isSlackAllowed = result !== "unknown" && isLatest && isAlone;
      // A call that did not wait may have opened a connection. The next call will not need to.
      if (this.#isSlackAllowed && waits) this.#slack.learn(this.#endedAt - startedAt);
      if (isEarly && result !== "accepted") this.#slack.rejected();
      this.#update();
    };
    return {
      responded: (tooEarly) => end(tooEarly ? "rejected" : "accepted"),
      failed: () => end("unknown"),
    };
  }

  /** The interval if a call of the client is next, in ms. The longest interval is safe for all clients. */
  #interval({ interval }: PaceClient): number {
    return Math.max(interval, this.#longest, this.#queue.longestInterval);
  }

  /** The time until the next call may be sent if it is one of the client, in ms. */
  #delay(client: PaceClient): number {
    const interval = this.#interval(client);
    const slack = client.slack && this.#isSlackAllowed ? this.#slack.ms : 0;
    const time =
      this.#running === undefined
        ? this.#endedAt + interval - slack
        : this.#running.startedAt + Math.max(this.#running.stalledAfter, interval);
    return time - performance.now();
  }

  /** As if the running call ended now, plus one interval for each call that is before a new one of the client. */
  #expectedDelay(client: PaceClient): number {
    const interval = this.#interval(client);
    const own = this.#running === undefined ? Math.max(0, this.#delay(client)) : interval;
    return Math.ceil(this.#queue.countBefore(client) * interval + own);
  }
}
