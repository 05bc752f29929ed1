/** The transport of a client without one in a worker, such as Cloudflare's: it has `fetch`, but no cookie jar. */
import { cookies } from "./cookies.js";
import { fetchTransport } from "./fetch/fetch-transport.js";
import type { Transport } from "./transport.js";

/** `fetch`, with cookies. */
export function defaultTransport(): Transport {
  return cookies(fetchTransport());
}
