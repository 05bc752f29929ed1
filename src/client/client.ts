/** The client: encodes, sends, decodes. All other behaviour is an interceptor's or the transport's. */

import { type DecodeRun, type Deviation, deviationError, encodeMessage } from "../codec/index.js";
import { DecodeError } from "../errors/index.js";
import { clientTransport, type Transport } from "../http/index.js";
import { type Attachment, type MtomOption, mtomThreshold, OutgoingParts } from "../mime/index.js";
import {
  type Call,
  compose,
  type FaultAnswer,
  faultMeaning,
  type HeaderBlockAttributes,
  type Interceptor,
  isOutcomeOperation,
  type Next,
  outgoingMessage,
  type Reply,
  readAnswer,
  requestHeaderText,
  SoapFault,
  toOutcome,
  wrapEnvelope,
} from "../protocol/index.js";
import { withoutSecrets } from "../redaction/index.js";
import {
  checkOperation,
  type Operation,
  type OutcomeOperation,
  type SoapVersion,
} from "../schema/index.js";
import { withDeadline } from "./deadline.js";

export interface SoapClientOptions {
  /** The service's URL. */
  readonly endpoint: string;
  /** Default `soap12`. */
  readonly protocol?: SoapVersion;
  /** Default: `node:http(s)` with keep-alive, and cookies; in a browser `fetch`. */
  readonly transport?: Transport;
  /** How many redirects of a call are followed, where that is safe (see `redirects`); default 3. */
  readonly redirects?: number;
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
  /** Makes an error of each of these deviations; default `false`: they are taken. */
  readonly strict?: boolean;
  /**
   * Sends binary content as parts beside the envelope (MTOM): each `Uint8Array` of at least `threshold` bytes, default
   * 768, and each `Attachment`. Default `false`: in base64. Answers may be in this form whatever it says.
   */
  readonly mtom?: MtomOption;
}

export interface CallOptions {
  /** Ends the call, wherever it is, with an `AbortError`. */
  readonly signal?: AbortSignal;
  /** In ms, instead of the client's. */
  readonly timeout?: number;
  /** HTTP headers beside the client's. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent beside the envelope, where the contract says nothing of them (SOAP Messages with Attachments). */
  readonly attachments?: readonly Attachment[];
  /**
   * Takes each attachment of the answer that nothing in it refers to, in the order of the wire. What it returns is
   * waited for, and the attachment can be read until then.
   */
  readonly onAttachment?: (attachment: Attachment) => unknown;
}

/** Options of an operation for whose Header the contract has something. */
export interface HeaderOptions<RequestHeader, ResponseHeader> extends CallOptions {
  /** What goes into the request's Header. */
  readonly header?: RequestHeader;
  /** For whom the blocks of `header` are, and whether they must be understood. */
  readonly headerAttributes?: { readonly [Name in keyof RequestHeader]?: HeaderBlockAttributes };
  /** Gets what the answer's Header holds of what the contract has for it. */
  readonly onHeader?: (header: ResponseHeader) => void;
}

