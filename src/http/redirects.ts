/** Redirects (RFC 9110 §15.4), followed only if that can do no harm. */
import { drain } from "../bytes/index.js";
import {
  around,
  type HttpRequest,
  type HttpResponse,
  isReplayable,
  type Transport,
} from "./transport.js";

/** The default limit of redirects of one request. */
export const DEFAULT_REDIRECTS = 3;

/**
 * Follows redirects: 307 and 308 with the method, headers and body of the request; 301, 302 and 303 only of a GET, which
 * stays a GET. They are followed within the origin, or from `http:` to `https:` of the same host, so that credentials,
 * cookies and the body reach no other server. Any other redirect is returned as the response: a POST never becomes a GET.
 * A client does this by its option `redirects`.
 *
 * Wrap it around `cookies`, so that each address gets its own cookies.
 *
 * @param limit the largest number of redirects of one request; 0: none is followed
 */
export function redirects(transport: Transport, limit: number): Transport {
  if (limit === 0) return transport;
  return around(transport, async (request) => {
    let response = await transport(request);
    let current = request;
    for (let followed = 0; followed < limit; followed++) {
      const url = nextAddress(current, response);
      if (url === undefined) break;
      await drain(response.body);
      current = { ...current, url };
      response = await transport(current);
    }
    return response;
  });
}

function nextAddress(request: HttpRequest, { status, headers }: HttpResponse): string | undefined {
  if (!keepsRequest(status, request.method) || !isReplayable(request.body)) return undefined;
  const location = headers.get("location");
  if (location === undefined || !URL.canParse(location, request.url)) return undefined;
  const from = new URL(request.url);
  const to = new URL(location, from);
  if (to.origin !== from.origin && !isUpgrade(from, to)) return undefined;
  // The host is the same: the user and password stay in the address.
  to.username = from.username;
  to.password = from.password;
  return to.href;
}

function keepsRequest(status: number, method: HttpRequest["method"]): boolean {
  if (status === 307 || status === 308) return true;
  return method === "GET" && (status === 301 || status === 302 || status === 303);
}

/** Whether it leads from http: to https: of the same host, both with the default port. */
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
 * A hint for the error of a redirect that was not followed; `undefined` if the response is not a redirect. The address
 * is shown without credentials and without its query, which may contain some.
 */
export function redirectHint({ status, headers }: HttpResponse): string | undefined {
  const location = headers.get("location");
  if (status < 300 || status >= 400 || location === undefined) return undefined;
  const target = location
    .replace(/^([a-z][a-z\d+.-]*:)?\/\/[^/?#]*@/i, "$1//")
    .replace(/[?#].*$/s, "?…")
    .replace(/\p{Cc}/gu, "");
  return `it redirects to ${target}, which was not followed; check the endpoint`;
}
