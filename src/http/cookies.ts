/** Cookies (RFC 6265) for any transport that shows Set-Cookie headers, by tough-cookie. */
import type { Cookie, CookieJar } from "tough-cookie";
import { headerName } from "./headers.js";
import { around, type HttpRequest, type Transport, withTraits } from "./transport.js";

/**
 * Adds a cookie jar to a transport: cookies of responses are sent back by host, path, expiry and Secure. Each call of
 * `cookies` makes a new jar. An invalid cookie is ignored. The default transport of a client has a jar already.
 *
 * tough-cookie takes longer to load than a call takes, so it is loaded by the first request after a Set-Cookie: a
 * program with one call does not load it.
 *
 * @example
 * const transport = cookies(fetchTransport());
 */
export function cookies(transport: Transport): Transport {
  let library: Promise<{ Cookie: typeof Cookie; jar: CookieJar }> | undefined;
  const arrived: Arrived[] = [];
  // The last header, as long as it can't have changed: a lookup in the jar costs a tenth of a call on the same machine.
  let lasting: { readonly url: string; readonly header: string } | undefined;

  const cookiesFor = async (url: string): Promise<string> => {
    library ??= import("tough-cookie").then((all) => ({ ...all, jar: new all.CookieJar() }));
    const { Cookie, jar } = await library;
    if (arrived.length > 0) lasting = undefined;
    for (const { url, text, now } of arrived.splice(0)) {
      const cookie = Cookie.parse(text);
      if (cookie === undefined) continue;
      fixExpiry(cookie, now);
      quietly(() => jar.setCookieSync(cookie, url, { now }));
    }
    if (lasting?.url === url) return lasting.header;
    const found = quietly(() => jar.getCookiesSync(url)) ?? [];
    const header = found.map((cookie) => cookie.cookieString()).join("; ");
    if (!found.some((cookie) => cookie.isPersistent())) lasting = { url, header };
    return header;
  };

  const keeping = around(transport, async (request) => {
    const header = library || arrived.length > 0 ? await cookiesFor(request.url) : "";
    const response = await transport(header === "" ? request : withCookies(request, header));
    for (const text of response.headers.setCookie) {
      request.secrets?.addHeader("set-cookie", text);
      arrived.push({ url: request.url, text, now: new Date() });
    }
    return response;
  });
  return withTraits(keeping, { keepsCookies: true });
}

interface Arrived {
  readonly url: string;
  readonly text: string;
  /** The time of arrival: Max-Age counts from it. */
  readonly now: Date;
}

/** tough-cookie counts Max-Age from the last use, so that a cookie in use would never expire; RFC 6265 §5.2.2 sets a date. */
function fixExpiry(cookie: Cookie, now: Date): void {
  if (typeof cookie.maxAge !== "number") return;
  cookie.expires = new Date(Math.min(now.getTime() + cookie.maxAge * 1000, LAST_DATE));
  cookie.maxAge = null;
}

/** The latest time of a Date, in ms. */
const LAST_DATE = 8.64e15;

function withCookies(request: HttpRequest, cookie: string): HttpRequest {
  request.secrets?.addHeader("cookie", cookie);
  const name = headerName(request.headers, "cookie") ?? "Cookie";
  const own = request.headers[name];
  const value = own === undefined ? cookie : `${own}; ${cookie}`;
  return { ...request, headers: { ...request.headers, [name]: value } };
}

function quietly<T>(task: () => T): T | undefined {
  try {
    return task();
  } catch {
    return undefined;
  }
}
