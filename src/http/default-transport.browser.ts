/** The transport of a client without one in a browser. */
import { fetchTransport } from "./fetch/fetch-transport.js";
import type { Transport } from "./transport.js";

/** `fetch`: the browser keeps the cookies. */
export function defaultTransport(): Transport {
  return fetchTransport();
}
