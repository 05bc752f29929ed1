/**
 * Calls over the HTTP GET and POST bindings (WSDL 1.1 §4), which ASMX offers: the parameters are sent as a form, the
 * response is an XML document.
 */

import { clientTransport } from "../../http/index.js";
import { assertNoEnvelopeParts, compose, type Next, traced } from "../../protocol/index.js";
import type { Operation } from "../../schema/index.js";
import { callSecrets, shownExcerpt } from "../call-secrets.js";
import {
  type CallOptions,
  DEFAULT_MAX_RESPONSE_BYTES,
  type SoapClientOptions,
} from "../options.js";
import { requestHeaders } from "../request-headers.js";
import { decodeRun } from "../response/decode-run.js";
import { sendRequest } from "../send-request.js";
import { startCall } from "../start-call.js";
import { callValidation } from "../validate-option.js";
import { readDocument } from "./document.js";
import { formRequest, type HttpBinding } from "./form.js";

/** Options of a client over an HTTP binding. */
export interface HttpBindingClientOptions extends Omit<SoapClientOptions, "protocol" | "mtom"> {
  /** The binding. Addresses of `http-get` contain the parameters, which servers and proxies may log. */
  readonly protocol: HttpBinding;
}

/** Calls the operations of a service over an HTTP binding. Generated clients use it; it can also be used alone. */
export class HttpBindingClient {
  readonly #next: Next;
  readonly #options: HttpBindingClientOptions;

  /** @param options the address of the service, its binding, and others */
  constructor(options: HttpBindingClientOptions) {
    this.#options = options;
    this.#next = traced(compose(options.interceptors ?? [], httpExchange(options)));
  }

  /**
   * Calls an operation; resolves to its response.
   *
   * @throws EncodeError before anything is sent; ConnectionError, TimeoutError, AbortError, HttpError, DecodeError
   */
  async call<Request extends object, Response>(
    operation: Operation<Request, Response>,
    request: Request,
    options: CallOptions = {},
  ): Promise<Response> {
    const call = startCall({ operation, request, resultKind: "response" }, this.#options, options);
    const { value } = await this.#next(call);
    // The decoder made the value by the operation's schema, as its type was made.
    return value as Response;
  }
}

function httpExchange(options: HttpBindingClientOptions): Next {
  const transport = clientTransport(options);
  const maxBytes = options.maxResponseBytes ?? DEFAULT_MAX_RESPONSE_BYTES;
  return async (call) => {
    const { operation } = call;
    assertNoEnvelopeParts(call, "the HTTP binding");
    const secrets = callSecrets(call);
    const validation = options.validate && (await callValidation(call, options.validate, secrets));
    validation?.request();
    const content = formRequest(options, operation, call.request);
    const request = { ...content, headers: requestHeaders(content.headers, call) };
    secrets.addRequest(request);
    return sendRequest(call, { request, transport, secrets }, async (response) => {
      const run = decodeRun(call, options, secrets, validation);
      const redact = (text: string) => secrets.remove(text);
      const excerpt = (start: string) => shownExcerpt(start, operation, secrets);
      const { replaceForbiddenCharacters } = options;
      const reading = { maxBytes, redact, excerpt, replaceForbiddenCharacters };
      return { value: await readDocument(response, operation.output, run, reading) };
    });
  };
}
