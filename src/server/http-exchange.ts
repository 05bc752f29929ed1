/** HTTP requests and responses as the endpoints of a service see them. */
import type { RequestBody } from "../http/index.js";

/** The cookies of a request, and of its response. */
export interface CookieAccess {
  /** The value of a cookie of the request, or of one that was set since. */
  get(name: string): string | undefined;
  /** Sets a cookie in the response: HttpOnly, SameSite=Lax, and for all paths. */
  set(name: string, value: string): void;
}

export interface HttpCall {
  readonly method: "GET" | "POST";
  /** The path without the query. */
  readonly path: string;
  readonly query: string;
  /** The origin of the address that the client used: `http://127.0.0.1:8080`. */
  readonly origin: string;
  /** Its host and port. */
  readonly host: string;
  /** Headers by lower-case name. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The body; empty if it is streamed. */
  readonly body: Uint8Array;
  /** The body of a multipart message; `undefined` for other messages. */
  readonly streamed: StreamedBody | undefined;
  readonly cookies: CookieAccess;
}

export interface StreamedBody {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** The number of bytes that may be kept in memory. */
  readonly maxBytes: number;
  /** Aborts when the exchange has ended. */
  readonly signal: AbortSignal;
}

export interface HttpReply {
  readonly status: number;
  /** The media type; `undefined` if there is no body, or if `headers` contain it. */
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: RequestBody;
}
