/**
 * Calls over the HTTP GET and POST bindings (WSDL 1.1 §4), as ASMX offers them: parameters go out as a form, an XML
 * document comes back.
 */
import { type CallOptions, DEFAULT_MAX_RESPONSE_BYTES, DEFAULT_TIMEOUT } from "../client.js";
import type { DecodeRun } from "../codec/decode.js";
import { withDeadline } from "../deadline.js";
import type { Deviation } from "../deviation.js";
import { cookies } from "../http/cookies.js";
import { httpTransport } from "../http/node-transport.js";
import type { Transport } from "../http/transport.js";
import { type Call, compose, type Interceptor, type Next } from "../interceptor.js";
import type { Operation } from "../schema.js";
import { withoutSecrets } from "../secrets.js";
import { readDocument } from "./document.js";
import { formRequest } from "./form.js";

export type HttpBinding = "http-get" | "http-post";

export interface HttpBindingClientOptions {
  /** The service's URL; an operation's path is put behind it. */
  readonly endpoint: string;
  readonly protocol: HttpBinding;
  /** Default: `node:http(s)` with keep-alive, and cookies. */
  readonly transport?: Transport;
  /** How long one exchange with the server may take, in ms; default 30,000. */
  readonly timeout?: number;
  /** Around each call, the first outermost. */
  readonly interceptors?: readonly Interceptor[];
  /** HTTP headers of every call. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The longest answer that is read, in bytes; default 256 MiB. */
  readonly maxResponseBytes?: number;
  /** Told what an answer does otherwise than its schema says. */
  readonly onDeviation?: (deviation: Deviation) => void;
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
    const values: object = request;
    const call: Call = {
      operation,
      request: { ...values },
      answer: "response",
      headers: { ...this.#options.headers, ...options.headers },
      timeout: options.timeout ?? this.#options.timeout ?? DEFAULT_TIMEOUT,
      signal: options.signal,
    };
    const { value } = await this.#next(call);
    // The decoder made the value by the operation's schema, which is what its type was made of.
    return value as Response;
  }
}

function httpExchange(options: HttpBindingClientOptions): Next {
  const transport = options.transport ?? cookies(httpTransport());
  const maxBytes = options.maxResponseBytes ?? DEFAULT_MAX_RESPONSE_BYTES;
  return (call) => {
    const { operation } = call;
    const { headers, ...request } = formRequest(options, operation, call.request);
    return withDeadline(operation.name, call.timeout, call.signal, async (signal) => {
      const response = await transport({
        ...request,
        headers: { ...headers, ...call.headers },
        signal,
      });
      const run: DecodeRun = {
        onDeviation: (kind, path) =>
          options.onDeviation?.({ kind, operation: operation.name, path }),
        onViolation: (violation) => {
          throw violation;
        },
      };
      const hide = (text: string) => withoutSecrets(text, operation, call.request);
      const value = await readDocument(response, operation.output, run, { maxBytes, hide });
      return { value, status: response.status, headers: response.headers };
    });
  };
}
