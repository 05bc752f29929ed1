/** Operations that can be processed twice. */
import type { operations } from "../../generated/schema.js";

/**
 * The operations that only read by their documentation, so that a second processing of the same request does no harm. Not
 * in the list: each operation that creates, changes or deletes (requestPINCode consumes a PIN code), login and
 * requestAuthCode, which are limited, and getReport, which may be called once a minute.
 */
export const REPEATABLE_OPERATIONS: readonly (keyof typeof operations)[] = [
  "generateEmailText",
  "getAccount",
  "getAccount_v2",
  "getChat",
  "getDelimiter",
  "getGroup",
  "getHierarchy",
  "getHierarchy_v2",
  "getNote",
  "getOutput",
  "getReportArea",
  "getReportDate",
  "getReportTime",
  "getSession",
  "getSession_V3",
  "getTimezone",
  "getUser",
  "getUser_v2",
  "getUser_v3",
  "isAnyTechAvailableOnChannel",
];
