/** Calls before their first interceptor. */
import { type Call, CallProgress, EncodedRequest } from "../protocol/index.js";
import { checkOperation, type Operation } from "../schema/index.js";
import { DEFAULT_TIMEOUT, type HeaderOptions, type SoapClientOptions } from "./options.js";

/** The options of a client that apply to calls without options of their own. */
export interface CallDefaults
  extends Pick<SoapClientOptions, "endpoint" | "headers" | "repeatable" | "timeout">,
    Pick<Call, "waitSignal"> {}

export interface Requested extends Pick<Call, "resultKind" | "missing"> {
  readonly operation: Operation;
  readonly request: object;
}

/** One for all calls: thousands of them may wait for their turn. */
const NONE: readonly never[] = Object.freeze([]);
const NO_HEADERS: Call["headers"] = Object.freeze({});

/** @throws UnsupportedSchemaError if the runtime does not support the generated code of the operation */
export function startCall(
  { operation, request, resultKind, missing }: Requested,
  defaults: CallDefaults,
  options: HeaderOptions<unknown, never>,
): Call {
  checkOperation(operation);
  return {
    operation,
    endpoint: defaults.endpoint,
    request: { ...request },
    encoded: new EncodedRequest(),
    progress: new CallProgress(),
    header: options.header,
    headerAttributes: options.headerAttributes,
    headerBlocks: NONE,
    understood: NONE,
    envelopeSteps: NONE,
    resultKind,
    missing,
    headers: headersOf(defaults.headers, options.headers),
    repeatable: defaults.repeatable?.includes(operation.name) ?? false,
    timeout: options.timeout ?? defaults.timeout ?? DEFAULT_TIMEOUT,
    signal: options.signal,
    waitSignal: defaults.waitSignal,
    attachments: options.attachments,
    onAttachment: options.onAttachment,
  };
}

function headersOf(shared: Call["headers"] = NO_HEADERS, own = NO_HEADERS): Call["headers"] {
  return shared === NO_HEADERS && own === NO_HEADERS ? NO_HEADERS : { ...shared, ...own };
}
