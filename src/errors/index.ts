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
