import { fileURLToPath } from "node:url";
import { runInNewContext } from "node:vm";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { ConnectionError } from "../../../src/errors/delivery.js";
import { fetchTransport } from "../../../src/http/fetch/fetch-transport.js";
import { rejection, textOf } from "../loopback.js";

test("is bundled for a browser and runs there, without modules of Node", async () => {
  const entry = fileURLToPath(
    new URL("../../../src/http/fetch/fetch-transport.ts", import.meta.url),
  );
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: "browser",
    format: "iife",
    globalName: "bundle",
  });
  const browser = { URL, TextEncoder, btoa, fetch: async () => new Response("hello") };
  const run = `${outputFiles[0]?.text}; bundle.fetchTransport()({ url: "https://me:pass@a.example/", method: "GET", headers: {} })`;
  const response = await runInNewContext(run, browser);
  expect(await textOf(response.body)).toBe("hello");
});

test("calls the given fetch", async () => {
  const seen: unknown[] = [];
  const transport = fetchTransport({
    fetch: async (url, init) => {
      seen.push(String(url), init?.redirect);
      return new Response(null, { status: 204 });
    },
  });
  const response = await transport({ url: "http://a.example/x", method: "GET", headers: {} });
  expect(seen).toEqual(["http://a.example/x", "manual"]);
  expect([response.status, await textOf(response.body)]).toEqual([204, ""]);
});

test("a redirect that a browser hides is an error", async () => {
  const hidden = Object.defineProperty(Response.error(), "type", { value: "opaqueredirect" });
  const transport = fetchTransport({ fetch: async () => hidden });
  const request = { url: "http://a.example/x", method: "POST", headers: {} } as const;
  expect(await rejection(transport(request))).toEqual(
    new ConnectionError(
      "a.example redirects to another address, which the browser does not show; set the endpoint to that address.",
    ),
  );
});
