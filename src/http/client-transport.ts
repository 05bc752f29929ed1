/** What the clients send by. */
import { defaultTransport } from "./default-transport.js";
import { DEFAULT_REDIRECTS, redirects } from "./redirects.js";
import type { Transport } from "./transport.js";

/** The transport that the options name or that of the platform, with redirects followed as far as they allow. */
export function clientTransport(options: {
  readonly transport?: Transport | undefined;
  readonly redirects?: number | undefined;
}): Transport {
  return redirects(options.transport ?? defaultTransport(), options.redirects ?? DEFAULT_REDIRECTS);
}
