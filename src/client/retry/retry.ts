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

/** `retry`, which also repeats a call if its response asks for it. */
export function retrying(options: RetryOptions, retryReply: RetryReply): Interceptor {
  return (next) => async (call) => {
    if (options.deadline !== undefined) return repeat(new Course(call, options), next, retryReply);
    // Thousands of calls may wait for their turn in their first attempt, so it needs little memory.
    const startedAt = performance.now();
    let first: Reply | Failure;
    try {
      first = await next(call);
    } catch (error) {
      first = { error };
    }
    if (!("error" in first) && retryReply(call, first) === undefined) return first;
    return repeat(new Course(call, options, startedAt), next, retryReply, first);
  };
}

/** @param first the result of the first attempt, if it is over */
async function repeat(
  course: Course,
  next: Next,
  retryReply: RetryReply,
  first?: Reply | Failure,
): Promise<Reply> {
  try {
    for (let given = first; ; given = undefined) {
      course.countAttempt();
      const result = given ?? (await next(course.call).catch(asFailure));
      const wait =
        "error" in result ? waitAfter(result.error, course.call) : retryReply(course.call, result);
      if (wait !== undefined && (await course.pause(wait, result))) continue;
      if ("error" in result) throw course.final(result.error);
      return result;
    }
  } finally {
    course.end();
  }
}

interface Failure {
  readonly error: unknown;
}

function asFailure(error: unknown): Failure {
  return { error };
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

/** The attempts of one call. */
class Course {
  /** The call with a signal that also aborts at the deadline. */
  readonly call: Call;
  readonly #limits: Required<Pick<RetryOptions, "attempts" | "baseDelay" | "maxDelay">>;
  readonly #deadline: number | undefined;
  readonly #onRetry: RetryOptions["onRetry"];
  readonly #startedAt: number;
  #release = () => {};
  #attempts = 0;
  #isUnknown = false;
  /** Whether the deadline has ended the call. */
  #isOver = false;
  #lastError: unknown;

  constructor(
    call: Call,
    { onRetry, deadline, ...limits }: RetryOptions,
    startedAt = performance.now(),
  ) {
    this.#startedAt = startedAt;
    this.#limits = { ...DEFAULTS, ...limits };
    this.#deadline = deadline;
    this.#onRetry = onRetry;
    this.call = deadline === undefined ? call : this.#limited(call, deadline);
  }

  /** The call with signals that also abort at the deadline. */
  #limited(call: Call, deadline: number): Call {
    const end = new AbortController();
    const timer = setTimeout(() => {
      this.#isOver = true;
      end.abort();
    }, deadline);
    const signal = joined(call.signal, end.signal);
    const waits = joined(call.waitSignal ?? call.signal, end.signal);
    this.#release = () => {
      clearTimeout(timer);
      signal.release();
      waits.release();
    };
    return { ...call, signal: signal.signal, waitSignal: waits.signal };
  }

  countAttempt(): void {
    this.#attempts++;
  }

  /** Waits at least `shortest` ms; resolves to `false` if there is no attempt or no time left. */
  async pause(shortest: number, result: Failure | Reply): Promise<boolean> {
    if (this.#attempts >= this.#limits.attempts) return false;
    const delay = delayBefore(this.#attempts + 1, shortest, this.#limits);
    const left = this.#deadline === undefined ? LONGEST_WAIT : this.#deadline - this.#elapsed;
    if (delay >= left) return false;
    const error = "error" in result && result.error instanceof SoapError ? result.error : undefined;
    if (error !== undefined) this.#lastError = this.#seen(error);
    const operation = this.call.operation.name;
    this.#onRetry?.({ operation, attempt: this.#attempts, delay, error });
    reportRetry(this.call, { attempt: this.#attempts, delay, errorCode: error?.code });
    const { signal, waitSignal = signal } = this.call;
    await pause(delay, waitSignal);
    if (this.call.progress !== undefined) this.call.progress.waited += delay;
    if (waitSignal?.aborted) throw this.final(aborted(operation, waitSignal));
    return true;
  }

  /** The error of the call, for the error of its last attempt. */
  final(error: unknown): unknown {
    const own = this.#isOver && error instanceof AbortError ? this.#timeout(error) : error;
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

  end(): void {
    this.#release();
  }

  get #elapsed(): number {
    return performance.now() - this.#startedAt;
  }

  #seen(error: unknown): unknown {
    if (error instanceof UndeliveredError && error.delivery === "unknown") this.#isUnknown = true;
    return error;
  }

  #timeout({ delivery }: AbortError): TimeoutError {
    const { name } = this.call.operation;
    const message = `${name} took longer than ${this.#deadline} ms, the deadline of all its attempts.`;
    return new TimeoutError(message, { delivery });
  }
}
