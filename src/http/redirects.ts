/** Redirects (RFC 9110 §15.4): a request is sent on where that can't do harm, and else the answer stands as it is. */
import { drain } from "../bytes/index.js";
import { type HttpRequest, type HttpResponse, isReplayable, type Transport } from "./transport.js";

/** How many redirects of a call are followed by default. */
export const DEFAULT_REDIRECTS = 3;

/**
 * Sends a request on where the server says so by 307 or 308, with its method, headers and body; a GET by 301, 302 and 303
 * too, since it stays a GET. Only within the origin, or from `http:` to `https:` of the same host, so that credentials,
 * cookies and what the body holds reach no one else. Any other redirect is given as it is: a POST never becomes a GET.
 *
 * Lies around `cookies`, so that each address gets its own.
 *
 * @param most how many redirects of one request are followed; with 0 none is
 */
export function redirects(transport: Transport, most: number): Transport {
  if (most === 0) return transport;
  return async (request) => {
    let response = await transport(request);
    let current = request;
    for (let followed = 0; followed < most; followed++) {
      const url = nextAddress(current, response);
      if (url === undefined) break;
      await drain(response.body);
      current = { ...current, url };
      response = await transport(current);
    }
    return response;
  };
}

function nextAddress(request: HttpRequest, { status, headers }: HttpResponse): string | undefined {
  if (!keepsRequest(status, request.method) || !isReplayable(request.body)) return undefined;
  const location = headers.get("location");
  if (location === undefined || !URL.canParse(location, request.url)) return undefined;
  const from = new URL(request.url);
  const to = new URL(location, from);
  if (to.origin !== from.origin && !isUpgrade(from, to)) return undefined;
  // A user and password stay with the host that they are for.
  to.username = from.username;
  to.password = from.password;
  return to.href;
}

function keepsRequest(status: number, method: HttpRequest["method"]): boolean {
  if (status === 307 || status === 308) return true;
  return method === "GET" && (status === 301 || status === 302 || status === 303);
}

/** From http: to https: of the same host, each at its default port. */
function isUpgrade(from: URL, to: URL): boolean {
  return (
    from.protocol === "http:" &&
    to.protocol === "https:" &&
    from.hostname === to.hostname &&
    from.port === "" &&
    to.port === ""
  );
}

/**
 * What an error says of a redirect that was not followed; `undefined` where the answer is none. The address is shown
 * without credentials and without its query, which may hold some.
 */
export function redirectHint({ status, headers }: HttpResponse): string | undefined {
  const location = headers.get("location");
  if (status < 300 || status >= 400 || location === undefined) return undefined;
  const target = location
    .replace(/^([a-z][a-z\d+.-]*:)?\/\/[^/?#]*@/i, "$1//")
    .replace(/[?#].*$/s, "?…")
    .replace(/\p{Cc}/gu, "");
  return `it redirects to ${target}, and the call was not sent on; check the endpoint`;
}
