/** Functions that process calls, typed by the operations of a contract. */
import type { Attachment } from "../../mime/index.js";
import type { Operation, OutcomeOperation } from "../../schema/index.js";
import type { XmlElement } from "../../xml/index.js";
import type { CookieAccess } from "../http-exchange.js";
import type { ServiceFault, ServiceFaultOptions } from "../service-fault.js";

/** The operations of a contract: `operations` of the generated schema.ts. */
export type Operations = Readonly<Record<string, Operation>>;

/** A call as its handler sees it. */
export interface ServedCall<RequestHeader = unknown, ResponseHeader = unknown, Faults = unknown> {
  /** The operation that was called. */
  readonly operation: Operation;
  /** The binding of the call. */
  readonly protocol: "soap11" | "soap12" | "http-get" | "http-post";
  /** The blocks of the request's Header that the contract has, decoded; `undefined` if the request has no such block. */
  readonly header: Partial<RequestHeader> | undefined;
  /** All blocks of the request's Header. */
  readonly headerBlocks: readonly XmlElement[];
  /** The HTTP headers of the request, by lower-case name. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The cookies of the request; those that are set are sent with the response. */
  readonly cookies: CookieAccess;
  /** The attachments of the request that the contract does not mention, as they arrive. */
  readonly attachments: AsyncIterable<Attachment>;
  /** Sends an attachment with the response that the contract does not mention (SOAP Messages with Attachments). */
  attach(attachment: Attachment): void;
  /** Sets the Header of the response: the blocks that the contract has. A second call replaces it. */
  setResponseHeader(header: ResponseHeader): void;
  /** Makes a fault of the contract, to be thrown: `throw call.fault("InvalidPin", { pin })`. */
  fault<Name extends keyof Faults & string>(
    name: Name,
    detail: Faults[Name],
    options?: NamedFaultOptions,
  ): ServiceFault;
}

/** Options of a fault of the contract. */
export interface NamedFaultOptions extends Omit<ServiceFaultOptions, "name" | "detail"> {
  /** The reason that the client gets. Default: the fault's name. */
  readonly reason?: string;
}

/**
 * The result of a handler: the response, or for an operation with outcomes an outcome. A handler without a result may
 * return nothing if the response has no required members.
 */
export type HandlerResult<Response, Outcome = never> =
  | (Response extends undefined
      ? undefined
      : Partial<Response> extends Response
        ? Response | undefined
        : Response)
  | HandlerOutcome<Outcome>;

/** An outcome without `ret`, which follows from its status; a service has no values that its contract does not list. */
type HandlerOutcome<Outcome> = Outcome extends { readonly status: "Unlisted" }
  ? never
  : Omit<Outcome, "ret">;

/** Processes the calls of one operation. An error that it throws is a fault in the response: use `ServiceFault` to shape it. */
export type Handler<Served extends Operation> =
  Served extends OutcomeOperation<
    infer Request,
    infer Response,
    infer Outcome,
    infer RequestHeader,
    infer ResponseHeader,
    infer Faults
  >
    ? HandlerFunction<
        Request,
        HandlerResult<Response, Outcome>,
        ServedCall<RequestHeader, ResponseHeader, Faults>
      >
    : Served extends Operation<
          infer Request,
          infer Response,
          infer RequestHeader,
          infer ResponseHeader,
          infer Faults
        >
      ? HandlerFunction<
          Request,
          HandlerResult<Response>,
          ServedCall<RequestHeader, ResponseHeader, Faults>
        >
      : never;

type HandlerFunction<Request, Result, Call> = (
  request: Request,
  call: Call,
) => Result | Promise<Result>;

/** The handlers of a service, by the names of their operations; see `unhandled` for operations without one. */
export type Handlers<Served extends Operations> = {
  readonly [Key in keyof Served]?: Handler<Served[Key]>;
};
