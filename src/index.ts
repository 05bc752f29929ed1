/** The package's face: the client for the Rescue API, its types, and every error that a call can end with. */

// The contract's own names: enumerations, requests and responses, outcomes.
export * from "./generated/enums.js";
export type * from "./generated/outcomes.js";
export type * from "./generated/types.js";
export {
  type Credentials,
  createRescueClient,
  DEFAULT_ENDPOINT,
  type LogFields,
  type Logger,
  OptionsError,
  type PacedFamily,
  type RescueAuth,
  type RescueClient,
  type RescueClientOptions,
  type RescueProtocol,
  SignInError,
  TextAnswerError,
  type Throttle,
  UnsupportedProtocolError,
  type Wait,
} from "./rescue/index.js";
// From the files themselves: what is not used here is not loaded.
export type { CallOptions } from "./soap/client.js";
export type { Deviation } from "./soap/deviation.js";
export { type FaultContent, SoapFault } from "./soap/envelope/fault.js";
export {
  AbortError,
  ConnectionError,
  DecodeError,
  type DecodeErrorCode,
  EncodeError,
  HttpError,
  SoapError,
  TimeoutError,
} from "./soap/errors.js";
export type { HttpHeaders, HttpRequest, HttpResponse, Transport } from "./soap/http/transport.js";
export type { Call, Interceptor, Next, Reply } from "./soap/interceptor.js";
export { UNLISTED, type Unlisted } from "./soap/outcome.js";
export type { Operation } from "./soap/schema.js";
