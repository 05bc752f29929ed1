/** The result of a call, for observers. */
import type { Call, Reply } from "../call.js";
import { SoapFault } from "../fault/fault.js";
import type { CallMessage } from "./messages.js";

/** The members of a message that depend on the result of the call. */
export type CallResult = Pick<CallMessage, "status" | "errorCode" | "faultCode">;

/** The status of the outcome. A response that is not an outcome may have a member of this name with any content. */
export function resultOfReply({ resultKind }: Call, { value }: Reply): CallResult {
  if (resultKind !== "outcome" || typeof value !== "object" || value === null) return {};
  return "status" in value && typeof value.status === "string" ? { status: value.status } : {};
}

/** The code of an error. Its message is not included, since interceptors may throw any text. */
export function resultOfError(error: unknown): CallResult {
  const errorCode = errorCodeOf(error);
  return error instanceof SoapFault
    ? { errorCode, faultCode: error.faultCode.local }
    : { errorCode };
}

/** The `code` of an error, or `UNEXPECTED`. */
export function errorCodeOf(error: unknown): string {
  const hasCode = error instanceof Error && "code" in error;
  return hasCode && typeof error.code === "string" ? error.code : "UNEXPECTED";
}
