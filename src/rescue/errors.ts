/** The facade's own errors, beside those of the runtime. */
import { SoapError } from "../errors/index.js";

/** An option of `createRescueClient` makes no sense. */
export class OptionsError extends SoapError {
  readonly code = "INVALID_OPTIONS";
}

/** The service refused the sign-in that a call needed. The next call tries again. */
export class SignInError extends SoapError {
  readonly code = "SIGN_IN_REFUSED";

  constructor(
    message: string,
    /** The status of the login's outcome, `Invalid` say. */
    readonly status: string,
    /** The value on the wire. */
    readonly ret: string,
  ) {
    super(message);
  }
}

/** The operation, or a value given to it, has no place in the text pages; nothing was sent. */
export class UnsupportedProtocolError extends SoapError {
  readonly code = "UNSUPPORTED_PROTOCOL";
}

/** A text page answered with something that is neither `OK` nor a word: an HTML page, say, or nothing. */
export class TextAnswerError extends SoapError {
  readonly code = "NOT_TEXT_ANSWER";

  constructor(
    message: string,
    /** The first characters of the answer, white space folded. */
    readonly excerpt: string,
  ) {
    super(message);
  }
}
