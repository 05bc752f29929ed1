/** The messages of the diagnostics channels. They contain no value of a request or a response, except the status. */
import type { ObservedCall } from "../call-progress.js";

/**
 * The message of the tracing channel `rescue-soap:call`. All events of a call have the same object, and it has the result from
 * `error` and `asyncStart` on. Calls of a Rescue client include its sign-ins.
 */
export interface CallMessage extends ObservedCall {
  /** The time from the start of the call to its end, in ms. `undefined` until then. */
  readonly duration?: number;
  /** The status of the outcome, for example `OK`; `undefined` if the call has no outcome. */
  readonly status?: string;
  /** The `code` of the error of the call, or `UNEXPECTED` for an error of another package; `undefined` without an error. */
  readonly errorCode?: string;
  /** The local name of the code of the fault with which the call ended; `undefined` without a fault. */
  readonly faultCode?: string;
}

/**
 * The state of a circuit breaker. `closed`: calls are let through. `open`: calls fail with a CircuitOpenError. `half-open`: the
 * next call is let through as a trial, and those during it fail; its success closes the breaker, its failure opens it again.
 */
export type CircuitState = "closed" | "open" | "half-open";

/** A circuit breaker has changed its state. The message of the channel `rescue-soap:circuit`. */
export interface CircuitChange {
  /** The origin and path of the endpoint, without credentials. */
  readonly endpoint: string;
  /** The new state. */
  readonly state: CircuitState;
}
