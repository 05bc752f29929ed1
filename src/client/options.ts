/** The options of clients and of calls. */
import type { Deviation } from "../codec/index.js";
import type { Transport } from "../http/index.js";
import type { Attachment, MtomOption } from "../mime/index.js";
import type { HeaderBlockAttributes, Interceptor } from "../protocol/index.js";
import type { SoapVersion } from "../schema/index.js";
import type { XmlElement } from "../xml/index.js";
import type { Validate } from "./call-validation.js";

/** Options of a SOAP client. */
export interface SoapClientOptions {
  /** The address of the service: an `http:` or `https:` URL. */
  readonly endpoint: string;
  /** The version of SOAP; default `soap12`. A response of the other version is accepted. */
  readonly protocol?: SoapVersion;
  /**
   * Sends the requests. Default: in Node `httpTransport` with `cookies`, in a browser `fetchTransport`, in a worker
   * `fetchTransport` with `cookies`.
   */
  readonly transport?: Transport;
  /**
   * The largest number of redirects that a request follows; default 3, and 0 follows none. Only safe redirects are
   * followed, within the same host (see `redirects`).
   */
  readonly redirects?: number;
  /**
   * The longest time for one exchange with the server, in ms; default 30,000. Interceptors that wait before the exchange
   * do not count. After a timeout it is unknown whether the server has processed the request.
   */
  readonly timeout?: number;
  /**
   * The names of the operations that the server may process twice without harm: reads, for example. Their requests are
   * sent again if a connection breaks that was idle before. Default: none, since a WSDL does not state it. Risk: an
   * operation with effects has them twice.
   */
  readonly repeatable?: readonly string[];
  /** Functions around each call, the first one outermost. Default: none. */
  readonly interceptors?: readonly Interceptor[];
  /** HTTP headers of all requests; they override those that the protocol sets. Default: none. */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * The longest response, in bytes after decompression; default 256 MiB. A longer one is a DecodeError (`LIMIT`). Without
   * a limit a server could exhaust the memory.
   */
  readonly maxResponseBytes?: number;
  /**
   * The most elements, attributes, declarations of namespaces and items of lists in a response; default 2,000,000. A
   * response with more is a DecodeError (`LIMIT`). Without a limit, small elements could take many times the memory of their
   * characters.
   */
  readonly maxResponseElements?: number;
  /** Called with each deviation of a response from its schema. Default: deviations are not reported. */
  readonly onDeviation?: (deviation: Deviation) => void;
  /** Whether a deviation of a response is a DecodeError (`DEVIATION`); default `false`: it is accepted. */
  readonly strict?: boolean;
  /**
   * Whether characters that XML does not allow, such as `&#x1;` and halves of surrogate pairs, are replaced by U+FFFD in
   * responses; default `false`: such a response is a DecodeError (`MALFORMED_XML`). Exchange sends them, for example. Each
   * element with one is a deviation (`forbidden-character`), so that with `strict` it is an error. Risk: the characters are
   * lost. In a fault they are always replaced, so that the call ends with the fault.
   */
  readonly replaceForbiddenCharacters?: boolean;
  /**
   * Checks values against the facets of their types: lengths, patterns, ranges, digits, listed and fixed values, numbers of
   * occurrences. A request that violates one is an EncodeError, and nothing is sent; a response is a DecodeError (`FACET`).
   * The code must be generated with `facets`. Default: nothing is checked, and no code for it is loaded.
   */
  readonly validate?: Validate;
  /**
   * Whether binary content of requests is sent as parts beside the envelope (MTOM): each `Attachment`, and each
   * `Uint8Array` of at least `threshold` bytes, by default 768. Default `false`: in base64, since not every server
   * supports MTOM. Responses may use MTOM in any case.
   */
  readonly mtom?: MtomOption;
}

/** Options of one call. */
export interface CallOptions {
  /** Ends the call with an AbortError, in whatever state it is. Default: nothing ends it. */
  readonly signal?: AbortSignal;
  /** The longest time for one exchange with the server, in ms; default: that of the client. */
  readonly timeout?: number;
  /** HTTP headers of the request, in addition to those of the client, which they override. Default: none. */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * Attachments of the request that the contract does not mention (SOAP Messages with Attachments). Default: none. Those
   * of the contract are values of the request.
   */
  readonly attachments?: readonly Attachment[];
  /**
   * Called with each attachment of the response that its envelope does not refer to, in the order of the response. The
   * result is awaited, and the attachment can be read until then. Default: they are ignored.
   */
  readonly onAttachment?: (attachment: Attachment) => unknown;
}

/** Option of a call whose response may lack what its type requires. */
export interface MissingOption {
  /**
   * `report`: a required element or attribute that the response lacks is reported to `onDeviation` as `missing-element`, and
   * the type of the response is `Incomplete`; also with `strict`. Default `error`: it is a DecodeError (`MISSING_ELEMENT`), whose `partial` is the
   * rest.
   */
  readonly missing: "report";
}

/**
 * A response in which everything may be missing: each member, at any depth, is optional. Values of classes, such as dates, are
 * complete.
 */
export type Incomplete<Value> = Value extends Uint8Array | Date | Attachment | XmlElement
  ? Value
  : Value extends readonly (infer Item)[]
    ? Incomplete<Item>[]
    : Value extends object
      ? { [Name in keyof Value]?: Incomplete<Value[Name]> }
      : Value;

/** Options of a call of an operation whose contract has a SOAP Header. */
export interface HeaderOptions<RequestHeader, ResponseHeader> extends CallOptions {
  /** The blocks of the request's Header. Default: none. */
  readonly header?: RequestHeader;
  /** The receivers of these blocks, and whether they must understand them, by the members of `header`. Default: none. */
  readonly headerAttributes?: { readonly [Name in keyof RequestHeader]?: HeaderBlockAttributes };
  /**
   * Called with the blocks of the response's Header that the contract has, also before the call ends with a fault that has
   * some. Default: they are ignored.
   */
  readonly onHeader?: (header: ResponseHeader) => void;
}

/** The default timeout, in ms. */
export const DEFAULT_TIMEOUT = 30_000;

/** The default limit of a response, in bytes. */
export const DEFAULT_MAX_RESPONSE_BYTES = 256 * 1024 * 1024;
