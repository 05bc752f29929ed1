import { afterEach, describe, expect, test, vi } from "vitest";
import { ConnectionError } from "../../../src/errors/delivery.js";
import { fetchTransport } from "../../../src/http/fetch/fetch-transport.js";
import { httpTransport } from "../../../src/http/node/node-transport.js";
import type { Transport } from "../../../src/http/transport.js";
import { wireLog } from "../../../src/redaction/wire-log.js";
import { received, rejection, serve, serveRaw, textOf } from "../loopback.js";

async function* chunks(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield new TextEncoder().encode(text);
}

const post = async (transport: Transport, url: string, body: AsyncIterable<Uint8Array>) => {
  const response = await transport({ url, method: "POST", headers: {}, body });
  return textOf(response.body);
};

afterEach(() => vi.unstubAllGlobals());

describe.each([
  ["node", httpTransport],
  ["fetch", fetchTransport],
] as const)("a body in chunks, over %s", (_name, makeTransport) => {
  const transport = makeTransport();

  test("is sent as it comes", async () => {
    const server = await serve(async (request, response) => {
      response.end(`${request.headers["transfer-encoding"]} ${await received(request)}`);
    });
    expect(await post(transport, server.url, chunks("a", "bc", "", "d"))).toBe("chunked abcd");
  });

  test("has the Content-Length of the request", async () => {
    const server = await serve(async (request, response) => {
      response.end(`${request.headers["content-length"]} ${await received(request)}`);
    });
    const response = await transport({
      url: server.url,
      method: "POST",
      headers: { "Content-Length": "3" },
      body: chunks("ab", "c"),
    });
    expect(await textOf(response.body)).toBe("3 abc");
  });

  test("is read no faster than the server receives it", async () => {
    let asked = 0;
    const mebibyte = new Uint8Array(1024 * 1024);
    async function* endless() {
      for (;;) {
        asked++;
        yield mebibyte;
      }
    }
    const server = await serve((request) => request.pause());
    const controller = new AbortController();
    const call = transport({
      url: server.url,
      method: "POST",
      headers: {},
      body: endless(),
      signal: controller.signal,
    });
    setTimeout(() => controller.abort(new Error("enough")), 300);
    expect(String(await rejection(call))).toContain("enough");
    expect(asked).toBeLessThan(64);
  });

  test("whose source fails ends the call with the error of the source, and the transport continues", async () => {
    const server = await serve(async (request, response) => response.end(await received(request)));
    const broken = new Error("the file is gone");
    async function* failing() {
      yield new Uint8Array(10);
      throw broken;
    }
    expect(await rejection(post(transport, server.url, failing()))).toBe(broken);
    expect(await post(transport, server.url, chunks("fine"))).toBe("fine");
  });

  test("is not read to its end if the server has responded before", async () => {
    const server = await serve((_request, response) =>
      response.writeHead(413, { Connection: "close" }).end("too large"),
    );
    let isLeft = false;
    async function* endless() {
      try {
        for (;;) {
          yield new Uint8Array(1024);
          await new Promise((resolve) => setTimeout(resolve, 1));
        }
      } finally {
        isLeft = true;
      }
    }
    await post(transport, server.url, endless()).catch(() => {});
    await vi.waitFor(() => expect(isLeft).toBe(true));
  });
});

test("a request in chunks is not sent again when its connection turns out to be closed", async () => {
  const server = await serveRaw((socket, _chunk, index) => {
    if (index === 0) socket.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    else socket.destroy();
  });
  const transport = httpTransport();
  await textOf((await transport({ url: server.url, method: "GET", headers: {} })).body);
  const error = await rejection(post(transport, server.url, chunks("once")));
  expect(error).toBeInstanceOf(ConnectionError);
  expect(server.connections()).toBe(1);
});

test("a browser that can't stream requests over plain HTTP sends them whole", async () => {
  vi.stubGlobal("document", {});
  const server = await serve(async (request, response) => {
    response.end(`${request.headers["content-length"]} ${await received(request)}`);
  });
  expect(await post(fetchTransport(), server.url, chunks("a", "bc"))).toBe("3 abc");
});

test("the wire log shows the head of a streamed body", async () => {
  const server = await serve(async (request, response) => response.end(await received(request)));
  const shown: string[] = [];
  const transport = wireLog(httpTransport(), (text) => shown.push(text), { maxBody: 4 });
  expect(await post(transport, server.url, chunks("abc", "def"))).toBe("abcdef");
  expect(shown).toHaveLength(2);
  expect(shown[0]).toContain("abcd");
  expect(shown[0]).toContain("[2 more bytes]");
});
