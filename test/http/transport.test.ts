import type { OutgoingHttpHeaders } from "node:http";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { ConnectionError } from "../../src/errors/delivery.js";
import { fetchTransport } from "../../src/http/fetch/fetch-transport.js";
import { httpTransport } from "../../src/http/node/node-transport.js";
import type { HttpRequest, Transport } from "../../src/http/transport.js";
import { closedPort, received, rejection, serve, serveRaw, textOf } from "./loopback.js";

const TRANSPORTS: [string, () => Transport][] = [
  ["httpTransport", () => httpTransport()],
  ["fetchTransport", () => fetchTransport()],
];

const get = (url: string, signal?: AbortSignal): HttpRequest => ({
  url,
  method: "GET",
  headers: {},
  ...(signal && { signal }),
});

function messageOf(error: unknown): string {
  expect(error).toBeInstanceOf(ConnectionError);
  return error instanceof Error ? error.message : "";
}

describe.each(TRANSPORTS)("%s", (_name, create) => {
  test("sends method, headers and body, and returns status, headers and body", async () => {
    const server = await serve(async (request, response) => {
      const { "content-type": type, "content-length": length, soapaction } = request.headers;
      const body = await received(request);
      response.writeHead(207, { "X-Seen": "yes", "Set-Cookie": ["a=1, 2", "b=2"] });
      response.end(JSON.stringify([request.method, request.url, type, length, soapaction, body]));
    });
    const response = await create()({
      url: `${server.url}API/API.asmx?op=login`,
      method: "POST",
      headers: { "Content-Type": "text/xml; charset=utf-8", SOAPAction: '"urn:login"' },
      body: "<é/>",
    });
    expect(response.status).toBe(207);
    expect(response.headers.get("x-seen")).toBe("yes");
    expect(response.headers.get("x-missing")).toBeUndefined();
    expect(response.headers.get("constructor")).toBeUndefined();
    expect(response.headers.setCookie).toEqual(["a=1, 2", "b=2"]);
    expect(JSON.parse(await textOf(response.body))).toEqual([
      "POST",
      "/API/API.asmx?op=login",
      "text/xml; charset=utf-8",
      "5",
      '"urn:login"',
      "<é/>",
    ]);
  });

  test("sends bytes as they are", async () => {
    const server = await serve((request, response) => request.pipe(response));
    const body = new TextEncoder().encode("<a>ü</a>");
    const response = await create()({ url: server.url, method: "POST", headers: {}, body });
    expect(await textOf(response.body)).toBe("<a>ü</a>");
  });

  const text = "<answer>ÄÖ</answer>".repeat(20_000);
  test.each<[string, { headers: OutgoingHttpHeaders; body: Uint8Array | string }]>([
    ["no coding", { headers: {}, body: text }],
    ["gzip", { headers: { "Content-Encoding": "gzip" }, body: gzipSync(text) }],
    ["x-gzip, in capitals", { headers: { "Content-Encoding": "X-GZIP" }, body: gzipSync(text) }],
    ["deflate", { headers: { "Content-Encoding": "deflate" }, body: deflateSync(text) }],
    ["br", { headers: { "Content-Encoding": "br" }, body: brotliCompressSync(text) }],
    [
      "gzip in br",
      { headers: { "Content-Encoding": "gzip, br" }, body: brotliCompressSync(gzipSync(text)) },
    ],
    [
      "deflate without its wrapper",
      { headers: { "Content-Encoding": "deflate" }, body: deflateRawSync(text) },
    ],
  ])("decodes %s", async (_coding, { headers, body }) => {
    let accepted: string | string[] | undefined;
    const server = await serve((request, response) => {
      accepted = request.headers["accept-encoding"];
      response.writeHead(200, headers).end(body);
    });
    const response = await create()(get(server.url));
    expect(await textOf(response.body)).toBe(text);
    expect(accepted).toMatch(/^gzip, ?deflate/);
  });

  test.each<[string, { status: number; headers: OutgoingHttpHeaders; body: string }]>([
    ["a page", { status: 404, headers: { "Content-Type": "text/html" }, body: "<html>no" }],
    ["a redirect", { status: 302, headers: { Location: "/elsewhere" }, body: "moved" }],
    ["a failure", { status: 503, headers: { "Retry-After": "1" }, body: "" }],
  ])("returns %s unchanged", async (_what, { status, headers, body }) => {
    const paths: (string | undefined)[] = [];
    const server = await serve((request, response) => {
      paths.push(request.url);
      response.writeHead(status, headers).end(body);
    });
    const response = await create()({ url: server.url, method: "POST", headers: {}, body: "<a/>" });
    expect(response.status).toBe(status);
    for (const [name, value] of Object.entries(headers)) {
      expect(response.headers.get(name.toLowerCase())).toBe(value);
    }
    expect(await textOf(response.body)).toBe(body);
    expect(paths).toEqual(["/"]);
  });

  test("resolves with the head before the body arrives, and yields each chunk as it arrives", async () => {
    let next = () => {};
    const server = await serve((_request, response) => {
      response.write("first");
      next = () => response.end("last");
    });
    const response = await create()(get(server.url));
    const chunks = response.body[Symbol.asyncIterator]();
    expect(new TextDecoder().decode((await chunks.next()).value)).toBe("first");
    next();
    expect(new TextDecoder().decode((await chunks.next()).value)).toBe("last");
    expect((await chunks.next()).done).toBe(true);
  });

  test("reads only a little ahead, and everything in the end", async () => {
    const total = 50_000_000;
    let sent = 0;
    const server = await serve((_request, response) => {
      const piece = Buffer.alloc(100_000);
      const send = () => {
        while (sent < total && response.writable) {
          sent += piece.length;
          if (!response.write(piece)) return;
        }
        if (sent === total) response.end();
      };
      response.on("drain", send);
      send();
    });
    const response = await create()(get(server.url));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(sent).toBeLessThan(total / 2);
    let bytes = 0;
    for await (const chunk of response.body) bytes += chunk.length;
    expect(bytes).toBe(total);
  });

  describe("explains what failed:", () => {
    test("a rejected connection", async () => {
      const host = await closedPort();
      expect(messageOf(await rejection(create()(get(`http://${host}/`))))).toBe(
        `Can't reach ${host}: the connection was refused, so no server seems to run there.`,
      );
    });

    test("an unknown host", async () => {
      const error = await rejection(create()(get("http://nonexistent.invalid/API.asmx")));
      expect(messageOf(error)).toMatch(/^Can't reach nonexistent\.invalid: .*name/);
    });

    test("a connection closed without a response", async () => {
      const server = await serveRaw((socket) => socket.destroy());
      expect(messageOf(await rejection(create()(get(server.url))))).toBe(
        `No response from ${server.host}: the connection was closed before it arrived.`,
      );
    });

    test("something that is not HTTP", async () => {
      const server = await serveRaw((socket) => socket.end("220 mail.example.com ESMTP\r\n"));
      expect(messageOf(await rejection(create()(get(server.url))))).toContain(
        `No response from ${server.host}: the bytes received are not HTTP`,
      );
    });

    test.each([
      ["shorter than its length", "Content-Length: 100\r\n\r\n<half"],
      ["without its last chunk", "Transfer-Encoding: chunked\r\n\r\n5\r\n<half\r\n"],
      [
        "in the middle of gzip",
        `Content-Encoding: gzip\r\nContent-Length: 100\r\n\r\n\x1f\x8b\x08`,
      ],
    ])("a body %s", async (_how, rest) => {
      const server = await serveRaw((socket) =>
        socket.end(Buffer.from(`HTTP/1.1 200 OK\r\n${rest}`, "latin1")),
      );
      const response = await create()(get(server.url));
      expect(messageOf(await rejection(textOf(response.body)))).toMatch(
        new RegExp(`^The response of ${server.host} was cut short`),
      );
    });

    test("data that is not gzip", async () => {
      const server = await serve((_request, response) =>
        response.writeHead(200, { "Content-Encoding": "gzip" }).end("<not gzip>"),
      );
      const response = await create()(get(server.url));
      expect(messageOf(await rejection(textOf(response.body)))).toBe(
        `The response of ${server.host} can't be decompressed: it is cut short or damaged.`,
      );
    });

    test.each([
      ["API.asmx", 'The address "API.asmx" is not an http: or https: URL.'],
      ["ftp://a.example/", 'The address "ftp://a.example/" is not an http: or https: URL.'],
      ["ftp://me:secret@a.example/", 'The address "…@a.example/" is not an http: or https: URL.'],
      ["http://me:sec@ret@:x/", 'The address "…@:x/" is not an http: or https: URL.'],
    ])("the address %s", async (url, message) => {
      expect(messageOf(await rejection(create()(get(url))))).toBe(message);
    });

    test("a header that can't be sent, without its value", async () => {
      const server = await serve((_request, response) => response.end());
      const headers = { "X-Token": "secret\r\nX-Other: 1" };
      const error = await rejection(create()({ url: server.url, method: "GET", headers }));
      expect(messageOf(error)).toBe(
        `Nothing was sent to ${server.host}: the header "X-Token" contains a character that HTTP does not allow.`,
      );
    });
  });

  test("sends a user and password in the address as Authorization, and never shows them", async () => {
    const server = await serve((request, response) => response.end(request.headers.authorization));
    const signedIn = (host: string) => `http://me:p%40ss%C3%A9@${host}/`;
    const response = await create()(get(signedIn(server.host)));
    const credentials = Buffer.from("me:p@ssé").toString("base64");
    expect(await textOf(response.body)).toBe(`Basic ${credentials}`);

    const error = await rejection(create()(get(signedIn(await closedPort()))));
    expect(messageOf(error)).not.toMatch(/me:|p%40ss|p@ss/);
  });

  describe("aborting throws the signal's reason", () => {
    const reason = new Error("enough");

    test("before anything is sent", async () => {
      const server = await serve((_request, response) => response.end());
      expect(await rejection(create()(get(server.url, AbortSignal.abort(reason))))).toBe(reason);
      expect(server.connections()).toBe(0);
    });

    test("while waiting for the response, and closes the connection", async () => {
      const controller = new AbortController();
      const server = await serve(() => controller.abort(reason));
      expect(await rejection(create()(get(server.url, controller.signal)))).toBe(reason);
      await expect.poll(server.open).toBe(0);
    });

    test.each([
      ["as it is", {}, "<half"],
      ["gzip", { "Content-Encoding": "gzip" }, gzipSync("<half").subarray(0, 11)],
      ["gzip without a byte so far", { "Content-Encoding": "gzip" }, undefined],
    ])("in the middle of a body: %s", async (_coding, headers, half) => {
      const controller = new AbortController();
      const server = await serve((_request, response) => {
        response.writeHead(200, headers).flushHeaders();
        if (half !== undefined) response.write(half);
      });
      const response = await create()(get(server.url, controller.signal));
      setTimeout(() => controller.abort(reason), 20);
      expect(await rejection(textOf(response.body))).toBe(reason);
      await expect.poll(server.open).toBe(0);
    });

    test("in the middle of a body that is all there, but not yet decompressed", async () => {
      const controller = new AbortController();
      const server = await serve((_request, response) =>
        response
          .writeHead(200, { "Content-Encoding": "gzip" })
          .end(gzipSync("a".repeat(20_000_000))),
      );
      const response = await create()(get(server.url, controller.signal));
      let bytes = 0;
      const reading = async () => {
        for await (const chunk of response.body) {
          bytes += chunk.length;
          await new Promise((resolve) => setTimeout(resolve, 5));
          controller.abort(reason);
        }
      };
      expect(await rejection(reading())).toBe(reason);
      expect(bytes).toBeLessThan(1_000_000);
    });

    test("and does nothing after the end", async () => {
      const controller = new AbortController();
      const server = await serve((_request, response) => response.end("all"));
      const response = await create()(get(server.url, controller.signal));
      expect(await textOf(response.body)).toBe("all");
      controller.abort(reason);
    });
  });

  test.each([
    ["in the middle", true],
    ["before the first chunk", false],
  ])("leaving the body %s closes the connection", async (_where, begin) => {
    const server = await serve((_request, response) => {
      response.write("a".repeat(100_000));
    });
    const response = await create()(get(server.url));
    const chunks = response.body[Symbol.asyncIterator]();
    if (begin) await chunks.next();
    await chunks.return?.();
    expect((await chunks.next()).done).toBe(true);
    await expect.poll(server.open).toBe(0);
  });
});
