/** Facts of the Rescue API that its contract does not state, from the vendor's documentation and samples. */
export { SITE } from "./endpoint.js";
export { MAX_NAME_LENGTH, MIN_PASSWORD_LENGTH, tooLongField } from "./field-lengths.js";
export { isPinCode, joinUrl, MAX_PIN_CODE, pinCodeNumber, pinCodeText } from "./pin-code.js";
export { RATE_LIMITS, type RateLimit, type RateLimitName } from "./rate-limits.js";
export { reportArea } from "./report-areas.js";
export { authCodeOf, CREDENTIAL_MEMBERS, SESSION_COOKIE, SESSION_IDLE } from "./sign-in.js";
export { pageOf, pageProblem } from "./text-pages/pages.js";
export { parameterNames } from "./text-pages/parameters.js";
export {
  keyOf,
  pageStatuses,
  SESSION_COLUMNS,
  statusWord,
  successWord,
} from "./text-pages/responses.js";
export { isoDateTime } from "./text-pages/values.js";
