/** The client: encodes, sends, decodes. All other behaviour is an interceptor's or the transport's. */

import type { DecodeRun } from "./codec/decode.js";
import { encodeMessage } from "./codec/encode.js";
import { withDeadline } from "./deadline.js";
import type { Deviation } from "./deviation.js";
import { readAnswer } from "./envelope/answer.js";
import { requestHeaders, type SoapVersion, wrapEnvelope } from "./envelope/envelope.js";
import { SoapFault } from "./envelope/fault.js";
import type { DecodeError } from "./errors.js";
import { cookies } from "./http/cookies.js";
import { httpTransport } from "./http/node-transport.js";
import type { Transport } from "./http/transport.js";
import { type Call, compose, type Interceptor, type Next } from "./interceptor.js";
import { isOutcomeOperation, toOutcome } from "./outcome.js";
import type { Operation, OutcomeOperation } from "./schema.js";
import { withoutSecrets } from "./secrets.js";

export interface SoapClientOptions {
  /** The service's URL. */
  readonly endpoint: string;
  /** Default `soap12`. */
  readonly protocol?: SoapVersion;
  /** Default: `node:http(s)` with keep-alive, and cookies. */
  readonly transport?: Transport;
  /** How long one exchange with the server may take, in ms; default 30,000. Waiting for a turn does not count. */
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

export interface CallOptions {
  /** Ends the call, wherever it is, with an `AbortError`. */
  readonly signal?: AbortSignal;
  /** In ms, instead of the client's. */
  readonly timeout?: number;
  /** HTTP headers beside the client's. */
  readonly headers?: Readonly<Record<string, string>>;
}

export const DEFAULT_TIMEOUT = 30_000;
/** In bytes. */
export const DEFAULT_MAX_RESPONSE_BYTES = 256 * 1024 * 1024;

export class SoapClient {
  readonly #next: Next;
  readonly #options: SoapClientOptions;

  constructor(options: SoapClientOptions) {
    this.#options = options;
    this.#next = compose(options.interceptors ?? [], soapExchange(options));
  }

  /**
   * Calls an operation and gives its response as the contract has it.
   *
   * @throws EncodeError before anything is sent; ConnectionError, TimeoutError, AbortError, HttpError, SoapFault,
   *   DecodeError
   */
  async call<Request extends object, Response>(
    operation: Operation<Request, Response>,
    request: Request,
    options: CallOptions = {},
  ): Promise<Response> {
    const reply = await this.#next(this.#start(operation, request, "response", options));
    // The decoder made the value by the operation's schema, which is what its type was made of.
    return reply.value as Response;
  }

  /**
   * Calls an operation and gives its outcome: `status`, `ret`, and the out parameters where the status is `OK`.
   *
   * @throws as `call` does
   */
  async outcome<Request extends object, Response, Outcome>(
    operation: OutcomeOperation<Request, Response, Outcome>,
    request: Request,
    options: CallOptions = {},
  ): Promise<Outcome> {
    const reply = await this.#next(this.#start(operation, request, "outcome", options));
    return reply.value as Outcome;
  }

  #start(
    operation: Operation,
    request: object,
    answer: Call["answer"],
    options: CallOptions,
  ): Call {
    return {
      operation,
      request: { ...request },
      answer,
      headers: { ...this.#options.headers, ...options.headers },
      timeout: options.timeout ?? this.#options.timeout ?? DEFAULT_TIMEOUT,
      signal: options.signal,
    };
  }
}

/** The innermost layer of a SOAP call: encodes the request, sends it, decodes the answer. */
export function soapExchange(options: SoapClientOptions): Next {
  const version = options.protocol ?? "soap12";
  const transport = options.transport ?? cookies(httpTransport());
  const maxBytes = options.maxResponseBytes ?? DEFAULT_MAX_RESPONSE_BYTES;
  return async (call) => {
    const { operation } = call;
    const body = wrapEnvelope(version, encodeMessage(operation.input, call.request));
    const headers = { ...requestHeaders(version, operation.soapAction), ...call.headers };
    return withDeadline(operation.name, call.timeout, call.signal, async (signal) => {
      const request = { url: options.endpoint, method: "POST", headers, body, signal } as const;
      const response = await transport(request);
      const violations: DecodeError[] = [];
      const run = decodeRun(call, violations, options.onDeviation);
      const hide = (text: string) => withoutSecrets(text, operation, call.request);
      const content = await readAnswer(response, operation.output, run, { maxBytes, hide });
      if (content.kind === "fault") throw new SoapFault(content.fault, response.status);
      return {
        value: answerValue(call, content.value, violations),
        status: response.status,
        headers: response.headers,
      };
    });
  };
}

/** For an outcome a violation waits: whether it is an error depends on the status. */
function decodeRun(
  { operation, answer }: Call,
  violations: DecodeError[],
  onDeviation: SoapClientOptions["onDeviation"],
): DecodeRun {
  return {
    onDeviation: (kind, path) => onDeviation?.({ kind, operation: operation.name, path }),
    onViolation: (violation) => {
      if (answer === "response") throw violation;
      violations.push(violation);
    },
  };
}

function answerValue(
  { operation, answer }: Call,
  response: Readonly<Record<string, unknown>>,
  violations: readonly DecodeError[],
): unknown {
  return answer === "outcome" && isOutcomeOperation(operation)
    ? toOutcome(operation, response, violations)
    : response;
}
