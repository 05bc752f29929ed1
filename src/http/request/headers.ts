/** The headers that a transport sends. */
import { ConnectionError } from "../../errors/index.js";
import { hasHeader, headerName } from "../headers.js";
import { around, type HttpRequest, isReplayable, type Transport } from "../transport.js";
import type { RequestUrl } from "./url.js";

/** A field name (RFC 9110 §5.6.2). */
const NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
/** A character that a field value can't have (RFC 9110 §5.5): control characters, and characters of several bytes. */
const UNSENDABLE = /[^\t\x20-\x7e\x80-\xff]/;

/** Headers of the transport: with another value one message could be read as two (RFC 9112 §11.2). */
const RESERVED = ["content-length", "host", "transfer-encoding"];

/** The name of a reserved header in `headers`: Content-Length, Host or Transfer-Encoding. */
export function reservedHeader(headers: Readonly<Record<string, string>>): string | undefined {
  for (const reserved of RESERVED) {
    const name = headerName(headers, reserved);
    if (name !== undefined) return name;
  }
  return undefined;
}

/**
 * A transport that rejects requests with a reserved header, except for the correct Content-Length.
 *
 * @throws ConnectionError from the transport: it names the header, never its value
 */
export function withoutReservedHeaders(transport: Transport): Transport {
  return around(transport, async (request) => {
    const name = reservedHeader(request.headers);
    if (name === undefined || isLength(name, request)) return transport(request);
    throw new ConnectionError(
      `Nothing was sent: the header "${name}" is set by the transport; remove it from the headers of the request.`,
      { delivery: "not-sent" },
    );
  });
}

/** Whether the header is the Content-Length of the body. That of a streamed body is compared by Node. */
function isLength(name: string, { headers, body }: HttpRequest): boolean {
  if (name.toLowerCase() !== "content-length") return false;
  if (!isReplayable(body)) return true;
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  return headers[name] === `${bytes?.byteLength ?? 0}`;
}

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
        { delivery: "not-sent" },
      );
    }
  }
  if (authorization !== undefined && !hasHeader(headers, "authorization")) {
    headers.Authorization = authorization;
    request.secrets?.addHeader("authorization", authorization);
  }
  return headers;
}
