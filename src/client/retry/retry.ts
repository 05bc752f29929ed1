/** Repeats calls that failed, if that can do no harm. */
import {
  AbortError,
  EncodeError,
  HttpError,
  SoapError,
  TimeoutError,
  UndeliveredError,
} from "../../errors/index.js";
import { joined } from "../../http/index.js";
import {
  type Call,
  type Interceptor,
  type Next,
  type Reply,
  reportRetry,
} from "../../protocol/index.js";
import { aborted } from "../deadline.js";
import { delayBefore, pause } from "./backoff.js";

/** Options of `retry`. */
export interface RetryOptions {
  /** The largest number of attempts of a call, the first one included; default 3. 1: no call is repeated. */
  readonly attempts?: number;
  /**
   * The bound of the wait before the second attempt, in ms; default 200. It doubles with each attempt. The wait is a random
   * part of it (full jitter), so that many clients do not return at the same moment.
   */
  readonly baseDelay?: number;
  /** The largest bound of a wait, in ms; default 5,000. A longer Retry-After of the server is respected. */
  readonly maxDelay?: number;
  /**
   * The longest time of a call with all its attempts and waits, in ms, also waits of interceptors. Then the call ends with the
   * error of the last attempt, or with a TimeoutError during an attempt. Default: none; each exchange has its `timeout`, and
   * a call that had to wait longer than 60,000 ms for its next attempt is not repeated.
   */
  readonly deadline?: number;
  /** Called before each wait. Default: no function. */
  readonly onRetry?: (retry: Retry) => void;
}

/** A call that is repeated after a wait. */
export interface Retry {
  /** The name of the operation. */
  readonly operation: string;
  /** The number of the attempt that failed, from 1. */
  readonly attempt: number;
  /** The wait before the next attempt, in ms. */
  readonly delay: number;
  /** The error of the attempt; `undefined` if it had a response that asks for another attempt. */
  readonly error: SoapError | undefined;
}

/** Returns the shortest wait before a call is repeated because of its response, in ms; `undefined`: it is the result. */
export type RetryReply = (call: Call, reply: Reply) => number | undefined;

const DEFAULTS = { attempts: 3, baseDelay: 200, maxDelay: 5_000 } as const;

/** The longest wait before an attempt without a deadline, in ms: a Retry-After may be hours. */
const LONGEST_WAIT = 60_000;

/** Statuses of a server or gateway that is overloaded or not available (RFC 9110 §15.6, RFC 6585 §4). */
const UNAVAILABLE: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/**
 * Repeats a call that failed before a byte of it was sent, and a repeatable call (see the option `repeatable`) also if its
 * connection broke, it timed out, or the server is not available (status 429, 502, 503 or 504). The waits grow
 * exponentially, with full jitter, and are not shorter than the Retry-After of the server. All other errors, and aborts,
 * end the call at once. Errors state `attempts` and `elapsed`.
 *
 * Each attempt passes the interceptors inside of this one, and its exchange has the whole `timeout` of the call.
 *
 * @example
 * new StockClient({ endpoint, repeatable: ["GetQuote"], interceptors: [retry({ attempts: 5 })] });
 */
export function retry(options: RetryOptions = {}): Interceptor {
  return retrying(options, () => undefined);
}

/**
 * `retry`, which also repeats a call if its response asks for it. Not an async function, whose state would need more memory:
 * thousands of calls may wait for their turn in their first attempt.
 */
export function retrying(options: RetryOptions, retryReply: RetryReply): Interceptor {
  return (next) => (original) => {
    const startedAt = performance.now();
    const deadline = options.deadline === undefined ? undefined : new Deadline(options.deadline);
    const call = deadline?.limited(original) ?? original;
    const course = () => new Course({ call, next, retryReply }, options, { startedAt, deadline });
    const end = attempt(next, call).then(
      (reply) => (retryReply(call, reply) === undefined ? reply : course().run(reply)),
      (error: unknown) => course().run({ error }),
    );
    return deadline === undefined ? end : end.finally(() => deadline.end());
  };
}

/** An interceptor may throw instead of returning a promise that rejects. */
function attempt(next: Next, call: Call): Promise<Reply> {
  try {
    return next(call);
  } catch (error) {
    return Promise.reject(error);
  }
}

interface Failure {
  readonly error: unknown;
}

/** The shortest wait after an error, in ms; `undefined` if the call must not be repeated. */
function waitAfter(error: unknown, { repeatable = false }: Call): number | undefined {
  // An inner `retry`, for example that of a sign-in, has already repeated it.
  if (!(error instanceof SoapError) || error.attempts !== undefined) return undefined;
  if (error instanceof AbortError) return undefined;
  const stated =
    "retryAfter" in error && typeof error.retryAfter === "number" ? error.retryAfter : 0;
  if (error instanceof UndeliveredError) {
    return repeatable || error.delivery === "not-sent" ? stated : undefined;
  }
  const isUnavailable = error instanceof HttpError && UNAVAILABLE.has(error.status);
  return repeatable && isUnavailable ? stated : undefined;
}

