/** Calls before their first interceptor. */
import { type Call, EncodedRequest } from "../protocol/index.js";
import { checkOperation, type Operation } from "../schema/index.js";
import { DEFAULT_TIMEOUT, type HeaderOptions, type SoapClientOptions } from "./options.js";

/** The options of a client that apply to calls without options of their own. */
export type CallDefaults = Pick<
  SoapClientOptions,
  "endpoint" | "headers" | "repeatable" | "timeout"
>;

export interface Requested extends Pick<Call, "resultKind"> {
  readonly operation: Operation;
  readonly request: object;
}

/** @throws UnsupportedSchemaError if the runtime does not support the generated code of the operation */
export function startCall(
  { operation, request, resultKind }: Requested,
  defaults: CallDefaults,
  options: HeaderOptions<unknown, never>,
): Call {
  checkOperation(operation);
  return {
    operation,
    endpoint: defaults.endpoint,
    request: { ...request },
    encoded: new EncodedRequest(),
    header: options.header,
    headerAttributes: options.headerAttributes,
    headerBlocks: [],
    understood: [],
    envelopeSteps: [],
    resultKind,
    headers: { ...defaults.headers, ...options.headers },
    repeatable: defaults.repeatable?.includes(operation.name) ?? false,
    timeout: options.timeout ?? defaults.timeout ?? DEFAULT_TIMEOUT,
    signal: options.signal,
    attachments: options.attachments,
    onAttachment: options.onAttachment,
  };
}
