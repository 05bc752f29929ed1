/** The SOAP runtime that generated code stands on. */

export {
  type CallOptions,
  type HeaderOptions,
  type HttpBinding,
  HttpBindingClient,
  type HttpBindingClientOptions,
  SoapClient,
  type SoapClientOptions,
} from "../client/index.js";
export type { Deviation } from "../codec/index.js";
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
} from "../dataset/index.js";
export {
  type DataColumnSource,
  type DataSetContent,
  type DataSetSource,
  type DataTableSource,
  readDataSet,
  readDataTable,
  type WrittenDataSet,
  writeDataSet,
  writeDataTable,
} from "../dataset/index.js";
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
} from "../errors/index.js";
export {
  type Har,
  type HarEntry,
  harText,
  type RecordOptions,
  record,
  replay,
} from "../har/index.js";
export type {
  HttpHeaders,
  HttpRequest,
  HttpResponse,
  TlsOptions,
  Transport,
} from "../http/index.js";
export {
  cookies,
  type FetchTransportOptions,
  fetchTransport,
  type HttpTransportOptions,
  httpTransport,
  type NtlmCredentials,
  ntlm,
  redirects,
} from "../http/index.js";
export type { MtomOption } from "../mime/index.js";
export {
  Attachment,
  type AttachmentData,
  type AttachmentHead,
  type AttachmentOptions,
  attachment,
} from "../mime/index.js";
export {
  type AddressingOptions,
  addressing,
  basicAuth,
  bearerAuth,
  type Call,
  compose,
  type EnvelopeStep,
  type FaultContent,
  type FaultGuard,
  faultGuard,
  type Interceptor,
  isOutcomeOperation,
  isSoapFault,
  type Next,
  type Reply,
  SoapFault,
  toOutcome,
  UNLISTED,
  type Unlisted,
} from "../protocol/index.js";
export { type WireLogOptions, wireLog } from "../redaction/index.js";
export type {
  AnyContent,
  AnySchema,
  ArrayType,
  AtMostOneOf,
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
  OneOf,
  Operation,
  OutcomeOperation,
  Particle,
  PartsSchema,
  SimpleType,
  SoapVersion,
  TypeReference,
  TypeSchema,
  UnionType,
} from "../schema/index.js";
export {
  attributesOf,
  elementsOf,
  messageElements,
  resolveType,
  statusPrefix,
} from "../schema/index.js";
export type { ExpandedName } from "../xml/index.js";
export { XmlElement } from "../xml/index.js";
