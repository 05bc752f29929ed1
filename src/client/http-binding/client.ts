/**
 * Calls over the HTTP GET and POST bindings (WSDL 1.1 §4), as ASMX offers them: parameters go out as a form, an XML
 * document comes back.
 */

import { clientTransport } from "../../http/index.js";
import { compose, type Next, refuseEnvelopeParts } from "../../protocol/index.js";
import { withoutSecrets } from "../../redaction/index.js";
import type { Operation } from "../../schema/index.js";
import {
  type CallOptions,
  DEFAULT_MAX_RESPONSE_BYTES,
  decodeRun,
  type SoapClientOptions,
  startCall,
} from "../client.js";
import { withDeadline } from "../deadline.js";
import { readDocument } from "./document.js";
import { formRequest, type HttpBinding } from "./form.js";

export interface HttpBindingClientOptions extends Omit<SoapClientOptions, "protocol"> {
  readonly protocol: HttpBinding;
}

export class HttpBindingClient {
  readonly #next: Next;
  readonly #options: HttpBindingClientOptions;

  constructor(options: HttpBindingClientOptions) {
    this.#options = options;
    this.#next = compose(options.interceptors ?? [], httpExchange(options));
  }

  /**
   * Calls an operation.
   *
   * @throws EncodeError before anything is sent; ConnectionError, TimeoutError, AbortError, HttpError, DecodeError
   */
  async call<Request extends object, Response>(
    operation: Operation<Request, Response>,
    request: Request,
    options: CallOptions = {},
  ): Promise<Response> {
    const call = startCall(
      operation,
      request,
      { result: "response", defaults: this.#options },
      options,
    );
    const { value } = await this.#next(call);
    // The decoder made the value by the operation's schema, which is what its type was made of.
    return value as Response;
  }
}

function httpExchange(options: HttpBindingClientOptions): Next {
  const transport = clientTransport(options);
  const maxBytes = options.maxResponseBytes ?? DEFAULT_MAX_RESPONSE_BYTES;
  return async (call) => {
    const { operation } = call;
    refuseEnvelopeParts(call, "the HTTP binding");
    const { headers, ...request } = formRequest(options, operation, call.request);
    return withDeadline(operation.name, call.timeout, call.signal, async (signal) => {
      const response = await transport({
        ...request,
        headers: { ...headers, ...call.headers },
        signal,
      });
      const run = decodeRun(call, [], options);
      const hide = (text: string) => withoutSecrets(text, call);
      const value = await readDocument(response, operation.output, run, { maxBytes, hide });
      return { value, status: response.status, headers: response.headers };
    });
  };
}
