export { countBytes, EXCERPT, excerptOf, leaveBody, readText, startOf } from "./body-text.js";
export {
  type Call,
  compose,
  type EnvelopeStep,
  type Interceptor,
  type Next,
  type Reply,
} from "./call.js";
export {
  type CallObserver,
  CallProgress,
  type ExchangeSizes,
  type ObservedCall,
  type RetryMessage,
  type WaitMessage,
} from "./call-progress.js";
export { EncodedRequest } from "./encoded-request.js";
export {
  type EnvelopeContent,
  EnvelopeReader,
  envelopeVersion,
  type FoundDeviation,
} from "./envelope/envelope-reader.js";
export type { EnvelopeReceiver, ExpectedMessage } from "./envelope/envelope-receiver.js";
export { versionOfMediaType, wrapEnvelope } from "./envelope/envelope-text.js";
export {
  type FaultContent,
  type FaultContext,
  type FaultReason,
  SoapFault,
} from "./fault/fault.js";
export { nameOfCode, type StandardFaultCode, standardCode } from "./fault/fault-code.js";
export { faultMeaning } from "./fault/fault-detail.js";
export { type FaultGuard, faultGuard, isSoapFault } from "./fault/fault-guard.js";
export { faultText } from "./fault/fault-text.js";
export { readFault } from "./fault/read-fault.js";
export { notUnderstoodBlock, upgradeBlock } from "./header/fault-blocks.js";
export type { HeaderBlockAttributes } from "./header/header-attributes.js";
export { blockNames, decodeHeader } from "./header/header-blocks.js";
export { requestHeaderText } from "./header/request-header-text.js";
export { isForLastReceiver, mustUnderstand } from "./header/roles.js";
export { type AddressingOptions, addressing } from "./interceptors/addressing.js";
export { type BasicCredentials, basicAuth, bearerAuth } from "./interceptors/auth.js";
export {
  type CallResult,
  errorCodeOf,
  resultOfError,
  resultOfReply,
} from "./observation/call-result.js";
export {
  isWaitObserved,
  observedCall,
  reportCircuit,
  reportRetry,
  reportWait,
} from "./observation/channels.js";
export type { CallMessage, CircuitChange, CircuitState } from "./observation/messages.js";
export { traced } from "./observation/traced.js";
export {
  isOutcomeOperation,
  type OutcomeStatus,
  type OutcomeValue,
  toOutcome,
  UNLISTED,
  type Unlisted,
} from "./outcome.js";
export { openMessage, outgoingMessage } from "./package/message.js";
export { isPackage, versionOfPackage } from "./package/package-type.js";
export { assertNoEnvelopeParts } from "./without-envelope.js";
