/**
 * What a client sends by when it is given no transport. A bundle for browsers has default-transport.browser.ts in its
 * place (`browser` in package.json), and with it nothing that is of Node.
 */
import { cookies } from "./cookies.js";
import { fetchTransport } from "./fetch-transport.js";
import { httpTransport } from "./node/node-transport.js";
import type { Transport } from "./transport.js";

/** `node:http(s)` and cookies where there are Node's modules, else `fetch`. */
export function defaultTransport(): Transport {
  return globalThis.process?.getBuiltinModule === undefined
    ? fetchTransport()
    : cookies(httpTransport());
}
