/** The errors of the facade, in addition to those of the runtime. */
import { CLASS_NAME, type Delivery, SoapError, UndeliveredError } from "../errors/index.js";

/** The cause of a `SignInError`. */
export type SignInErrorCode =
  /** The service rejected the sign-in. */
  | "SIGN_IN_REFUSED"
  /**
   * The client did not sign in: the service has rejected the same credentials lately, or the process has reached the limit of
   * ten sign-ins in three minutes.
   */
  | "SIGN_IN_SUSPENDED";

/**
 * The sign-in that a call needed was rejected, so the call was not sent. An administrator can disable sign-in by password: use
 * an auth code or an API token then.
 */
export class SignInError extends SoapError {
  /** @private */
  static override readonly [CLASS_NAME]: string = "SignInError";

  /** The cause. */
  readonly code: SignInErrorCode;

  /** The time after which the client signs in again with the same credentials, in ms; 0: with the next call. */
  readonly retryAfter: number;

  constructor(
    message: string,
    /** The status of the outcome of login, for example `Invalid`; for a rejection that is remembered, its status. */
    readonly status: string,
    /** The value in the response: `login_Invalid`, or a word of a text page; empty if there was none. */
    readonly ret: string,
    cause: { readonly code: SignInErrorCode; readonly retryAfter: number },
  ) {
    super(message);
    this.code = cause.code;
    this.retryAfter = cause.retryAfter;
  }
}

/**
 * Too many calls of the client already wait for their turn (`throttle.maxWaiting`). The call was not sent. Call again later,
 * or raise the limit.
 */
export class QueueFullError extends SoapError {
  /** @private */
  static override readonly [CLASS_NAME]: string = "QueueFullError";

  /** `QUEUE_FULL` */
  readonly code = "QUEUE_FULL";

  constructor(
    operation: string,
    /** The largest number of waiting calls of the client. */
    readonly maxWaiting: number,
    /** The time that the call would have to wait, in ms, if the calls before it respond at once. */
    readonly expectedWait: number,
  ) {
    super(
      `${operation} was not sent: it would have to wait about ${expectedWait} ms, and ${maxWaiting} calls of this client are the most that may wait. Call again later, or raise throttle.maxWaiting.`,
    );
  }
}

/** The client was closed: a call that waited is ended, and a later one is not sent. */
export class ClientClosedError extends UndeliveredError {
  /** @private */
  static override readonly [CLASS_NAME]: string = "ClientClosedError";

  /** `CLIENT_CLOSED` */
  readonly code = "CLIENT_CLOSED";

  /** Creates the error of a call. */
  constructor(message: string, delivery: Delivery) {
    super(message, { delivery });
  }
}

/** The text pages do not support the operation, or a value in its request. Nothing was sent. */
export class UnsupportedProtocolError extends SoapError {
  /** @private */
  static override readonly [CLASS_NAME]: string = "UnsupportedProtocolError";

  /** `UNSUPPORTED_PROTOCOL` */
  readonly code = "UNSUPPORTED_PROTOCOL";
}

/** The response of a text page is neither `OK` nor a status word: an HTML page, for example, or empty. */
export class TextResponseError extends SoapError {
  /** @private */
  static override readonly [CLASS_NAME]: string = "TextResponseError";

  /** `NOT_TEXT_RESPONSE` */
  readonly code = "NOT_TEXT_RESPONSE";

  constructor(
    message: string,
    /** The first characters of the response, white space folded. Secrets of the request are removed. */
    readonly excerpt: string,
  ) {
    super(message);
  }
}
