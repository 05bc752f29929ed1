/** The headers that a transport sends. */
import { ConnectionError } from "../errors/index.js";
import { hasHeader } from "./headers.js";
import type { RequestUrl } from "./request-url.js";
import type { HttpRequest } from "./transport.js";

/** A field name (RFC 9110 §5.6.2). */
const NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
/** What a field value can't have (RFC 9110 §5.5): control characters, and what has no single byte. */
const UNSENDABLE = /[^\t\x20-\x7e\x80-\xff]/;

/**
 * A copy of the request's headers, with the Authorization of its address where it has none of its own.
 *
 * @throws ConnectionError for a header that can't be sent. `fetch` would say so too, but with the value, which may be
 *   a secret.
 */
export function outgoingHeaders(
  request: HttpRequest,
  { host, authorization }: { host: string } & Pick<RequestUrl, "authorization">,
): Record<string, string> {
  const headers = { ...request.headers };
  for (const name in headers) {
    if (!NAME.test(name) || UNSENDABLE.test(headers[name] ?? "")) {
      throw new ConnectionError(
        `Nothing was sent to ${host}: the header ${JSON.stringify(name)} has a character that HTTP does not allow.`,
      );
    }
  }
  if (authorization !== undefined && !hasHeader(headers, "authorization")) {
    headers.Authorization = authorization;
  }
  return headers;
}
