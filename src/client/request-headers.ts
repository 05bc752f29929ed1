/** The HTTP headers of a request. */
import { OptionsError } from "../errors/index.js";
import { reservedHeader } from "../http/index.js";
import type { Call } from "../protocol/index.js";

/**
 * The headers of the protocol, and those of the call, which override them.
 *
 * @throws OptionsError if the call has a Content-Length, Host or Transfer-Encoding: the transport sets them
 */
export function requestHeaders(
  protocol: Readonly<Record<string, string>>,
  { headers, operation }: Call,
): Readonly<Record<string, string>> {
  const reserved = reservedHeader(headers);
  if (reserved === undefined) return { ...protocol, ...headers };
  throw new OptionsError(
    `${operation.name} was not sent: headers must not contain "${reserved}", which the transport sets. Remove it.`,
  );
}
