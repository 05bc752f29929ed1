/** The facade. */
export { createRescueClient, type RescueClient } from "./client.js";
export {
  OptionsError,
  SignInError,
  TextAnswerError,
  UnsupportedProtocolError,
} from "./errors.js";
export type { LogFields, Logger } from "./logging.js";
export {
  DEFAULT_ENDPOINT,
  type RescueAuth,
  type RescueClientOptions,
  type RescueProtocol,
} from "./options.js";
export type { PacedFamily, Throttle, Wait } from "./pacing/pacing.js";
export type { Credentials } from "./sign-in.js";
