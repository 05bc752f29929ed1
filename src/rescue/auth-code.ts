/** Signing each call by an auth code, in place of a session. */

import type { Interceptor } from "../protocol/index.js";
import { messageElements } from "../schema/index.js";

/** Puts `authCode` into each request that takes one and came without; one that the caller gave, even empty, stays. */
export function fillAuthCode(authCode: string): Interceptor {
  return (next) => (call) => {
    const takesOne = messageElements(call.operation.input).some(
      ({ element }) => element === "sAuthCode",
    );
    return takesOne && call.request.sAuthCode === undefined
      ? next({ ...call, request: { ...call.request, sAuthCode: authCode } })
      : next(call);
  };
}
