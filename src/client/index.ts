export { callSecrets } from "./call-secrets.js";
export type { Validate } from "./call-validation.js";
export { SoapClient } from "./client.js";
export { aborted, MAX_DELAY, type Underway, withDeadline } from "./deadline.js";
export {
  HttpBindingClient,
  type HttpBindingClientOptions,
} from "./http-binding/client.js";
export type { HttpBinding } from "./http-binding/form.js";
export {
  type CallOptions,
  DEFAULT_MAX_RESPONSE_BYTES,
  type HeaderOptions,
  type Incomplete,
  type MissingOption,
  type SoapClientOptions,
} from "./options.js";
export { type GeneratedPort, type PortSelection, portOptions } from "./port-options.js";
export { requestHeaders } from "./request-headers.js";
export {
  type CircuitBreaker,
  type CircuitBreakerOptions,
  circuitBreaker,
} from "./retry/circuit-breaker.js";
export { type Retry, type RetryOptions, retry, retrying } from "./retry/retry.js";
export { sendRequest } from "./send-request.js";
export { type Exchange, soapExchange } from "./soap-exchange.js";
export { type CallDefaults, startCall } from "./start-call.js";
