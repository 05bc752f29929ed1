/** Functions that answer calls, typed by the operations of a contract. */
import type { Attachment } from "../mime/index.js";
import type { Operation, OutcomeOperation } from "../schema/index.js";
import type { XmlElement } from "../xml/index.js";
import type { CookieAccess } from "./http-exchange.js";
import type { ServiceFault, ServiceFaultOptions } from "./service-fault.js";

/** The operations of a contract as generated code has them: `operations` of its schema.ts. */
export type Operations = Readonly<Record<string, Operation>>;

/** A call as its handler sees it. */
export interface ServedCall<RequestHeader = unknown, ResponseHeader = unknown, Faults = unknown> {
  readonly operation: Operation;
  readonly protocol: "soap11" | "soap12" | "http-get" | "http-post";
  /** What the request's Header holds of what the contract has for it; `undefined` where it has nothing. */
  readonly header: Partial<RequestHeader> | undefined;
  /** All blocks of the request's Header. */
  readonly headerBlocks: readonly XmlElement[];
  /** The HTTP headers of the request, by their names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The cookies of the request; those that are set go into the answer. */
  readonly cookies: CookieAccess;
  /** The request's attachments that the contract says nothing of, as they come. */
  readonly attachments: AsyncIterable<Attachment>;
  /** Sends one beside the answer, where the contract says nothing of it. */
  attach(attachment: Attachment): void;
  /** What goes into the answer's Header. */
  answerHeader(header: ResponseHeader): void;
  /** A fault of the contract, to be thrown. */
  fault<Name extends keyof Faults & string>(
    name: Name,
    detail: Faults[Name],
    options?: NamedFaultOptions,
  ): ServiceFault;
}

export interface NamedFaultOptions extends Omit<ServiceFaultOptions, "name" | "detail"> {
  /** Default: the fault's name. */
  readonly reason?: string;
}

/** What a handler gives: the response, or for an operation with an outcome that; nothing where nothing is answered. */
export type Answer<Response, Outcome = never> =
  | (Response extends undefined
      ? undefined
      : Partial<Response> extends Response
        ? Response | undefined
        : Response)
  | AnsweredOutcome<Outcome>;

/** An arm of an outcome without what the wire adds; the one of unlisted values is none that a service answers. */
type AnsweredOutcome<Outcome> = Outcome extends { readonly status: "Unlisted" }
  ? never
  : Omit<Outcome, "ret">;

/** Answers the calls of one operation; what it throws is answered as a fault. */
export type Handler<Served extends Operation> =
  Served extends OutcomeOperation<
    infer Request,
    infer Response,
    infer Outcome,
    infer RequestHeader,
    infer ResponseHeader,
    infer Faults
  >
    ? Handling<
        Request,
        Answer<Response, Outcome>,
        ServedCall<RequestHeader, ResponseHeader, Faults>
      >
    : Served extends Operation<
          infer Request,
          infer Response,
          infer RequestHeader,
          infer ResponseHeader,
          infer Faults
        >
      ? Handling<Request, Answer<Response>, ServedCall<RequestHeader, ResponseHeader, Faults>>
      : never;

type Handling<Request, Given, Call> = (request: Request, call: Call) => Given | Promise<Given>;

/** A handler for each operation that is to be answered. */
export type Handlers<Served extends Operations> = {
  readonly [Key in keyof Served]?: Handler<Served[Key]>;
};
