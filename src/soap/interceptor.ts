/** The seam for behaviour: session, pacing, retry and logging wrap a call as layers of an onion. */

import type { HttpHeaders } from "./http/transport.js";
import type { Operation } from "./schema.js";

/** One call on its way out. An interceptor passes on a copy with what it changes. */
export interface Call {
  readonly operation: Operation;
  /** The request's values, as the operation's request type has them. */
  readonly request: Readonly<Record<string, unknown>>;
  /** What goes into the request's Header; `undefined` for nothing. */
  readonly header?: unknown;
  /** HTTP headers beside those that the protocol sets. */
  readonly headers: Readonly<Record<string, string>>;
  /** What the reply holds: the response as it is, or the outcome made of it. */
  readonly answer: "response" | "outcome";
  /** For one exchange with the server, in ms. */
  readonly timeout: number;
  /** The caller's. */
  readonly signal: AbortSignal | undefined;
}

/** What came back. */
export interface Reply {
  /** The response's values, or the outcome where the call asked for one. */
  readonly value: unknown;
  /** What the answer's Header holds of what the contract has for it. */
  readonly header?: Readonly<Record<string, unknown>> | undefined;
  readonly status: number;
  readonly headers: HttpHeaders;
}

export type Next = (call: Call) => Promise<Reply>;

/**
 * @example
 * const log: Interceptor = (next) => async (call) => {
 *   const reply = await next(call);
 *   console.log(call.operation.name, reply.status);
 *   return reply;
 * };
 */
export type Interceptor = (next: Next) => Next;

/** Puts interceptors around `innermost`; the first of the list is the outermost. */
export function compose(interceptors: readonly Interceptor[], innermost: Next): Next {
  return interceptors.reduceRight((next, interceptor) => interceptor(next), innermost);
}
