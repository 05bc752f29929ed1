/** HTTP as one function: `node:http(s)`, `fetch` and services in memory are adapters; cookies, logs and recordings wrap them. */

import type { Delivery } from "../errors/index.js";

/** A request that a transport sends. */
export interface HttpRequest {
  /** The absolute address: `http:` or `https:`. A user and password in it are sent as Basic authentication. */
  readonly url: string;
  /** The HTTP method. */
  readonly method: "GET" | "POST";
  /** The headers, with their names as they are sent. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body; default: none. */
  readonly body?: RequestBody;
  /** Ends the exchange, until the body of the response has been read; default: nothing does. */
  readonly signal?: AbortSignal;
  /**
   * Whether the server may get the request twice without harm. Only then may a transport send it again after a byte of it
   * was sent. Default `false`, also for GET: the HTTP GET binding of WSDL 1.1 has operations with effects.
   */
  readonly repeatable?: boolean;
  /**
   * Called by a transport that can tell with `not-sent` before it connects, and with `unknown` before it sends the first
   * byte. Default: no function. A transport that does not call it leaves the delivery `unknown`.
   */
  readonly onDelivery?: (delivery: Delivery) => void;
  /** The secrets of the request, for logs; default: only those that are seen in the request. */
  readonly secrets?: ExchangeSecrets;
}

/** The secrets of an exchange. Errors, logs and recordings do not show them, although a server may repeat them. */
export interface ExchangeSecrets {
  /**
   * Adds the secrets of a header that is not among those of the request: a transport calls it for Cookie, Authorization
   * and other credentials that it adds, and for Set-Cookie that it receives.
   */
  addHeader(name: string, value: string): void;
  /** Returns a text of the server with `***` in the place of each secret, in any common coding. */
  remove(text: string): string;
}

/** The body of a request. Chunks are sent as they are produced and only once, so that the request cannot be repeated. */
export type RequestBody = string | Uint8Array | AsyncIterable<Uint8Array>;

/** Whether a request with this body can be sent again: for a retry, a sign-in or a redirect. */
export function isReplayable(
  body: RequestBody | undefined,
): body is Exclude<RequestBody, AsyncIterable<Uint8Array>> | undefined {
  return body === undefined || typeof body === "string" || body instanceof Uint8Array;
}

/** A response, whose body is still being received. */
export interface HttpResponse {
  /** The HTTP status code. */
  readonly status: number;
  /** The headers of the response. */
  readonly headers: HttpHeaders;
  /**
   * The bytes in chunks, after content decoding. Read them to the end, or leave the loop early, which ends the exchange:
   * until then the response occupies a connection.
   */
  readonly body: AsyncIterable<Uint8Array>;
}

/** The headers of a response. */
export interface HttpHeaders {
  /** The value of a header by its lower-case name, repeated ones joined by `, `; `undefined` if it is missing. */
  get(name: string): string | undefined;
  /** The Set-Cookie headers, one item each. */
  readonly setCookie: readonly string[];
  /** All headers except Set-Cookie by lower-case name, for logs and recordings. A transport may omit it. */
  entries?(): Iterable<readonly [name: string, value: string]>;
}

/**
 * Sends a request and resolves as soon as the head of the response is there, whatever its status.
 *
 * @throws ConnectionError if there is no response, or from `body` if it breaks off
 * @throws the signal's reason if it aborts
 */
export interface Transport {
  (request: HttpRequest): Promise<HttpResponse>;
  /**
   * Closes the connections; requests in progress fail. A later request opens a new one. Default: there is nothing to close,
   * as for `fetch`, whose connections belong to the platform.
   */
  close?(): void;
}

/** Sends requests by `send`, which uses `inner`: to close it is to close `inner`, and it has the traits of `inner`. */
export function around(inner: Transport, send: Transport): Transport {
  const inherited = traits.get(inner);
  if (inherited !== undefined) withTraits(send, inherited);
  return inner.close === undefined ? send : Object.assign(send, { close: () => inner.close?.() });
}

/** What is known about a transport of this package. */
export interface TransportTraits {
  /** It sends the cookies of responses back. */
  readonly keepsCookies?: boolean;
  /** It reaches the server at the address of a request, as all other transports with this trait do. */
  readonly usesNetwork?: boolean;
}

const traits = new WeakMap<Transport, TransportTraits>();

/** Adds traits to a transport. */
export function withTraits(transport: Transport, more: TransportTraits): Transport {
  traits.set(transport, { ...traits.get(transport), ...more });
  return transport;
}

/** The traits of a transport, as far as `around` shows those of an inner one; none for a function of the caller. */
export function traitsOf(transport: Transport): TransportTraits {
  return traits.get(transport) ?? {};
}
