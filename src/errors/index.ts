export { CLASS_NAME, hasInstance } from "./class-name.js";
export {
  AbortError,
  CircuitOpenError,
  ConnectionError,
  type Delivery,
  TimeoutError,
  UndeliveredError,
  type UndeliveredOptions,
} from "./delivery.js";
export {
  DecodeError,
  type DecodeErrorCode,
  EncodeError,
  type FacetViolation,
  HttpError,
  OptionsError,
  ReplayError,
  type ReplayErrorCode,
  SecurityError,
  type SecurityErrorCode,
  SoapError,
} from "./errors.js";
export { PatternError, type PatternErrorCode } from "./pattern-error.js";
export { publicEndpoint, publicUrl, publicUrls, splitUrl } from "./public-url.js";
export { addExcerpt, addPartial } from "./read-so-far.js";
export {
  type SchemaVersions,
  UnsupportedSchemaError,
  type UnsupportedSchemaErrorCode,
} from "./unsupported-schema.js";
