/** The SOAP runtime that generated code stands on. */
export { type AddressingOptions, addressing } from "./addressing.js";
export {
  type CallOptions,
  type HeaderOptions,
  SoapClient,
  type SoapClientOptions,
} from "./client.js";
export type {
  ColumnMapping,
  DataColumn,
  DataRelation,
  DataSet,
  DataTable,
  DataType,
  DataValue,
  RowChange,
  RowError,
  UniqueKey,
  UntypedTables,
} from "./dataset/data-set.js";
export { type DataSetContent, readDataSet, readDataTable } from "./dataset/read.js";
export {
  type DataColumnSource,
  type DataSetSource,
  type DataTableSource,
  type WrittenDataSet,
  writeDataSet,
  writeDataTable,
} from "./dataset/write.js";
export type { Deviation } from "./deviation.js";
export { type FaultContent, SoapFault } from "./envelope/fault.js";
export {
  AbortError,
  ConnectionError,
  DecodeError,
  type DecodeErrorCode,
  EncodeError,
  HttpError,
  ReplayError,
  SecurityError,
  type SecurityErrorCode,
  SoapError,
  TimeoutError,
} from "./errors.js";
export { type FaultGuard, faultGuard, isSoapFault } from "./fault-guard.js";
export { type Har, type HarEntry, harText } from "./har/har.js";
export { type RecordOptions, record } from "./har/record.js";
export { replay } from "./har/replay.js";
export { basicAuth, bearerAuth } from "./http/auth.js";
export { cookies } from "./http/cookies.js";
export { type FetchTransportOptions, fetchTransport } from "./http/fetch-transport.js";
export { type HttpTransportOptions, httpTransport } from "./http/node-transport.js";
export { type NtlmCredentials, ntlm } from "./http/ntlm.js";
export { redirects } from "./http/redirects.js";
export type { TlsOptions } from "./http/tls.js";
export type { HttpHeaders, HttpRequest, HttpResponse, Transport } from "./http/transport.js";
export { type WireLogOptions, wireLog } from "./http/wire-log.js";
export {
  type HttpBinding,
  HttpBindingClient,
  type HttpBindingClientOptions,
} from "./http-binding/client.js";
export {
  type Call,
  compose,
  type EnvelopeStep,
  type Interceptor,
  type Next,
  type Reply,
} from "./interceptor.js";
export {
  Attachment,
  type AttachmentData,
  type AttachmentHead,
  type AttachmentOptions,
  attachment,
} from "./mime/attachment.js";
export type { MtomOption } from "./mime/outgoing-parts.js";
export type { AtMostOneOf, OneOf } from "./one-of.js";
export { isOutcomeOperation, toOutcome, UNLISTED, type Unlisted } from "./outcome.js";
export type {
  AnyContent,
  AnySchema,
  ArrayType,
  AttributeSchema,
  BuiltinName,
  ChoiceSchema,
  ComplexType,
  ComplexTypes,
  DeclaredParticle,
  ElementSchema,
  EnumerationType,
  FaultSchema,
  GroupSchema,
  ListType,
  MappedType,
  MessageSchema,
  Operation,
  OutcomeOperation,
  Particle,
  PartsSchema,
  SimpleType,
  TypeReference,
  TypeSchema,
  UnionType,
} from "./schema.js";
export { attributesOf, elementsOf, messageElements, resolveType } from "./schema.js";
export { statusPrefix } from "./status-prefix.js";
export type { SoapVersion } from "./version.js";
export { XmlElement } from "./xml/element.js";
export type { ExpandedName } from "./xml/scope.js";