const DEFAULT_TIMEOUT = 30_000;
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
  async call<Request extends object, Response, RequestHeader, ResponseHeader>(
    operation: Operation<Request, Response, RequestHeader, ResponseHeader>,
    request: Request,
    options: HeaderOptions<RequestHeader, ResponseHeader> = {},
  ): Promise<Response> {
    const reply = await this.#next(
      startCall(operation, request, { result: "response", defaults: this.#options }, options),
    );
    giveHeader(reply, options);
    // The decoder made the value by the operation's schema, which is what its type was made of.
    return reply.value as Response;
  }

  /**
   * Calls an operation and gives its outcome: `status`, `ret`, and the out parameters where the status is `OK`.
   *
   * @throws as `call` does
   */
  async outcome<Request extends object, Response, Outcome, RequestHeader, ResponseHeader>(
    operation: OutcomeOperation<Request, Response, Outcome, RequestHeader, ResponseHeader>,
    request: Request,
    options: HeaderOptions<RequestHeader, ResponseHeader> = {},
  ): Promise<Outcome> {
    const reply = await this.#next(
      startCall(operation, request, { result: "outcome", defaults: this.#options }, options),
    );
    giveHeader(reply, options);
    return reply.value as Outcome;
  }
}

/** What calls of a client have where their own options say nothing. */
export type CallDefaults = Pick<SoapClientOptions, "endpoint" | "headers" | "timeout">;

/** How a call starts. */
export interface CallStart {
  /** Whether the reply has the response or the outcome. */
  readonly result: Call["answer"];
  readonly defaults: CallDefaults;
}

/** A call at its start. */
export function startCall(
  operation: Operation,
  request: object,
  { result, defaults }: CallStart,
  options: HeaderOptions<unknown, never>,
): Call {
  checkOperation(operation);
  return {
    operation,
    endpoint: defaults.endpoint,
    request: { ...request },
    header: options.header,
    headerAttributes: options.headerAttributes,
    headerBlocks: [],
    understood: [],
    envelopeSteps: [],
    answer: result,
    headers: { ...defaults.headers, ...options.headers },
    timeout: options.timeout ?? defaults.timeout ?? DEFAULT_TIMEOUT,
    signal: options.signal,
    attachments: options.attachments,
    onAttachment: options.onAttachment,
  };
}

function giveHeader<ResponseHeader>(
  reply: Reply,
  { onHeader }: Pick<HeaderOptions<unknown, ResponseHeader>, "onHeader">,
): void {
  // Decoded by the operation's schema, which is what its type was made of.
  if (onHeader !== undefined) onHeader((reply.header ?? {}) as ResponseHeader);
}

/** The innermost layer of a SOAP call: encodes the request, sends it, decodes the answer. */
export function soapExchange(options: SoapClientOptions): Next {
  const version = options.protocol ?? "soap12";
  const transport = clientTransport(options);
  const maxBytes = options.maxResponseBytes ?? DEFAULT_MAX_RESPONSE_BYTES;
  const threshold = mtomThreshold(options.mtom);
  return async (call) => {
    const { operation } = call;
    const header = requestHeaderText(call, version) + call.headerBlocks.join("");
    const isChanged = call.envelopeSteps.some(({ outgoing }) => outgoing !== undefined);
    const parts = new OutgoingParts(threshold, isChanged);
    const content = encodeMessage(operation.input, call.request, operation.name, {
      version,
      parts,
    });
    for (const each of call.attachments ?? []) parts.reference(each, "attachments");
    let envelope = wrapEnvelope(version, content, header);
    for (const step of call.envelopeSteps) envelope = (await step.outgoing?.(envelope)) ?? envelope;
    const message = await outgoingMessage(version, operation.soapAction, envelope, parts);
    const headers = { ...message.headers, ...call.headers };
    return withDeadline(operation.name, call.timeout, call.signal, async (signal, goesOn) => {
      const { body } = message;
      const request = { url: call.endpoint, method: "POST", headers, body, signal } as const;
      const response = await transport(request);
      const violations: DecodeError[] = [];
      const run = decodeRun(call, violations, options);
      const hide = (text: string) => withoutSecrets(text, call);
      const schema = {
        output: operation.output,
        header: operation.headers?.output,
        faults: operation.faults,
        understood: call.understood,
        onHeaderBlock: call.onHeaderBlock,
      };
      const answer = await readAnswer(response, schema, run, {
        maxBytes,
        hide,
        change: incomingChange(call),
        signal,
        onAttachment: call.onAttachment,
        goesOn,
      });
      if (answer.kind === "fault") throw faultOf(answer, response.status, call, options);
      return {
        value: answerValue(call, answer.value, violations),
        header: answer.header,
        status: response.status,
        headers: response.headers,
      };
    });
  };
}

/** The way back through the steps; `undefined` where none takes part in it, so that the answer is decoded as it comes. */
function incomingChange({
  envelopeSteps,
}: Call): ((envelope: string) => Promise<string>) | undefined {
  if (envelopeSteps.every(({ incoming }) => incoming === undefined)) return undefined;
  return async (envelope) => {
    let text = envelope;
    for (const step of envelopeSteps.toReversed()) text = (await step.incoming?.(text)) ?? text;
    return text;
  };
}

/** The fault as an error; what its detail does otherwise than the contract says is only told, for the fault says more. */
function faultOf(
  answer: FaultAnswer,
  status: number,
  { operation }: Call,
  { onDeviation }: SoapClientOptions,
): SoapFault | DecodeError {
  const { names, detail } = faultMeaning(answer, operation, (kind, path) =>
    onDeviation?.({ kind, operation: operation.name, path }),
  );
  const fault = new SoapFault(answer.fault, { status, operation: operation.name, names, detail });
  const { notUnderstood } = answer;
  if (notUnderstood === undefined) return fault;
  const message = `${notUnderstood} ${fault.message}`;
  return new DecodeError("NOT_UNDERSTOOD", message, "Header", { cause: fault });
}

/** For an outcome a violation waits: whether it is an error depends on the status. */
export function decodeRun(
  { operation, answer }: Call,
  violations: DecodeError[],
  { onDeviation, strict }: Pick<SoapClientOptions, "onDeviation" | "strict">,
): DecodeRun {
  return {
    onDeviation(kind, path) {
      onDeviation?.({ kind, operation: operation.name, path });
      if (strict === true) throw deviationError(kind, path);
    },
    onViolation: (violation) => {
      if (answer === "response") throw violation;
      violations.push(violation);
    },
  };
}

function answerValue(
  { operation, answer }: Call,
  response: Readonly<Record<string, unknown>> | undefined,
  violations: readonly DecodeError[],
): unknown {
  return answer === "outcome" && response !== undefined && isOutcomeOperation(operation)
    ? toOutcome(operation, response, violations)
    : response;
}
