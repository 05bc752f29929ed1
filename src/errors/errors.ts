/** Every error of the runtime: a class for each kind of failure, a stable `code` for each cause. */

export abstract class SoapError extends Error {
  abstract readonly code: string;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** An option is missing or not valid. The message names the option. */
export class OptionsError extends SoapError {
  /** `INVALID_OPTIONS` */
  readonly code = "INVALID_OPTIONS";
}

/** The connection could not be made or broke before the whole answer was there. */
export class ConnectionError extends SoapError {
  readonly code = "CONNECTION";
}

/** The call took longer than its `timeout`. */
export class TimeoutError extends SoapError {
  readonly code = "TIMEOUT";
}

/** The caller's `AbortSignal` ended the call; `cause` is the signal's reason. */
export class AbortError extends SoapError {
  readonly code = "ABORTED";
}

/** The server answered with a status that carries no SOAP message. */
export class HttpError extends SoapError {
  readonly code = "HTTP_STATUS";

  constructor(
    message: string,
    readonly status: number,
    /** The first characters of the body, white space folded. */
    readonly excerpt: string,
  ) {
    super(message);
  }
}

/** Why a message could not be decoded. */
export type DecodeErrorCode =
  /** Not well-formed XML, or cut short. */
  | "MALFORMED_XML"
  /** A message in several parts whose boundaries, headers or encodings are wrong, or that is cut short. */
  | "MALFORMED_MIME"
  /** The message lacks the part with its envelope, or one that the envelope refers to. */
  | "MISSING_PART"
  /** Well-formed, but no SOAP envelope: an HTML page, say. */
  | "NOT_SOAP"
  /** The body holds another element than the operation answers with. */
  | "UNEXPECTED_MESSAGE"
  | "MISSING_ELEMENT"
  | "DUPLICATE_ELEMENT"
  | "INVALID_VALUE"
  /** A block of the Header says mustUnderstand, and nothing here sees to it (SOAP 1.1 §4.2.3, SOAP 1.2 part 1 §5.2.3). */
  | "NOT_UNDERSTOOD"
  /** With `strict`: what else is told to `onDeviation`. */
  | "DEVIATION"
  /** Larger or deeper than the limits allow, or it has a DTD. */
  | "LIMIT";

/** The answer can't be what its types say. */
export class DecodeError extends SoapError {
  constructor(
    readonly code: DecodeErrorCode,
    message: string,
    /** The element's path from the Body, `requestPINCodeResponse/iPINCode`; empty where there is none. */
    readonly path: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A value of the request does not fit the contract; nothing was sent. */
export class EncodeError extends SoapError {
  readonly code = "INVALID_REQUEST";

  constructor(
    message: string,
    /** The element's path, `requestPINCode/bNoTechConsole`. */
    readonly path: string,
  ) {
    super(message);
  }
}

/** Why a message or a connection is not as secure as it was to be. */
export type SecurityErrorCode =
  /** There is no signature, or it does not cover what it has to. */
  | "NOT_SIGNED"
  /** The signature, or what it signs, was changed; or which element it signs is not certain. */
  | "BAD_SIGNATURE"
  /** The certificate is none of those that are trusted. */
  | "UNTRUSTED"
  /** The message is too old, or from the future. */
  | "EXPIRED"
  /** An algorithm that is not allowed. */
  | "ALGORITHM"
  /** It could not be decrypted, or there was nothing to decrypt. */
  | "NOT_DECRYPTED"
  /** A key, a certificate or a library that can't be used as it was given. */
  | "UNUSABLE";

/** A signature, a certificate, a timestamp or an encryption that does not hold. */
export class SecurityError extends SoapError {
  constructor(
    readonly code: SecurityErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A recording can't answer: it is none, or lacks the request. */
export class ReplayError extends SoapError {
  constructor(
    readonly code: "NOT_HAR" | "NOT_RECORDED",
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
