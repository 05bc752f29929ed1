/** Responses that are small on the wire and huge when they are decompressed. */
import { brotliCompressSync, constants, deflateSync, gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import {
  cookies,
  fetchTransport,
  HttpBindingClient,
  httpTransport,
  type Operation,
  SoapClient,
} from "../../src/soap/index.js";
import { rejection, serve } from "./loopback.js";

const FAST = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };
const MEBIBYTE = 1024 * 1024;
const type = { namespace: "urn:t", sequence: [{ element: "text", type: "string" }] } as const;
const operation: Operation<object, object> = {
  generator: "test",
  name: "ask",
  soapAction: "urn:t/ask",
  input: { parts: [] },
  output: { element: "askResponse", namespace: "urn:t", type },
};

describe.each([
  ["gzip", (bytes: Uint8Array) => gzipSync(bytes)],
  ["deflate", (bytes: Uint8Array) => deflateSync(bytes)],
  ["br", (bytes: Uint8Array) => brotliCompressSync(bytes, FAST)],
  ["gzip, gzip", (bytes: Uint8Array) => gzipSync(gzipSync(bytes))],
] as const)("a bomb of %s", (coding, compress) => {
  let bomb: Uint8Array;
  beforeAll(() => {
    const start =
      '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body><askResponse xmlns="urn:t"><text>';
    bomb = compress(Buffer.concat([Buffer.from(start), Buffer.alloc(200 * MEBIBYTE, "a")]));
  });

  const endpoint = async () => {
    const headers = { "Content-Encoding": coding, "Content-Type": "application/soap+xml" };
    const server = await serve((_request, response) => response.writeHead(200, headers).end(bomb));
    return server.url;
  };

  test.each([
    ["httpTransport", () => cookies(httpTransport())],
    ["fetchTransport", () => fetchTransport()],
  ])("ends at maxResponseBytes over %s, long before it is there whole", async (_name, create) => {
    const options = { endpoint: await endpoint(), transport: create(), maxResponseBytes: MEBIBYTE };
    const before = process.memoryUsage().rss;
    const limit = { code: "LIMIT", message: "The message is longer than 1048576 bytes." };
    expect(await rejection(new SoapClient(options).call(operation, {}))).toMatchObject(limit);
    const binding = new HttpBindingClient({ ...options, protocol: "http-post" });
    expect(await rejection(binding.call(operation, {}))).toMatchObject(limit);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * MEBIBYTE);
  });
});
