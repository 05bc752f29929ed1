/** The client of a service: its calls pass through interceptors to an exchange with the server. */

import { compose, isSoapFault, type Next, type Reply, traced } from "../protocol/index.js";
import type { Operation, OutcomeOperation } from "../schema/index.js";
import type { HeaderOptions, Incomplete, MissingOption, SoapClientOptions } from "./options.js";
import { soapExchange } from "./soap-exchange.js";
import { startCall } from "./start-call.js";

/** Calls the operations of a service over SOAP. Generated clients use it; it can also be used alone. */
export class SoapClient {
  readonly #next: Next;
  readonly #options: SoapClientOptions;

  /** @param options the address of the service, and others */
  constructor(options: SoapClientOptions) {
    this.#options = options;
    this.#next = traced(compose(options.interceptors ?? [], soapExchange(options).send));
  }

  /**
   * Calls an operation; resolves to its response.
   *
   * @throws EncodeError before anything is sent; ConnectionError, TimeoutError, AbortError, HttpError, SoapFault,
   *   DecodeError
   */
  call<Request extends object, Response, RequestHeader, ResponseHeader>(
    operation: Operation<Request, Response, RequestHeader, ResponseHeader>,
    request: Request,
    options: HeaderOptions<RequestHeader, ResponseHeader> & MissingOption,
  ): Promise<Incomplete<Response>>;
  call<Request extends object, Response, RequestHeader, ResponseHeader>(
    operation: Operation<Request, Response, RequestHeader, ResponseHeader>,
    request: Request,
    options?: HeaderOptions<RequestHeader, ResponseHeader>,
  ): Promise<Response>;
  async call<Request extends object, Response, RequestHeader, ResponseHeader>(
    operation: Operation<Request, Response, RequestHeader, ResponseHeader>,
    request: Request,
    options: HeaderOptions<RequestHeader, ResponseHeader> & Partial<MissingOption> = {},
  ): Promise<Response> {
    const { missing } = options;
    const requested = { operation, request, resultKind: "response", missing } as const;
    const call = startCall(requested, this.#options, options);
    const reply = await reporting(this.#next(call), options);
    // The decoder made the value by the operation's schema, as its type was.
    return reply.value as Response;
  }

  /**
   * Calls an operation; resolves to its outcome: `status`, `ret`, and the out parameters if the status is `OK`.
   *
   * @throws the errors of `call`
   */
  async outcome<Request extends object, Response, Outcome, RequestHeader, ResponseHeader>(
    operation: OutcomeOperation<Request, Response, Outcome, RequestHeader, ResponseHeader>,
    request: Request,
    options: HeaderOptions<RequestHeader, ResponseHeader> = {},
  ): Promise<Outcome> {
    const call = startCall({ operation, request, resultKind: "outcome" }, this.#options, options);
    const reply = await reporting(this.#next(call), options);
    return reply.value as Outcome;
  }
}

/** Passes the Header of a response to the caller, also that of a fault. */
async function reporting<ResponseHeader>(
  underway: Promise<Reply>,
  { onHeader }: Pick<HeaderOptions<unknown, ResponseHeader>, "onHeader">,
): Promise<Reply> {
  if (onHeader === undefined) return underway;
  // Decoded by the operation's schema, as its type was made.
  const report = (header: unknown) => onHeader(header as ResponseHeader);
  let reply: Reply;
  try {
    reply = await underway;
  } catch (error) {
    if (isSoapFault(error) && error.header !== undefined) report(error.header);
    throw error;
  }
  report(reply.header ?? {});
  return reply;
}
