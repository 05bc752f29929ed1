/** Operations of a wire schema. */
import type { ElementMessageOf, FaultSchema, MessageOf, PartsSchema } from "./message.js";

declare const request: unique symbol;
declare const response: unique symbol;
declare const outcome: unique symbol;
declare const requestHeader: unique symbol;
declare const responseHeader: unique symbol;
declare const faults: unique symbol;

/** An operation of a binding: its action and its messages (WSDL 1.1 §2.4). The type parameters are the types of its messages. */
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
  /** Its name in the contract. */
  readonly name: string;
  /** The SOAPAction header of SOAP 1.1 and the action parameter of SOAP 1.2; for an HTTP binding the path. */
  readonly soapAction: string;
  /** The Action of WS-Addressing, if it differs from `soapAction`. */
  readonly action?: string;
  /** Its types have the facets of the contract (`generate --facets`), so that its messages can be validated. */
  readonly facets?: true;
  /** The request. */
  readonly input: MessageOf<Request>;
  /** The response; `undefined` if the operation is one-way. */
  readonly output?: MessageOf<Response>;
  /** The Headers of the request and of the response. */
  readonly headers?: {
    /** The blocks in the Header of the request. */
    readonly input?: PartsSchema;
    /** The blocks in the Header of the response. */
    readonly output?: PartsSchema;
  };
  /** Its faults, by their names in the contract. */
  readonly faults?: Readonly<Record<string, FaultSchema>>;
  readonly [request]?: Request;
  readonly [response]?: Response;
  readonly [requestHeader]?: RequestHeader;
  readonly [responseHeader]?: ResponseHeader;
  readonly [faults]?: Faults;
}

/**
 * An operation whose response has a status, an enumeration with an `OK`, and out parameters. A call returns an outcome,
 * discriminated by `status`.
 */
export interface OutcomeOperation<
  Request = unknown,
  Response = unknown,
  Outcome = unknown,
  RequestHeader = unknown,
  ResponseHeader = unknown,
  Faults = unknown,
> extends Operation<Request, Response, RequestHeader, ResponseHeader, Faults> {
  /** The request. */
  readonly input: ElementMessageOf<Request>;
  /** The response. */
  readonly output: ElementMessageOf<Response>;
  /** The name of the element of the response with the status. */
  readonly result: string;
  readonly [outcome]?: Outcome;
}