/** The deadline of all attempts of a call. */
class Deadline {
  /** Whether it has passed. */
  isOver = false;
  readonly #controller = new AbortController();
  readonly #timer: ReturnType<typeof setTimeout>;
  #release = () => {};

  /** @param ms from now */
  constructor(readonly ms: number) {
    this.#timer = setTimeout(() => {
      this.isOver = true;
      this.#controller.abort();
    }, ms);
  }

  /** The call with a signal that also aborts at the deadline. */
  limited(call: Call): Call {
    const { signal, release } = joined(call.signal, this.#controller.signal);
    this.#release = release;
    return { ...call, signal };
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#release();
  }
}

/** When a call started, and when it has to end. */
interface CallTime {
  readonly startedAt: number;
  readonly deadline: Deadline | undefined;
}

/** A call, and how its attempts are made and judged. */
interface Attempted {
  readonly call: Call;
  readonly next: Next;
  readonly retryReply: RetryReply;
}

/** The attempts of a call that did not succeed at once. */
class Course {
  readonly #attempted: Attempted;
  readonly #limits: Required<Pick<RetryOptions, "attempts" | "baseDelay" | "maxDelay">>;
  readonly #onRetry: RetryOptions["onRetry"];
  readonly #time: CallTime;
  #attempts = 0;
  #isUnknown = false;
  #lastError: unknown;

  constructor(attempted: Attempted, { onRetry, ...limits }: RetryOptions, time: CallTime) {
    this.#attempted = attempted;
    this.#limits = { ...DEFAULTS, ...limits };
    this.#onRetry = onRetry;
    this.#time = time;
  }

  /** @param first the result of the first attempt */
  async run(first: Reply | Failure): Promise<Reply> {
    const { call, next, retryReply } = this.#attempted;
    for (let result = first; ; ) {
      const wait = "error" in result ? waitAfter(result.error, call) : retryReply(call, result);
      if (!(await this.#pause(wait, result))) {
        if ("error" in result) throw this.#final(result.error);
        return result;
      }
      result = await attempt(next, call).catch((error: unknown) => ({ error }));
    }
  }

  /**
   * Counts an attempt, and waits at least `shortest` ms before the next one.
   *
   * @param shortest `undefined` if the call must not be repeated
   * @returns `false` if there is no further attempt
   */
  async #pause(shortest: number | undefined, result: Failure | Reply): Promise<boolean> {
    this.#attempts++;
    if (shortest === undefined || this.#attempts >= this.#limits.attempts) return false;
    const delay = delayBefore(this.#attempts + 1, shortest, this.#limits);
    const { deadline } = this.#time;
    const left = deadline === undefined ? LONGEST_WAIT : deadline.ms - this.#elapsed;
    if (delay >= left) return false;
    const error = "error" in result && result.error instanceof SoapError ? result.error : undefined;
    if (error !== undefined) this.#lastError = this.#seen(error);
    const { operation, signal, waitSignal, progress } = this.#attempted.call;
    this.#onRetry?.({ operation: operation.name, attempt: this.#attempts, delay, error });
    reportRetry(this.#attempted.call, { attempt: this.#attempts, delay, errorCode: error?.code });
    await pause(delay, [signal, waitSignal]);
    progress.waited += delay;
    const ended = [signal, waitSignal].find((each) => each?.aborted);
    if (ended !== undefined) throw this.#final(aborted(operation.name, ended));
    return true;
  }

  /** The error of the call, for the error of its last attempt. */
  #final(error: unknown): unknown {
    const isOver = this.#time.deadline?.isOver === true;
    const own = isOver && error instanceof AbortError ? this.#timeout(error) : error;
    // A streamed attachment can't be sent again: the error of the attempt that sent it is the one that helps.
    const isSpent = own instanceof EncodeError && this.#lastError !== undefined;
    const final = this.#seen(isSpent ? this.#lastError : own);
    if (!(final instanceof SoapError) || final.attempts !== undefined) return final;
    const elapsed = Math.round(this.#elapsed);
    if (this.#attempts > 1) {
      final.message += ` It was the last of ${this.#attempts} attempts in ${elapsed} ms.`;
    }
    const delivery = final instanceof UndeliveredError &&
      this.#isUnknown && { delivery: "unknown" };
    return Object.assign(final, { attempts: this.#attempts, elapsed }, delivery);
  }

  get #elapsed(): number {
    return performance.now() - this.#time.startedAt;
  }

  #seen(error: unknown): unknown {
    if (error instanceof UndeliveredError && error.delivery === "unknown") this.#isUnknown = true;
    return error;
  }

  #timeout({ delivery }: AbortError): TimeoutError {
    const { name } = this.#attempted.call.operation;
    const message = `${name} took longer than ${this.#time.deadline?.ms} ms, the deadline of all its attempts.`;
    return new TimeoutError(message, { delivery });
  }
}
