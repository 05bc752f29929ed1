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
  // Not an async function: its promises would need memory for each call that waits for its turn.
  return (next) => (call) => {
    try {
      if (call.signal?.aborted) throw aborted(call.operation.name, call.signal);
      checkLengths(call);
      const checked = check(call);
      return checked === undefined ? next(call) : Promise.resolve(checked).then(() => next(call));
    } catch (error) {
      return Promise.reject(error);
    }
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
