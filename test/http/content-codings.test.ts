/** The codings of a response mean the same in each transport, also those that are none (RFC 9110 §8.4). */
import type { RequestListener } from "node:http";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { HarEntry } from "../../src/har/har.js";
import { record } from "../../src/har/record.js";
import { replay } from "../../src/har/replay.js";
import { fetchTransport } from "../../src/http/fetch/fetch-transport.js";
import { httpHeaders } from "../../src/http/headers.js";
import { inMemory } from "../../src/http/in-memory-transport.js";
import { httpTransport } from "../../src/http/node/node-transport.js";
import type { Transport } from "../../src/http/transport.js";
import { nodeSoapTransport } from "../../src/node-soap/index.js";
import { rejection, serve, textOf } from "./loopback.js";

const TEXT = `<a>${"ä€".repeat(50_000)}</a>`;

/** Sends the same request by a transport, and again by the transport that it leads to. */
const TRANSPORTS: Readonly<Record<string, (url: string) => Transport | Promise<Transport>>> = {
  "node:http": () => httpTransport(),
  fetch: () => fetchTransport(),
  "node-soap": () => nodeSoapTransport({}),
  "a recording": async (url) => {
    const entries: HarEntry[] = [];
    const recording = record(httpTransport(), (entry) => entries.push(entry), { maxBody: 1e6 });
    await read(recording, url).catch(() => {});
    return replay(entries);
  },
};

async function read(transport: Transport, url: string): Promise<string> {
  return textOf((await transport({ url, method: "GET", headers: {} })).body);
}

const same = (text: string) => Buffer.from(text);

const CODINGS: readonly (readonly [string, (text: string) => Uint8Array])[] = [
  ["utf-8", same],
  ["UTF-8", same],
  ["utf8", same],
  ["UTF_8", same],
  ["iso-8859-1", same],
  ["none", same],
  ["None", same],
  ["identity", same],
  ["IDENTITY", same],
  ["binary", same],
  ["", same],
  [" , ,", same],
  ["identity, utf-8", same],
  ["gzip", gzipSync],
  ["GZIP", gzipSync],
  ["x-gzip", gzipSync],
  ["gzip, identity", gzipSync],
  ["identity,gzip", gzipSync],
  ["gzip,, utf-8", gzipSync],
  [", X-Gzip", gzipSync],
  ["deflate", deflateSync],
  ["deflate, none", deflateSync],
  ["none, deflate", deflateRawSync],
  ["br", brotliCompressSync],
  ["gzip, identity, deflate", (text) => deflateSync(gzipSync(text))],
  ["deflate, , gzip", (text) => gzipSync(deflateRawSync(text))],
];

const responding =
  (coding: string, body: Uint8Array): RequestListener =>
  (_request, response) =>
    response.writeHead(200, { "Content-Encoding": coding }).end(body);

describe.each(Object.entries(TRANSPORTS))("over %s", (_name, create) => {
  test.each(CODINGS)("%j", async (coding, encode) => {
    const { url } = await serve(responding(coding, encode(TEXT)));
    expect(await read(await create(url), url)).toBe(TEXT);
  });

  test.each(["compress", "gzip;q=1", "identity, x-own", Array(6).fill("gzip").join(", ")])(
    "%j is an error",
    async (coding) => {
      const { url, host } = await serve(responding(coding, same(TEXT)));
      const error = await rejection(read(await create(url), url));
      expect(error).toMatchObject({ code: "CONNECTION" });
      // The platform counts them, too.
      const reason =
        coding.length > 20
          ? /content[ -](?:en)?coding/
          : `content coding "${coding}", which is not`;
      expect(String(error)).toMatch(reason);
      expect(String(error)).toContain(host);
    },
  );

  test.each(["gzip, identity", "none, deflate"])("no bytes are empty with %j", async (coding) => {
    const { url } = await serve(responding(coding, same("")));
    expect(await read(await create(url), url)).toBe("");
  });

  test("damaged data of a list is an error", async () => {
    const damaged = gzipSync(TEXT).fill(0xff, 20, 40);
    const { url, host } = await serve(responding("gzip, identity", damaged));
    const error = await rejection(read(await create(url), url));
    expect(String(error)).toContain(`${host} can't be decompressed: it is cut short or damaged.`);
  });
});

test("fetch passes on what the platform decoded", async () => {
  const fetch = async () =>
    new Response("<a/>", { headers: { "Content-Encoding": "br, identity" } });
  expect(await read(fetchTransport({ fetch }), "http://a.example/")).toBe("<a/>");
});

test("fetch ends the exchange of a body that nobody reads", async () => {
  const server = await serve((request, reply) => {
    request.resume();
    reply.writeHead(200, { "Content-Encoding": "gzip, identity" });
    // Its end does not come: a connection with a whole response stays open for others.
    reply.write(gzipSync(TEXT).subarray(0, 15));
  });
  const { body } = await fetchTransport()({ url: server.url, method: "GET", headers: {} });
  await body[Symbol.asyncIterator]().return?.();
  await expect.poll(server.open).toBe(0);
});

test("bodies in memory are decoded already", async () => {
  for (const [coding] of CODINGS) {
    const headers = httpHeaders({ "content-encoding": coding });
    const transport = inMemory({
      handle: async () => ({ status: 200, headers, body: chunks(same(TEXT)) }),
    });
    expect(await read(transport, "http://a.example/")).toBe(TEXT);
  }
});

async function* chunks(...all: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* all;
}

describe("requests in memory", () => {
  const echo = inMemory({
    acceptsCodings: true,
    handle: async ({ body }) => {
      const received = typeof body === "object" && !(body instanceof Uint8Array) ? body : chunks();
      const text = await textOf(received);
      return { status: 200, headers: httpHeaders({}), body: chunks(same(text)) };
    },
  });
  const post = async (coding: string, body: Uint8Array) => {
    const headers = { "content-encoding": coding };
    const request = { url: "http://a.example/", method: "POST", headers } as const;
    const response = await echo({ ...request, body: chunks(body.slice(0, 9), body.slice(9)) });
    const accepted = response.headers.get("accept-encoding");
    return { status: response.status, accepted, text: await textOf(response.body) };
  };

  test.each(CODINGS)("are decoded: %j", async (coding, encode) => {
    expect(await post(coding, encode("<a>ä</a>"))).toMatchObject({ status: 200, text: "<a>ä</a>" });
  });

  test.each([
    ["compress", { status: 415, accepted: "gzip, deflate, br", text: "" }],
    ["gzip", { status: 400, accepted: undefined, text: "" }],
  ])("are rejected: %j", async (coding, expected) => {
    expect(await post(coding, same("<a>no coding</a>"))).toEqual(expected);
  });
});
