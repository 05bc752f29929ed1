/** HTTP requests and responses as the server sees them. */
import type { RequestBody } from "../http/index.js";

export interface CookieAccess {
  /** The value of a cookie of the request. */
  get(name: string): string | undefined;
  /** Sets a cookie in the response, HttpOnly and for all paths. */
  set(name: string, value: string): void;
}

export interface HttpCall {
  readonly method: string;
  /** The path without the query. */
  readonly path: string;
  readonly query: string;
  /** What the client called the server: host and port. */
  readonly host: string;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Empty where it is streamed. */
  readonly body: Uint8Array;
  /** A message in several parts, which is not read whole. */
  readonly streamed: StreamedBody | undefined;
  readonly cookies: CookieAccess;
}

export interface StreamedBody {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** How much of it may be held in memory. */
  readonly maxBytes: number;
  /** Aborts when the answer has gone out, or the connection ends. */
  readonly signal: AbortSignal;
}

export interface HttpAnswer {
  readonly status: number;
  /** The media type; `undefined` where there is no body. */
  readonly type?: string;
  /** Beside those that every answer has. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: RequestBody;
}
