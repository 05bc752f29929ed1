/** Calls, and the interceptors around them: session, pacing, retries, logging. */

import type { ExchangeSecrets, HttpHeaders } from "../http/index.js";
import type { Attachment } from "../mime/index.js";
import type { Operation } from "../schema/index.js";
import type { XmlElement } from "../xml/index.js";
import type { CallProgress } from "./call-progress.js";
import type { EncodedRequest } from "./encoded-request.js";
import type { HeaderBlockAttributes } from "./header/header-attributes.js";

/** A call on its way to the server. An interceptor that changes it passes on a changed copy. */
export interface Call {
  /** The operation that is called. */
  readonly operation: Operation;
  /** The address of the request. */
  readonly endpoint: string;
  /** The values of the request, by the operation's request type. To change them, replace the object: it is encoded once. */
  readonly request: Readonly<Record<string, unknown>>;
  /** The encoded form of the request; copies of the call share it. Default: the request is encoded when it is sent. */
  readonly encoded?: EncodedRequest;
  /** What has happened to the call; copies of the call share it. */
  readonly progress: CallProgress;
  /** The values of the request's Header, by the operation's header type; `undefined`: none. */
  readonly header?: unknown;
  /** The receivers of the blocks of `header`, by its members. */
  readonly headerAttributes?:
    | Readonly<Record<string, HeaderBlockAttributes | undefined>>
    | undefined;
  /**
   * Further blocks of the request's Header: the texts of XML elements that declare their prefixes, except for `soap`,
   * which the envelope declares.
   */
  readonly headerBlocks: readonly string[];
  /**
   * Blocks of the response's Header, `{namespace}local`, that an interceptor processes: they may be marked as
   * mustUnderstand. A marked block that nobody processes is a DecodeError (`NOT_UNDERSTOOD`).
   */
  readonly understood: readonly string[];
  /** Called with each of the blocks that `understood` lists, before the Body is decoded. An error of it ends the call. */
  readonly onHeaderBlock?: ((block: XmlElement) => void) | undefined;
  /** Changes of the envelopes as texts; for the request in this order, for the response in reverse order. */
  readonly envelopeSteps: readonly EnvelopeStep[];
  /** HTTP headers of the request, in addition to those that the protocol sets, which they override. */
  readonly headers: Readonly<Record<string, string>>;
  /** The kind of `Reply.value`: the response, or the outcome made of it. */
  readonly resultKind: "response" | "outcome";
  /** Whether a missing element or attribute of the response is an error, or reported as a deviation; default `error`. */
  readonly missing?: "error" | "report" | undefined;
  /** Whether the server may process the call twice without harm. Default `false`. */
  readonly repeatable?: boolean;
  /** The longest time for one exchange with the server, in ms. */
  readonly timeout: number;
  /** The signal of the caller. */
  readonly signal: AbortSignal | undefined;
  /** Ends the waits of the call, but no exchange with the server. Default: only `signal` ends them. */
  readonly waitSignal?: AbortSignal | undefined;
  /** Attachments of the request that the contract does not mention. */
  readonly attachments?: readonly Attachment[] | undefined;
  /** Called with the attachments of the response that its envelope does not refer to. */
  readonly onAttachment?: ((attachment: Attachment) => unknown) | undefined;
}

/** Changes or checks envelopes as texts, for signatures and encryption. */
export interface EnvelopeStep {
  /** Returns the envelope that is sent instead of this one. */
  outgoing?(envelope: string): string | Promise<string>;
  /** Returns the envelope that is decoded instead of the received one. With it the whole response is read first. */
  incoming?(envelope: string): string | Promise<string>;
}

/** The result of a call. */
export interface Reply {
  /** The response, or the outcome if the call has the `resultKind` `outcome`. */
  readonly value: unknown;
  /** The blocks of the response's Header that the contract has. */
  readonly header?: Readonly<Record<string, unknown>> | undefined;
  /** The HTTP status of the response. */
  readonly status: number;
  /** The HTTP headers of the response. */
  readonly headers: HttpHeaders;
  /** The secrets of the call, for interceptors that log or throw texts of the response. */
  readonly secrets?: ExchangeSecrets | undefined;
}

/** The rest of a call: the inner interceptors, and the exchange with the server. */
export type Next = (call: Call) => Promise<Reply>;

/**
 * Behaviour around calls. It may change a call, make it several times, respond without the server, or handle its error.
 *
 * @example
 * const log: Interceptor = (next) => async (call) => {
 *   const reply = await next(call);
 *   console.log(call.operation.name, reply.status);
 *   return reply;
 * };
 */
export type Interceptor = (next: Next) => Next;

/** Puts interceptors around `innermost`; the first one of the list is the outermost. */
export function compose(interceptors: readonly Interceptor[], innermost: Next): Next {
  return interceptors.reduceRight((next, interceptor) => interceptor(next), innermost);
}
