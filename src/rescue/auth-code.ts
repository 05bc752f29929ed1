/** Authentication by an auth code in each request, instead of a session. */
import type { Interceptor } from "../protocol/index.js";
import { messageElements } from "../schema/index.js";

/** Adds `authCode` to each request that may contain one and does not. A value of the caller, even empty, is kept. */
export function fillAuthCode(authCode: string): Interceptor {
  return (next) => (call) => {
    const { operation, request } = call;
    const isMember = messageElements(operation.input).some(
      ({ element }) => element === "sAuthCode",
    );
    return isMember && request.sAuthCode === undefined
      ? next({ ...call, request: Object.assign({}, request, { sAuthCode: authCode }) })
      : next(call);
  };
}
