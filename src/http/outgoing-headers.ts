/** The headers that a transport sends. */
import { ConnectionError } from "../errors/index.js";
import { hasHeader } from "./headers.js";
import type { RequestUrl } from "./request-url.js";
import type { HttpRequest } from "./transport.js";

/** A field name (RFC 9110 §5.6.2). */
const NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
/** A character that a field value can't have (RFC 9110 §5.5): control characters, and characters of several bytes. */
const UNSENDABLE = /[^\t\x20-\x7e\x80-\xff]/;

/**
 * A copy of the headers of a request. If there is no Authorization among them, the one of the address is added.
 *
 * @throws ConnectionError for a header that can't be sent. `fetch` would report it too, but with the value, which may
 *   be a secret.
 */
export function outgoingHeaders(
  request: HttpRequest,
  { host, authorization }: { host: string } & Pick<RequestUrl, "authorization">,
): Record<string, string> {
  const headers = { ...request.headers };
  for (const name in headers) {
    if (!NAME.test(name) || UNSENDABLE.test(headers[name] ?? "")) {
      throw new ConnectionError(
        `Nothing was sent to ${host}: the header ${JSON.stringify(name)} contains a character that HTTP does not allow.`,
      );
    }
  }
  if (authorization !== undefined && !hasHeader(headers, "authorization")) {
    headers.Authorization = authorization;
  }
  return headers;
}
