/** Spares a server that fails: after several failures in a row calls fail at once, until a trial call succeeds. */
import {
  CircuitOpenError,
  ConnectionError,
  DecodeError,
  HttpError,
  publicEndpoint,
  TimeoutError,
} from "../../errors/index.js";
import {
  type Call,
  type CircuitChange,
  type CircuitState,
  type Interceptor,
  reportCircuit,
  SoapFault,
} from "../../protocol/index.js";

/** Options of `circuitBreaker`. */
export interface CircuitBreakerOptions {
  /** The number of failures in a row after which the breaker opens; default 5. */
  readonly failures?: number;
  /** The time from the opening until a trial call is let through, in ms; default 30,000. */
  readonly resetAfter?: number;
  /** Called with each change of the state of an endpoint. Default: no function. */
  readonly onStateChange?: (change: CircuitChange) => void;
}

/** A circuit breaker, which can be shared by several clients. */
export interface CircuitBreaker {
  /** Stops the calls of a client to an endpoint that is open. Put it inside of `retry`, so that each attempt counts. */
  readonly interceptor: Interceptor;
  /** The state of an endpoint, by its address; `closed` for one that was not called. */
  state(endpoint: string): CircuitState;
}

/**
 * Creates a circuit breaker with one state per endpoint. Failures are a ConnectionError, a TimeoutError, and an HttpError with
 * status 429 or from 500; any response of the service counts as a success, a fault among them. An abort counts as neither.
 * Times are measured by a monotonic clock.
 *
 * @example
 * const breaker = circuitBreaker();
 * new StockClient({ endpoint, interceptors: [retry(), breaker.interceptor] });
 */
export function circuitBreaker(options: CircuitBreakerOptions = {}): CircuitBreaker {
  const circuits = new Map<string, Circuit>();
  const circuitOf = (address: string): Circuit => {
    const endpoint = publicEndpoint(address);
    let circuit = circuits.get(endpoint);
    if (circuit === undefined) {
      circuit = new Circuit(endpoint, options);
      circuits.set(endpoint, circuit);
    }
    return circuit;
  };
  return {
    interceptor: (next) => (call) => circuitOf(call.endpoint).run(call, () => next(call)),
    state: (endpoint) => circuits.get(publicEndpoint(endpoint))?.state ?? "closed",
  };
}

class Circuit {
  readonly #endpoint: string;
  readonly #limit: number;
  readonly #resetAfter: number;
  readonly #onStateChange: CircuitBreakerOptions["onStateChange"];
  #failures = 0;
  /** `undefined`: closed. */
  #openedAt: number | undefined;
  #hasTrial = false;

  constructor(
    endpoint: string,
    { failures = 5, resetAfter = 30_000, onStateChange }: CircuitBreakerOptions,
  ) {
    this.#endpoint = endpoint;
    this.#limit = failures;
    this.#resetAfter = resetAfter;
    this.#onStateChange = onStateChange;
  }

  get state(): CircuitState {
    if (this.#openedAt === undefined) return "closed";
    return this.#left > 0 ? "open" : "half-open";
  }

  /** In ms. */
  get #left(): number {
    return (this.#openedAt ?? 0) + this.#resetAfter - performance.now();
  }

  async run<Result>({ operation }: Call, send: () => Promise<Result>): Promise<Result> {
    const { state } = this;
    if (state === "open" || this.#hasTrial) throw this.#rejection(operation.name);
    const isTrial = state === "half-open";
    if (isTrial) {
      this.#hasTrial = true;
      this.#report("half-open");
    }
    try {
      const result = await send();
      this.#succeeded();
      return result;
    } catch (error) {
      if (isFailure(error)) this.#failed(isTrial);
      else if (isResponse(error)) this.#succeeded();
      throw error;
    } finally {
      if (isTrial) this.#hasTrial = false;
    }
  }

  #succeeded(): void {
    this.#failures = 0;
    if (this.#openedAt === undefined) return;
    this.#openedAt = undefined;
    this.#report("closed");
  }

  #failed(isTrial: boolean): void {
    this.#failures++;
    if (!isTrial && (this.#openedAt !== undefined || this.#failures < this.#limit)) return;
    this.#openedAt = performance.now();
    this.#report("open");
  }

  #report(state: CircuitState): void {
    const change = { endpoint: this.#endpoint, state };
    reportCircuit(change);
    this.#onStateChange?.(change);
  }

  #rejection(operation: string): CircuitOpenError {
    const wait = Math.max(0, Math.ceil(this.#left));
    return new CircuitOpenError(
      `${operation} was not sent: the last ${this.#failures} calls of ${this.#endpoint} failed, so the circuit breaker is open; the next try is in ${wait} ms.`,
      wait,
    );
  }
}

/** Whether the server has responded, although not with a response of the operation. */
function isResponse(error: unknown): boolean {
  return error instanceof SoapFault || error instanceof DecodeError || error instanceof HttpError;
}

function isFailure(error: unknown): boolean {
  if (error instanceof ConnectionError || error instanceof TimeoutError) return true;
  return error instanceof HttpError && (error.status >= 500 || error.status === 429);
}
