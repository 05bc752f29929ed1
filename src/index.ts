/** The client for the Rescue API, its types, and all errors with which a call can end. */

export {
  type CallOptions,
  type CircuitBreaker,
  type CircuitBreakerOptions,
  circuitBreaker,
  type Retry,
  type RetryOptions,
} from "./client/index.js";
export type { Deviation } from "./codec/index.js";
export {
  AbortError,
  CircuitOpenError,
  ConnectionError,
  DecodeError,
  type DecodeErrorCode,
  type Delivery,
  EncodeError,
  HttpError,
  OptionsError,
  SoapError,
  TimeoutError,
  UndeliveredError,
  type UndeliveredOptions,
} from "./errors/index.js";
// The types of the contract: enumerations, requests, responses and outcomes.
export * from "./generated/enums.js";
export type * from "./generated/outcomes.js";
export type * from "./generated/types.js";
export type {
  ExchangeSecrets,
  HttpHeaders,
  HttpRequest,
  HttpResponse,
  Transport,
} from "./http/index.js";
export type {
  Call,
  CallMessage,
  CallObserver,
  CallProgress,
  CircuitChange,
  CircuitState,
  ExchangeSizes,
  Interceptor,
  Next,
  ObservedCall,
  Reply,
  RetryMessage,
  WaitMessage,
} from "./protocol/index.js";
export { type FaultContent, SoapFault, UNLISTED, type Unlisted } from "./protocol/index.js";
export {
  ClientClosedError,
  type Credentials,
  createRescueClient,
  DEFAULT_ENDPOINT,
  type FieldsFirstLogger,
  type LogFields,
  type Logger,
  type PacedFamily,
  QueueFullError,
  type RescueAuth,
  type RescueClient,
  type RescueClientOptions,
  type RescueLifetime,
  type RescueProtocol,
  SignInError,
  type SignInErrorCode,
  TextResponseError,
  type Throttle,
  UnsupportedProtocolError,
  type Wait,
} from "./rescue/index.js";
export type { Operation } from "./schema/index.js";
