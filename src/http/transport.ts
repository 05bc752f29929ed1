/** The seam to HTTP: one function. `node:http(s)` and `fetch` are adapters, cookies a decorator. */
import type { MessageBody } from "../bytes/index.js";

export interface HttpRequest {
  readonly url: string;
  readonly method: "GET" | "POST";
  /** Names as they are sent. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: RequestBody;
  readonly signal?: AbortSignal;
}

/** Chunks are sent as they come, which can be done once: such a request can't be sent again. */
export type RequestBody = MessageBody;

/** Whether a request with this body can be sent a second time: to try again, to sign in, to go elsewhere. */
export function isReplayable(
  body: RequestBody | undefined,
): body is Exclude<RequestBody, AsyncIterable<Uint8Array>> | undefined {
  return body === undefined || typeof body === "string" || body instanceof Uint8Array;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: HttpHeaders;
  /** The bytes after content decoding, chunk by chunk; read to its end or returned from early, which ends the exchange. */
  readonly body: AsyncIterable<Uint8Array>;
}

export interface HttpHeaders {
  /** The value of a header by its lower-case name, repeated ones joined by `, `; `undefined` where it is missing. */
  get(name: string): string | undefined;
  /** Each Set-Cookie header by itself. */
  readonly setCookie: readonly string[];
  /** All but Set-Cookie, by lower-case name, for those who record them; a transport may leave it out. */
  entries?(): Iterable<readonly [name: string, value: string]>;
}

/**
 * Sends a request and gives the response as soon as its head is there, whatever its status.
 *
 * @throws ConnectionError when there is no response to give, or from `body` when it breaks off
 * @throws the signal's reason when it aborts
 */
export type Transport = (request: HttpRequest) => Promise<HttpResponse>;
