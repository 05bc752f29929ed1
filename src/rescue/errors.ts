/** The errors of the facade, in addition to those of the runtime. */
import { CLASS_NAME, SoapError } from "../errors/index.js";

/**
 * The service rejected the sign-in that a call needed, so the call was not sent. The next call signs in again. An
 * administrator can disable sign-in by password: use an auth code or an API token then.
 */
export class SignInError extends SoapError {
  /** @private */
  static override readonly [CLASS_NAME]: string = "SignInError";

  /** `SIGN_IN_REFUSED` */
  readonly code = "SIGN_IN_REFUSED";

  constructor(
    message: string,
    /** The status of the outcome of login, for example `Invalid`. */
    readonly status: string,
    /** The value in the response: `login_Invalid`, or a word of a text page. */
    readonly ret: string,
  ) {
    super(message);
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
