/** What a client in a browser sends by when it is given no transport. */
import { fetchTransport } from "./fetch-transport.js";
import type { Transport } from "./transport.js";

/** `fetch`; cookies are the browser's own. */
export function defaultTransport(): Transport {
  return fetchTransport();
}
