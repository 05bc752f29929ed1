/**
 * `rescue-soap/codegen/v1`: all that generated code imports, and nothing else. It is private, and compatible: what a
 * version exports here stays as it is. Incompatible changes get a new subpath, `v2`, beside this one.
 *
 * @private Used by generated code only; not for applications, which import from `rescue-soap` and `rescue-soap/soap`.
 */

/** @private Base, options and constructor argument of generated clients. */
export {
  type CallOptions,
  type HeaderOptions,
  HttpBindingClient,
  type HttpBindingClientOptions,
  portOptions,
  SoapClient,
  type SoapClientOptions,
} from "../client/index.js";
/** @private The type of binary members that may be streamed. */
export type { Attachment } from "../mime/index.js";
/** @private The guard for a contract's faults, and the type of values that an enumeration does not list. */
export { faultGuard, type Unlisted } from "../protocol/index.js";
/** @private The types of wire schemas, and of choices in their values. */
export type {
  AtMostOneOf,
  ComplexType,
  Nil,
  OneOf,
  Operation,
  OutcomeOperation,
} from "../schema/index.js";
/** @private The type of content that the contract does not declare. */
export type { XmlElement } from "../xml/index.js";
