export { type AddressingOptions, addressing } from "./addressing.js";
export { readAnswer } from "./answer.js";
export { basicAuth, bearerAuth } from "./auth.js";
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
export { type FaultContent, SoapFault } from "./fault.js";
export { faultMeaning } from "./fault-detail.js";
export { type FaultGuard, faultGuard, isSoapFault } from "./fault-guard.js";
export { isOutcomeOperation, toOutcome, UNLISTED, type Unlisted } from "./outcome.js";
export { openPackage, versionOfPackage } from "./package/message-package.js";
export { isPackage, outgoingMessage } from "./package/outgoing-message.js";
export { type HeaderBlockAttributes, requestHeaderText } from "./request-header.js";
export { refuseEnvelopeParts } from "./without-envelope.js";
