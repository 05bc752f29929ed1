/** Cross-origin requests of browsers (Fetch standard §3.2): the pages that may call the service, cookies included. */
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from "node:http";

/** `true`: every page; an origin such as `http://localhost:5173`: the pages of that origin; `false`: none. */
export type Cors = boolean | string;

/** The headers of the response; `undefined` if the request is not from a page that may call the service. */
export function corsHeaders(
  cors: Cors,
  { origin }: IncomingHttpHeaders,
): OutgoingHttpHeaders | undefined {
  if (origin === undefined || (cors !== true && cors !== origin)) return undefined;
  return {
    // For requests with cookies `*` is not enough.
    "Access-Control-Allow-Origin": origin,
    "Access-Control-Allow-Credentials": "true",
    Vary: "Origin",
  };
}

/** Further headers of the response to a preflight, which precedes a request with SOAPAction or XML. */
export function preflightHeaders(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  return {
    "Access-Control-Allow-Methods": "GET, POST",
    "Access-Control-Allow-Headers": headers["access-control-request-headers"] ?? "",
    "Access-Control-Max-Age": "600",
  };
}
