/** The innermost step of a SOAP call: encodes the request, sends it, decodes the response. */

import { type Deviation, encodeMessage, type Values } from "../codec/index.js";
import { DecodeError } from "../errors/index.js";
import { clientTransport } from "../http/index.js";
import { mtomThreshold, OutgoingParts } from "../mime/index.js";
import {
  type Call,
  type EnvelopeStep,
  faultMeaning,
  isOutcomeOperation,
  type Next,
  outgoingMessage,
  requestHeaderText,
  SoapFault,
  toOutcome,
  wrapEnvelope,
} from "../protocol/index.js";
import { redactError, type SentSecrets } from "../redaction/index.js";
import { callSecrets, shownExcerpt } from "./call-secrets.js";
import { DEFAULT_MAX_RESPONSE_BYTES, type SoapClientOptions } from "./options.js";
import { requestHeaders } from "./request-headers.js";
import { decodeRun } from "./response/decode-run.js";
import { readResponse } from "./response/read-response.js";
import type { FaultResponse, ResponseSchema } from "./response/response-receiver.js";
import { sendRequest } from "./send-request.js";
import { callValidation } from "./validate-option.js";

/** The exchange of a call with its server. */
export interface Exchange {
  /** Checks that a request can be sent. It is not encoded again when it is sent. @throws EncodeError */
  readonly check: (call: Call) => unknown;
  readonly send: Next;
  /** Closes the connections of the default transport. A transport of the options is not closed. */
  close(): void;
}

/** @param known the secrets of the client: errors of all its calls do not show them */
export function soapExchange(options: SoapClientOptions, known?: SentSecrets): Exchange {
  const version = options.protocol ?? "soap12";
  const transport = clientTransport(options);
  const maxBytes = options.maxResponseBytes ?? DEFAULT_MAX_RESPONSE_BYTES;
  const threshold = mtomThreshold(options.mtom);

  const encode = ({ operation, request }: Call, parts: OutgoingParts) =>
    encodeMessage(operation.input, request, operation.name, { version, parts });

  const check = (call: Call) => {
    const parts = partsOf(call, threshold);
    const body = encode(call, parts);
    // Parts are sent once: they cannot be kept.
    if (parts.list.length === 0) call.encoded?.keep(call, body);
  };

  const outgoing = async (call: Call, secrets: SentSecrets) => {
    const header = requestHeaderText(call, version) + call.headerBlocks.join("");
    const parts = partsOf(call, threshold);
    const body = call.encoded?.get(call) ?? encode(call, parts);
    for (const each of call.attachments ?? []) parts.reference(each, "attachments");
    const envelope = await changed(wrapEnvelope(version, body, header), call.envelopeSteps);
    secrets.addText(envelope, "text/xml");
    return outgoingMessage(version, call.operation.soapAction, envelope, parts);
  };

  const send: Next = async (call) => {
    const { endpoint: url } = call;
    const secrets = callSecrets(call, known);
    const validation = options.validate && (await callValidation(call, options.validate, secrets));
    validation?.request();
    const message = await outgoing(call, secrets);
    const headers = requestHeaders(message.headers, call);
    secrets.addRequest({ url, headers });
    const request = { url, method: "POST", headers, body: message.body } as const;
    return sendRequest(call, { request, transport, secrets }, async (response, reading) => {
      const run = decodeRun(call, options, secrets, validation);
      const content = await readResponse(response, {
        // Not `...reading`: an object with a spread and further members takes a third of the time of a call.
        signal: reading.signal,
        continuesUntil: reading.continuesUntil,
        schema: responseSchema(call, options),
        run,
        maxBytes,
        redact: (text) => secrets.remove(text),
        excerpt: (start) => shownExcerpt(start, call.operation, secrets),
        redacted: (error) => redactError(error, secrets),
        change: incomingChange(call),
        onAttachment: call.onAttachment,
      });
      if (content.kind === "fault") {
        throw faultError(content, response.status, { ...call, secrets }, options);
      }
      return { value: resultOf(call, content.value, run.violations), header: content.header };
    });
  };
  return { check, send, close: () => transport.close?.() };
}

function partsOf({ envelopeSteps }: Call, threshold: number | undefined): OutgoingParts {
  const isChanged = envelopeSteps.some(({ outgoing }) => outgoing !== undefined);
  return new OutgoingParts(threshold, isChanged);
}

async function changed(envelope: string, steps: readonly EnvelopeStep[]): Promise<string> {
  let text = envelope;
  for (const step of steps) text = (await step.outgoing?.(text)) ?? text;
  return text;
}

/** The way of the response through the steps; `undefined` if none changes it, so that it can be decoded as it arrives. */
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

function responseSchema(
  { operation, understood, onHeaderBlock }: Call,
  { replaceForbiddenCharacters }: SoapClientOptions,
): ResponseSchema {
  const { output, headers, faults } = operation;
  const header = headers?.output;
  return { output, header, faults, understood, onHeaderBlock, replaceForbiddenCharacters };
}

/** The error of a fault; deviations of its detail are only reported, since the fault is more important. */
function faultError(
  content: FaultResponse,
  status: number,
  { operation, secrets }: Call & { readonly secrets: SentSecrets },
  { onDeviation }: SoapClientOptions,
): SoapFault | DecodeError {
  const report = (kind: Deviation["kind"], path: string) =>
    onDeviation?.({ kind, operation: operation.name, path: secrets.remove(path) });
  for (const [kind, path] of content.deviations) report(kind, path);
  const { names, detail } = faultMeaning(content, operation, report);
  const header = content.responseHeader;
  const context = { status, operation: operation.name, names, detail, header };
  const fault = new SoapFault(content.fault, context);
  const { notUnderstood } = content;
  if (notUnderstood === undefined) return fault;
  const message = `${notUnderstood} ${fault.message}`;
  return new DecodeError("NOT_UNDERSTOOD", message, "Header", { cause: fault });
}

function resultOf(
  { operation, resultKind }: Call,
  response: Values | undefined,
  violations: readonly DecodeError[],
): unknown {
  return resultKind === "outcome" && response !== undefined && isOutcomeOperation(operation)
    ? toOutcome(operation, response, violations)
    : response;
}
