/** Cross-origin requests of browsers (Fetch standard §3.2): which pages may call the service, cookies included. */
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from "node:http";

/** `true` is every page; an origin, `http://localhost:5173`, is those of that one. */
export type Cors = boolean | string;

/** What an answer says to the browser; `undefined` where the request is none of a page that may call. */
export function corsHeaders(
  cors: Cors,
  { origin }: IncomingHttpHeaders,
): OutgoingHttpHeaders | undefined {
  if (origin === undefined || (cors !== true && cors !== origin)) return undefined;
  return {
    // With cookies `*` is not enough.
    "Access-Control-Allow-Origin": origin,
    "Access-Control-Allow-Credentials": "true",
    Vary: "Origin",
  };
}

/** What the answer to a preflight, which asks before a request with SOAPAction or XML in it, says besides. */
export function preflightHeaders(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  return {
    "Access-Control-Allow-Methods": "GET, POST",
    "Access-Control-Allow-Headers": headers["access-control-request-headers"] ?? "",
    "Access-Control-Max-Age": "600",
  };
}
