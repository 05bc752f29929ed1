/** The seam for behaviour: session, pacing, retry and logging wrap a call as layers of an onion. */

import type { HttpHeaders } from "../http/index.js";
import type { Attachment } from "../mime/index.js";
import type { Operation } from "../schema/index.js";
import type { XmlElement } from "../xml/index.js";
import type { HeaderBlockAttributes } from "./header/header-attributes.js";

/** One call on its way out. An interceptor passes on a copy with what it changes. */
export interface Call {
  readonly operation: Operation;
  /** The URL that it goes to. */
  readonly endpoint: string;
  /** The request's values, as the operation's request type has them. */
  readonly request: Readonly<Record<string, unknown>>;
  /** What goes into the request's Header; `undefined` for nothing. */
  readonly header?: unknown;
  /** What its blocks say to whom, by their members. */
  readonly headerAttributes?:
    | Readonly<Record<string, HeaderBlockAttributes | undefined>>
    | undefined;
  /**
   * Blocks of the request's Header beside those of the contract: XML elements that declare their own prefixes, but for
   * `soap`, which is the envelope's.
   */
  readonly headerBlocks: readonly string[];
  /** Blocks of the answer's Header, `{namespace}local`, that an interceptor sees to: they may say mustUnderstand. */
  readonly understood: readonly string[];
  /** Gets each of them that the answer has, before its Body is decoded; what it throws ends the call. */
  readonly onHeaderBlock?: ((block: XmlElement) => void) | undefined;
  /** What happens to envelopes on their way, the step next to the codec first. */
  readonly envelopeSteps: readonly EnvelopeStep[];
  /** HTTP headers beside those that the protocol sets. */
  readonly headers: Readonly<Record<string, string>>;
  /** What the reply holds: the response as it is, or the outcome made of it. */
  readonly answer: "response" | "outcome";
  /** For one exchange with the server, in ms. */
  readonly timeout: number;
  /** The caller's. */
  readonly signal: AbortSignal | undefined;
  /** Sent beside the envelope, where the contract says nothing of them. */
  readonly attachments?: readonly Attachment[] | undefined;
  /** Takes the answer's attachments that nothing in it refers to. */
  readonly onAttachment?: ((attachment: Attachment) => unknown) | undefined;
}

/** Changes or checks envelopes as texts, where the wire is not what the codec writes: signed or encrypted ones. */
export interface EnvelopeStep {
  /** Gives the envelope that is sent in place of this one. */
  outgoing?(envelope: string): string | Promise<string>;
  /** Gives the envelope that is decoded in place of the one that came, which is read whole for it. */
  incoming?(envelope: string): string | Promise<string>;
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
