export {
  type CallDefaults,
  type CallOptions,
  DEFAULT_MAX_RESPONSE_BYTES,
  type HeaderOptions,
  SoapClient,
  type SoapClientOptions,
  soapExchange,
  startCall,
} from "./client.js";
export { aborted, withDeadline } from "./deadline.js";
export {
  HttpBindingClient,
  type HttpBindingClientOptions,
} from "./http-binding/client.js";
export type { HttpBinding } from "./http-binding/form.js";
export { type GeneratedPort, type PortSelection, portOptions } from "./port-options.js";
