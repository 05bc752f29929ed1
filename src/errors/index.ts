export {
  AbortError,
  ConnectionError,
  DecodeError,
  type DecodeErrorCode,
  EncodeError,
  HttpError,
  OptionsError,
  ReplayError,
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
