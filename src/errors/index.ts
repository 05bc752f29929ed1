export {
  AbortError,
  ConnectionError,
  DecodeError,
  type DecodeErrorCode,
  EncodeError,
  HttpError,
  ReplayError,
  SecurityError,
  type SecurityErrorCode,
  SoapError,
  TimeoutError,
} from "./errors.js";
