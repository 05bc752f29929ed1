/** The errors of a call without a response, which state whether the request may have been processed. */
import { CLASS_NAME } from "./class-name.js";
import { SoapError } from "./errors.js";

/**
 * Whether the server may have received a request that has no response. `not-sent`: no byte of it was sent, so the call can
 * be made again. `unknown`: the server may have processed it, so only an operation whose repetition does no harm can be
 * called again.
 */
export type Delivery = "not-sent" | "unknown";

/** The options of an error of a call without a response. */
export interface UndeliveredOptions extends ErrorOptions {
  /** Default: `unknown`, which is always safe to assume. */
  readonly delivery?: Delivery;
}

/** The base class of the errors of a call without a response. */
export abstract class UndeliveredError extends SoapError {
  /** @private */
  static override readonly [CLASS_NAME]: string = "UndeliveredError";

  /** Whether the server may have received the request. */
  readonly delivery: Delivery;

  /** Creates an error whose request may have been delivered, if the options do not state that it was not. */
  constructor(message: string, { delivery = "unknown", ...options }: UndeliveredOptions = {}) {
    super(message, options);
    this.delivery = delivery;
  }
}

/** The connection failed: the host was not found, it refused the connection, or the response was cut short. */
export class ConnectionError extends UndeliveredError {
  /** @private */
  static override readonly [CLASS_NAME]: string = "ConnectionError";

  /** `CONNECTION` */
  readonly code = "CONNECTION";
}

/** The call took longer than its `timeout`. */
export class TimeoutError extends UndeliveredError {
  /** @private */
  static override readonly [CLASS_NAME]: string = "TimeoutError";

  /** `TIMEOUT` */
  readonly code = "TIMEOUT";
}

/** The circuit breaker is open: the server failed several times, so nothing was sent. `retryAfter` is the time until the next try. */
export class CircuitOpenError extends UndeliveredError {
  /** @private */
  static override readonly [CLASS_NAME]: string = "CircuitOpenError";

  /** `CIRCUIT_OPEN` */
  readonly code = "CIRCUIT_OPEN";

  constructor(
    message: string,
    /** The time until the breaker lets a call through again, in ms. */
    readonly retryAfter: number,
  ) {
    super(message, { delivery: "not-sent" });
  }
}

/** The `AbortSignal` of the caller ended the call. `cause` is the reason of the signal. */
export class AbortError extends UndeliveredError {
  /** @private */
  static override readonly [CLASS_NAME]: string = "AbortError";

  /** `ABORTED` */
  readonly code = "ABORTED";
}
