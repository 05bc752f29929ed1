export { CLASS_NAME, hasInstance } from "./class-name.js";
export {
  AbortError,
  ConnectionError,
  DecodeError,
  type DecodeErrorCode,
  EncodeError,
  HttpError,
  OptionsError,
  ReplayError,
  type ReplayErrorCode,
  SecurityError,
  type SecurityErrorCode,
  SoapError,
  TimeoutError,
} from "./errors.js";
export {
  type SchemaVersions,
  UnsupportedSchemaError,
  type UnsupportedSchemaErrorCode,
} from "./unsupported-schema.js";
