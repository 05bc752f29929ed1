import type { IncomingMessage, ServerResponse } from "node:http";
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { ConnectionError } from "../../../src/errors/delivery.js";
import { fetchTransport } from "../../../src/http/fetch/fetch-transport.js";
import { httpTransport } from "../../../src/http/node/node-transport.js";
import type { Compress } from "../../../src/http/request/compression.js";
import type { Transport } from "../../../src/http/transport.js";
import { createRescueClient } from "../../../src/index.js";
import { PASSWORD, startSimulator } from "../../../src/simulator/index.js";
import { rejection, serve, textOf } from "../loopback.js";

const BODY = `<a>${"ä".repeat(2_000)}</a>`;
const DECODERS: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  gzip: (bytes) => gunzipSync(bytes),
  deflate: (bytes) => inflateSync(bytes),
  br: (bytes) => brotliDecompressSync(bytes),
};

type Respond = (response: ServerResponse, coding: string | undefined) => void;

/** A server that records the coding of each request; by default it returns the body. */
async function codingServer(respond?: Respond) {
  const codings: (string | undefined)[] = [];
  const server = await serve(async (request, response) => {
    const bytes = await bytesOf(request);
    const coding = request.headers["content-encoding"];
    codings.push(coding);
    if (respond === undefined) response.end(DECODERS[coding ?? ""]?.(bytes) ?? bytes);
    else respond(response, coding);
  });
  return { ...server, codings };
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function post(transport: Transport, url: string, body: string | Uint8Array = BODY) {
  const response = await transport({ url, method: "POST", headers: {}, body });
  return [response.status, await textOf(response.body)];
}

describe.each<[string, (compress: Compress<"gzip" | "deflate">) => Transport]>([
  ["httpTransport", (compress) => httpTransport({ compress })],
  ["fetchTransport", (compress) => fetchTransport({ compress })],
])("requests compressed by %s", (_name, create) => {
  test.each(["gzip", "deflate"] as const)("with %s arrive", async (coding) => {
    const server = await codingServer();
    expect(await post(create(coding), server.url)).toEqual([200, BODY]);
    expect(await post(create(coding), server.url, Buffer.from(BODY))).toEqual([200, BODY]);
    expect(server.codings).toEqual([coding, coding]);
  });

  test("are those of at least 1,024 bytes, or of the size of the option", async () => {
    const server = await codingServer();
    await post(create("gzip"), server.url, "a".repeat(1_023));
    await post(create("gzip"), server.url, "a".repeat(1_024));
    await post(create({ coding: "gzip", minBytes: 1 }), server.url, "a");
    expect(server.codings).toEqual([undefined, "gzip", "gzip"]);
  });

  test("have a coding already are not changed, as are those in chunks", async () => {
    const server = await codingServer();
    const transport = create("gzip");
    const headers = { "content-encoding": "identity" };
    await transport({ url: server.url, method: "POST", headers, body: BODY });
    async function* chunks() {
      yield Buffer.from(BODY);
    }
    await transport({ url: server.url, method: "POST", headers: {}, body: chunks() });
    expect(server.codings).toEqual(["identity", undefined]);
  });

  test.each([
    [415, { "Accept-Encoding": "identity" }],
    [415, {}],
    [400, { "Content-Length": 0 }],
  ])(
    "that get a %i with %j are sent again as they are, and no more are",
    async (status, headers) => {
      const server = await codingServer((response, coding) => {
        if (coding === undefined) response.end("read");
        else response.writeHead(status, headers).end();
      });
      const transport = create("gzip");
      expect(await post(transport, server.url)).toEqual([200, "read"]);
      expect(await post(transport, server.url)).toEqual([200, "read"]);
      expect(server.codings).toEqual(["gzip", undefined, undefined]);
    },
  );

  test.each([400, 500])("that get a %i with a SOAP body are not sent again", async (status) => {
    const server = await codingServer((response) => response.writeHead(status).end("<fault/>"));
    expect(await post(create("gzip"), server.url)).toEqual([status, "<fault/>"]);
    expect(server.codings).toEqual(["gzip"]);
  });

  test.each([
    ["br;q=1.0, gzip;q=0", ["gzip", undefined]],
    ["identity", ["gzip", undefined]],
    ["gzip;q=0.5, br", ["gzip", "gzip"]],
    ["*", ["gzip", "gzip"]],
  ])(
    "a response with Accept-Encoding: %s defines what is accepted from then on",
    async (accepts, want) => {
      const server = await codingServer((response) =>
        response.setHeader("Accept-Encoding", accepts).end("read"),
      );
      const transport = create("gzip");
      for (const _ of want) expect(await post(transport, server.url)).toEqual([200, "read"]);
      expect(server.codings).toEqual(want);
    },
  );

  test("a call reaches ASMX, which supports none of them", async () => {
    const simulator = await startSimulator();
    const auth = { email: "tech@example.com", password: PASSWORD };
    const transport = create({ coding: "gzip", minBytes: 0 });
    const rescue = createRescueClient({
      endpoint: simulator.url,
      auth,
      transport,
      protocol: "soap11",
    });
    const { email, password } = auth;
    expect(await rescue.requestAuthCode({ sEmail: email, sPassword: password })).toMatchObject({
      status: "OK",
    });
    await simulator.close();
  });

  test("an invalid address is shown without its credentials", async () => {
    const error = await rejection(post(create("gzip"), "ftp://me:secret@a.example/"));
    expect(error).toEqual(
      new ConnectionError('The address "…@a.example/" is not an http: or https: URL.', {
        delivery: "not-sent",
      }),
    );
  });
});

test("br is there over node:http", async () => {
  const server = await codingServer();
  expect(await post(httpTransport({ compress: "br" }), server.url)).toEqual([200, BODY]);
  expect(server.codings).toEqual(["br"]);
});
