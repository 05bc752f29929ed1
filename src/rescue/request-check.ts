/** Checks a request before anything is sent for it, a sign-in included. */
import { aborted } from "../client/index.js";
import { EncodeError } from "../errors/index.js";
import type { Call, Interceptor } from "../protocol/index.js";
import { tooLongField } from "./facts/field-lengths.js";

/**
 * @param check throws if the request can't be encoded
 * @throws AbortError if the signal of the caller has already aborted
 * @throws EncodeError if a field is too long, and the errors of `check`
 */
export function requestCheck(check: (call: Call) => unknown): Interceptor {
  return (next) => async (call) => {
    if (call.signal?.aborted) throw aborted(call.operation.name, call.signal);
    checkLengths(call);
    await check(call);
    return next(call);
  };
}

function checkLengths({ operation, request }: Call): void {
  const tooLong = tooLongField(request);
  if (tooLong === undefined) return;
  const path = `${operation.name}/${tooLong.field}`;
  throw new EncodeError(
    `${path} has ${tooLong.length} characters. The service accepts at most ${tooLong.maxLength}.`,
    path,
  );
}
