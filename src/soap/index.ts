/** The SOAP runtime that generated code stands on. */
export { type CallOptions, SoapClient, type SoapClientOptions } from "./client.js";
export type { Deviation } from "./deviation.js";
export type { SoapVersion } from "./envelope/envelope.js";
export { type FaultContent, SoapFault } from "./envelope/fault.js";
export {
  AbortError,
  ConnectionError,
  DecodeError,
  type DecodeErrorCode,
  EncodeError,
  HttpError,
  SoapError,
  TimeoutError,
} from "./errors.js";
export { cookies } from "./http/cookies.js";
export { type FetchTransportOptions, fetchTransport } from "./http/fetch-transport.js";
export { type HttpTransportOptions, httpTransport } from "./http/node-transport.js";
export type { HttpHeaders, HttpRequest, HttpResponse, Transport } from "./http/transport.js";
export { type WireLogOptions, wireLog } from "./http/wire-log.js";
export { type Call, compose, type Interceptor, type Next, type Reply } from "./interceptor.js";
export { isOutcomeOperation, statusPrefix, toOutcome, UNLISTED, type Unlisted } from "./outcome.js";
export type {
  ArrayType,
  BuiltinName,
  ElementSchema,
  EnumerationType,
  MessageSchema,
  Operation,
  OutcomeOperation,
  SequenceType,
  SimpleType,
  TypeReference,
  TypeSchema,
} from "./schema.js";
export { XmlElement } from "./xml/element.js";
export type { ExpandedName } from "./xml/scope.js";
