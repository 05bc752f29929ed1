/** Checks a request before anything is sent for it, a sign-in included. */
import { aborted } from "../client/index.js";
import { EncodeError } from "../errors/index.js";
import type { Call, Interceptor } from "../protocol/index.js";

/**
 * The documented lengths of the fields that go along with a PIN request, in characters as .NET counts them, which are
 * JavaScript's: UTF-16 code units.
 */
const LONGEST: Readonly<Record<string, number>> = {
  sCField0: 64,
  sCField1: 512,
  sCField2: 512,
  sCField3: 256,
  sCField4: 64,
  sCField5: 64,
  sTracking0: 64,
};

/**
 * @param check throws where the request can't be encoded
 * @throws AbortError where the caller's signal has aborted already
 * @throws EncodeError with the path of a field that is too long, and whatever `check` throws
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
  for (const [field, longest] of Object.entries(LONGEST)) {
    const value = request[field];
    if (typeof value !== "string" || value.length <= longest) continue;
    const path = `${operation.name}/${field}`;
    throw new EncodeError(
      `${path} has ${value.length} characters, and the service takes ${longest} at most.`,
      path,
    );
  }
}
