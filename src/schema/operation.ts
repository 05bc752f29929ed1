/** Operations of a wire schema. */
import type { FaultSchema, MessageSchema, PartsSchema } from "./message.js";

declare const request: unique symbol;
declare const response: unique symbol;
declare const outcome: unique symbol;
declare const requestHeader: unique symbol;
declare const responseHeader: unique symbol;
declare const faults: unique symbol;

/** An operation of a binding: its action and the messages that go in and out (WSDL 1.1 §2.4). */
export interface Operation<
  Request = unknown,
  Response = unknown,
  RequestHeader = unknown,
  ResponseHeader = unknown,
  Faults = unknown,
> {
  /**
   * The version of rescue-soap that wrote the schema: `0.1.0`. The first call checks that the installed version knows
   * all of the schema, and names both versions if it does not.
   */
  readonly generator: string;
  readonly name: string;
  /** The SOAPAction header of SOAP 1.1 and the action parameter of SOAP 1.2; for HTTP bindings the path. */
  readonly soapAction: string;
  /** The Action of WS-Addressing, where it is another. */
  readonly action?: string;
  readonly input: MessageSchema | PartsSchema;
  /** `undefined` where nothing is answered: the operation is one-way. */
  readonly output?: MessageSchema | PartsSchema;
  /** What goes into the request's Header, and what may stand in that of the answer. */
  readonly headers?: { readonly input?: PartsSchema; readonly output?: PartsSchema };
  /** By their names in the contract. */
  readonly faults?: Readonly<Record<string, FaultSchema>>;
  readonly [request]?: Request;
  readonly [response]?: Response;
  readonly [requestHeader]?: RequestHeader;
  readonly [responseHeader]?: ResponseHeader;
  readonly [faults]?: Faults;
}

/** An operation that answers with an enumeration which has an `OK`, and with out parameters beside it. */
export interface OutcomeOperation<
  Request = unknown,
  Response = unknown,
  Outcome = unknown,
  RequestHeader = unknown,
  ResponseHeader = unknown,
  Faults = unknown,
> extends Operation<Request, Response, RequestHeader, ResponseHeader, Faults> {
  readonly input: MessageSchema;
  readonly output: MessageSchema;
  /** The element of the response that holds the enumeration. */
  readonly result: string;
  readonly [outcome]?: Outcome;
}
