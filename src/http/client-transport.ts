/** The transport of the clients. */
import { defaultTransport } from "./default-transport.js";
import { DEFAULT_REDIRECTS, redirects } from "./redirects.js";
import type { Transport } from "./transport.js";

/**
 * The transport of the options, else the default of the platform; it follows as many redirects as the options allow. It has
 * `close` only if it is the default: a transport of the options may have other users.
 */
export function clientTransport(options: {
  readonly transport?: Transport | undefined;
  readonly redirects?: number | undefined;
}): Transport {
  const { transport, redirects: limit = DEFAULT_REDIRECTS } = options;
  if (transport === undefined) return redirects(defaultTransport(), limit);
  return redirects((request) => transport(request), limit);
}
