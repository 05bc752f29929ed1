/** The facade for the Rescue API. */
export { createRescueClient, type RescueClient, type RescueLifetime } from "./client.js";
export {
  ClientClosedError,
  QueueFullError,
  SignInError,
  type SignInErrorCode,
  TextResponseError,
  UnsupportedProtocolError,
} from "./errors.js";
export { DEFAULT_ENDPOINT } from "./facts/endpoint.js";
export type { FieldsFirstLogger, LogFields, Logger } from "./logging.js";
export type { RescueAuth, RescueClientOptions, RescueProtocol } from "./options.js";
export type { Wait } from "./pacing/pacing.js";
export type { PacedFamily, Throttle } from "./pacing/throttle.js";
export type { Credentials } from "./session/sign-in.js";
