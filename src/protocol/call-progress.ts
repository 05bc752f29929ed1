/** What has happened to a call so far. */

/** One for all calls: thousands of them may wait for their turn. */
const NONE: readonly CallObserver[] = Object.freeze([]);

/** The progress of a call; all copies of the call share it. */
export class CallProgress {
  /** The number of exchanges with the server, without those of a sign-in. */
  exchanges = 0;
  /** The time for which the call has waited for its turn and for its next attempt, in ms. */
  waited = 0;
  /** The HTTP status of the last response; `undefined` if there was none, or if nobody observes the call. */
  httpStatus: number | undefined;
  /** The sizes of the last exchange; `undefined` if nobody observes the call. */
  sizes: ExchangeSizes | undefined;
  /** Whether sizes and statuses are recorded, which costs time. */
  isObserved = false;
  /** The functions that are called during the call. */
  observers = NONE;

  /** Records sizes and statuses from the next exchange on, and calls the functions of the observer. */
  observe(observer?: CallObserver): void {
    this.isObserved = true;
    if (observer !== undefined) this.observers = [...this.observers, observer];
  }
}

/** The sizes of the messages of one exchange. */
export interface ExchangeSizes {
  /** The body of the request, before compression, in bytes. */
  readonly request: number;
  /** The received part of the body of the response, after decompression, in bytes. */
  readonly response: number;
}

/** The call of a message. */
export interface ObservedCall {
  /** The name of the operation. */
  readonly operation: string;
  /** The origin and path of the endpoint, without credentials. */
  readonly endpoint: string;
  /** What has happened to the call so far. It changes until the call has ended. */
  readonly progress: Readonly<CallProgress>;
}

/** The message of the channel `rescue-soap:retry`: a call is repeated after a wait. */
export interface RetryMessage extends ObservedCall {
  /** The number of the attempt that failed, from 1. */
  readonly attempt: number;
  /** The wait before the next attempt, in ms. */
  readonly delay: number;
  /** The `code` of the error of the attempt; `undefined` if it had a response that asks for another attempt. */
  readonly errorCode: string | undefined;
}

/** The message of the channel `rescue-soap:wait`: a call waits for its turn because of a rate limit. */
export interface WaitMessage extends ObservedCall {
  /** The expected wait, in ms. */
  readonly delay: number;
}

/** Functions that are called during one call. They must not throw. */
export interface CallObserver {
  /** Called before the wait for the next attempt. */
  readonly onRetry?: (retry: RetryMessage) => void;
  /** Called when the call has to wait for its turn. */
  readonly onWait?: (wait: WaitMessage) => void;
}
