/** The transport of the clients. */
import { defaultTransport } from "./default-transport.js";
import { DEFAULT_REDIRECTS, redirects } from "./redirects.js";
import type { Transport } from "./transport.js";

/** The transport of the options, else the default of the platform; it follows as many redirects as the options allow. */
export function clientTransport(options: {
  readonly transport?: Transport | undefined;
  readonly redirects?: number | undefined;
}): Transport {
  return redirects(options.transport ?? defaultTransport(), options.redirects ?? DEFAULT_REDIRECTS);
}
