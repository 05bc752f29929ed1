/** The errors of the runtime: a class for each kind of failure, a stable `code` for each cause. */
import { CLASS_NAME, hasInstance } from "./class-name.js";

/**
 * The base class of all errors of the runtime. `instanceof` works for errors of another copy of the package as well: a
 * program may load it as an ES module and as CommonJS.
 */
export abstract class SoapError extends Error {
  /** @private */
  static readonly [CLASS_NAME]: string = "SoapError";

  /** The cause of the error; it does not change between versions. */
  abstract readonly code: string;

  /** The number of attempts of the call; `undefined` without `retry`. */
  declare readonly attempts?: number;

  /** The time from the start of the call to its error, in ms; `undefined` without `retry`. */
  declare readonly elapsed?: number;

  /** Sets `name` to the name of the class. */
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    const type = new.target;
    this.name = Object.hasOwn(type, CLASS_NAME) ? type[CLASS_NAME] : type.name;
  }

  /** Whether a value is an error of this class, also of another copy of the package. */
  static override readonly [Symbol.hasInstance]: (value: unknown) => boolean = hasInstance;
}

/** An option is missing or not valid. The message names the option. */
export class OptionsError extends SoapError {
  /** @private */
  static override readonly [CLASS_NAME]: string = "OptionsError";

  /** `INVALID_OPTIONS` */
  readonly code = "INVALID_OPTIONS";
}

/** The response has an HTTP status that is not that of a SOAP message, and no SOAP envelope: 404 for a wrong address, for example. */
export class HttpError extends SoapError {
  /** @private */
  static override readonly [CLASS_NAME]: string = "HttpError";

  /** `HTTP_STATUS` */
  readonly code = "HTTP_STATUS";

  constructor(
    message: string,
    /** The HTTP status, such as 404. */
    readonly status: number,
    /** The first characters of the body, white space folded. Secrets of the request are removed. */
    readonly excerpt: string,
    /** The wait before a new request that the server states (RFC 9110 §10.2.3), in ms; `undefined` if it states none. */
    readonly retryAfter?: number | undefined,
  ) {
    super(message);
  }
}

/** What a value violates: only with the option `validate`. */
export interface FacetViolation {
  /** The name of the operation. */
  readonly operation: string;
  /**
   * The name of the facet (XML Schema part 2 §4.3), `minOccurs`, `maxOccurs` or `fixed`; for another problem `type`,
   * `required`, `unknown`, `choice` or `nillable`.
   */
  readonly facet: string;
  /** The value of the facet, as in the contract; for another problem a description. */
  readonly limit: string;
}

/** The cause of a `DecodeError`. */
export type DecodeErrorCode =
  /** The message is not well-formed XML, or it is cut short. */
  | "MALFORMED_XML"
  /** The message has several parts, and their boundaries, headers or encodings are wrong, or it is cut short. */
  | "MALFORMED_MIME"
  /** The message does not have the part with its envelope, or a part that the envelope refers to. */
  | "MISSING_PART"
  /** The message is not a SOAP envelope: an HTML page, for example. */
  | "NOT_SOAP"
  /** The Body contains another element than that of the operation. */
  | "UNEXPECTED_MESSAGE"
  /** A required element or attribute is missing, or a choice is incomplete. */
  | "MISSING_ELEMENT"
  /** An element occurs twice, but may occur once. */
  | "DUPLICATE_ELEMENT"
  /** A value is outside its type. */
  | "INVALID_VALUE"
  /** With the option `validate`: a value violates a facet of its type. `violation` has the facet. */
  | "FACET"
  /**
   * A block of the Header has `mustUnderstand`, and is not in the contract (SOAP 1.1 §4.2.3, SOAP 1.2 part 1 §5.2.3). An
   * interceptor that processes the block has to list it in `understood`.
   */
  | "NOT_UNDERSTOOD"
  /** With the option `strict`: a difference from the contract that is otherwise reported to `onDeviation`. */
  | "DEVIATION"
  /** The message is larger or nested deeper than the limits allow, or it has a document type declaration. */
  | "LIMIT";

/** A message does not fit its types in the contract, or cannot be read at all. `code` has the cause. */
export class DecodeError extends SoapError {
  /** @private */
  static override readonly [CLASS_NAME]: string = "DecodeError";

  /**
   * What could be read of a response that does not fit its type, by that type: any member may be missing, and secrets of the
   * request are removed. `undefined` if its envelope could not be read to its end. It is not enumerable, so that logs do not
   * show it: it may contain secrets of the response.
   */
  declare readonly partial?: unknown;

  /** The first 300 characters of the response, white space folded, without secrets; `undefined` outside of responses. */
  declare readonly excerpt?: string;

  /** The violated facet, with the code `FACET`. */
  declare readonly violation?: FacetViolation;

  constructor(
    /** The cause. */
    readonly code: DecodeErrorCode,
    message: string,
    /** The path of the element from the Body, such as `requestPINCodeResponse/iPINCode`; empty if it is about no element. */
    readonly path: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A value to send does not fit its type in the contract. Nothing was sent. */
export class EncodeError extends SoapError {
  /** @private */
  static override readonly [CLASS_NAME]: string = "EncodeError";

  /** `INVALID_REQUEST` */
  readonly code = "INVALID_REQUEST";

  /** The violated facet, if the option `validate` found it. */
  declare readonly violation?: FacetViolation;

  constructor(
    message: string,
    /** The path of the element, such as `requestPINCode/bNoTechConsole`. */
    readonly path: string,
  ) {
    super(message);
  }
}

/** The cause of a `SecurityError`. */
export type SecurityErrorCode =
  /** The message is not signed, or the signature does not cover a required part. */
  | "NOT_SIGNED"
  /** The signature does not fit the content, or it is not certain which element it covers. */
  | "BAD_SIGNATURE"
  /** The certificate of the signature is not among the trusted certificates. */
  | "UNTRUSTED"
  /** The Timestamp of the message is missing, too old, or in the future. */
  | "EXPIRED"
  /** The message uses an algorithm that is not allowed. */
  | "ALGORITHM"
  /** The message cannot be decrypted, or is not encrypted. */
  | "NOT_DECRYPTED"
  /** A key, a certificate or a library that the options name cannot be used. */
  | "UNUSABLE";

/** A signature, certificate, timestamp or encryption is not valid, or an option of the security is not. */
export class SecurityError extends SoapError {
  /** @private */
  static override readonly [CLASS_NAME]: string = "SecurityError";

  constructor(
    /** The cause. */
    readonly code: SecurityErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The cause of a `ReplayError`. */
export type ReplayErrorCode =
  /** The text is not a recording in HAR format. */
  | "NOT_HAR"
  /** The recording does not have the request, or not its whole response. */
  | "NOT_RECORDED";

/** A recording cannot be replayed, or does not have the response to a request. */
export class ReplayError extends SoapError {
  /** @private */
  static override readonly [CLASS_NAME]: string = "ReplayError";

  constructor(
    /** The cause. */
    readonly code: ReplayErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
