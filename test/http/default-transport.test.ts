import { afterEach, expect, it, vi } from "vitest";
import { defaultTransport as browserTransport } from "../../src/http/default-transport.browser.js";
import { defaultTransport as nodeTransport } from "../../src/http/default-transport.js";
import { defaultTransport as workerTransport } from "../../src/http/default-transport.worker.js";
import type { Transport } from "../../src/http/transport.js";
import { serve } from "./loopback.js";

afterEach(() => vi.unstubAllGlobals());

/** The Cookie headers of two requests, whose first response sets a cookie. */
async function sentCookies(transport: Transport): Promise<(string | undefined)[]> {
  const seen: (string | undefined)[] = [];
  const server = await serve((request, response) => {
    seen.push(request.headers.cookie);
    response.writeHead(200, { "Set-Cookie": "session=1" }).end();
  });
  for (let count = 0; count < 2; count++) {
    const { body } = await transport({ url: server.url, method: "GET", headers: {} });
    for await (const _ of body);
  }
  return seen;
}

it.each<[string, () => Transport, (string | undefined)[]]>([
  ["Node", nodeTransport, [undefined, "session=1"]],
  ["a worker, which has no cookie jar", workerTransport, [undefined, "session=1"]],
  ["a browser, which has one", browserTransport, [undefined, undefined]],
])("the default transport of %s", async (_platform, transport, want) => {
  expect(await sentCookies(transport())).toEqual(want);
});

it("keeps cookies on a platform without the modules of Node", async () => {
  vi.stubGlobal("process", { ...process, getBuiltinModule: undefined });
  const transport = nodeTransport();
  vi.unstubAllGlobals();
  expect(await sentCookies(transport)).toEqual([undefined, "session=1"]);
});
