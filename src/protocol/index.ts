export { readAnswer } from "./answer.js";
export { countBytes, excerptOf, readText } from "./body-text.js";
export {
  type Call,
  compose,
  type EnvelopeStep,
  type Interceptor,
  type Next,
  type Reply,
} from "./call.js";
export { type FaultAnswer, wrapEnvelope } from "./envelope.js";
export { type FaultContent, SoapFault } from "./fault/fault.js";
export { faultMeaning } from "./fault/fault-detail.js";
export { type FaultGuard, faultGuard, isSoapFault } from "./fault/fault-guard.js";
export type { HeaderBlockAttributes } from "./header/header-attributes.js";
export { requestHeaderText } from "./header/request-header.js";
export { type AddressingOptions, addressing } from "./interceptors/addressing.js";
export { basicAuth, bearerAuth } from "./interceptors/auth.js";
export { isOutcomeOperation, toOutcome, UNLISTED, type Unlisted } from "./outcome.js";
export { openPackage, versionOfPackage } from "./package/message-package.js";
export { isPackage, outgoingMessage } from "./package/outgoing-message.js";
export { refuseEnvelopeParts } from "./without-envelope.js";
