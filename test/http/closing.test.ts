import { expect, test } from "vitest";
import { cookies } from "../../src/http/cookies.js";
import { clientTransport, httpTransport, redirects, type Transport } from "../../src/http/index.js";
import { serve, textOf } from "./loopback.js";

const get = async (transport: Transport, url: string) =>
  textOf((await transport({ url, method: "GET", headers: {} })).body);

test.each<[string, () => Transport]>([
  ["httpTransport", () => httpTransport()],
  ["with compression and Expect", () => httpTransport({ compress: "gzip", expectContinue: 1 })],
  ["with cookies and redirects", () => redirects(cookies(httpTransport()), 3)],
  ["the default transport of a client", () => clientTransport({})],
])("close() closes the connections of %s, and a later request opens one", async (_name, make) => {
  const server = await serve((_request, response) => response.end("ok"));
  const transport = make();
  await get(transport, server.url);
  expect(server.open()).toBe(1);
  transport.close?.();
  await expect.poll(server.open).toBe(0);
  expect(await get(transport, server.url)).toBe("ok");
  transport.close?.();
  await expect.poll(server.open).toBe(0);
});

test("a client does not close a transport of its options", () => {
  expect(clientTransport({ transport: httpTransport() }).close).toBeUndefined();
});
