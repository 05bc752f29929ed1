/**
 * The transport of a client without one. Packaging chooses one of three files: this for Node and for platforms with its
 * modules, default-transport.browser.ts for browsers, default-transport.worker.ts for workers. The other two contain
 * nothing of Node.
 */
import { cookies } from "./cookies.js";
import { fetchTransport } from "./fetch/fetch-transport.js";
import { httpTransport } from "./node/node-transport.js";
import type { Transport } from "./transport.js";

/** `node:http(s)` if the platform has Node's modules, else `fetch`; both with cookies. */
export function defaultTransport(): Transport {
  return cookies(
    globalThis.process?.getBuiltinModule === undefined ? fetchTransport() : httpTransport(),
  );
}
