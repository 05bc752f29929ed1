/** Requests of strangers over a socket: bodies over the limit, other names of the server, forms of other sites; HEAD. */
import { connect } from "node:net";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningService, serve, startSimulator } from "../../src/simulator/index.js";
import { contractFile, generatedOperations } from "./generated-operations.js";
import { envelope11 } from "./raw.js";

const LIMIT = 100_000;
let service: RunningService;
let calls = 0;
const start = async (options: object = {}) =>
  serve(await generatedOperations("documents"), {
    wsdl: contractFile("documents"),
    maxRequestBytes: LIMIT,
    handlers: {},
    unhandled: "sample",
    onCall: () => {
      calls += 1;
    },
    ...options,
  });
beforeAll(async () => {
  service = await start();
});
afterAll(() => service.close());

const QUOTE = envelope11(
  `<getQuote xmlns="urn:example:quotes"><symbol>ACME</symbol><count>1</count></getQuote>`,
);

/** Sends the text of a request, and returns all of the response; the connection is closed by the server or after it. */
function exchange(
  url: string,
  head: readonly string[],
  body: string | Uint8Array = "",
): Promise<string> {
  const { port, pathname, host } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), "127.0.0.1");
    let response = "";
    socket.setEncoding("utf8").on("data", (chunk) => {
      response += chunk;
    });
    socket.on("close", () => resolve(response)).on("error", reject);
    const lines = head.some((line) => line.startsWith("Host:")) ? head : [...head, `Host: ${host}`];
    const [method = "", ...headers] = lines;
    const [verb, query = ""] = method.split(" ");
    socket.write(`${verb} ${pathname}${query} HTTP/1.1\r\n${headers.join("\r\n")}\r\n\r\n`);
    if (body.length > 0) socket.write(body);
  });
}

const statusOf = (response: string) => Number(response.slice(9, 12));

describe("a body over the limit", () => {
  const bomb = Buffer.alloc(50 * LIMIT, " ");
  it.each([
    ["gzip", gzipSync(bomb)],
    ["deflate", deflateSync(bomb)],
    ["br", brotliCompressSync(bomb)],
  ])("gets 413 if it is longer after decompression: %s", async (coding, body) => {
    expect(body.length).toBeLessThan(LIMIT);
    const response = await exchange(
      service.url,
      [
        "POST",
        "Content-Type: text/xml",
        `Content-Encoding: ${coding}`,
        `Content-Length: ${body.length}`,
      ],
      body,
    );
    expect(statusOf(response)).toBe(413);
  });

  it.each([
    ["without a body", []],
    ["that waits for 100", ["Expect: 100-continue"]],
    ["that is compressed", ["Content-Encoding: gzip"]],
  ])("gets 413 for its announced length, %s", async (_, headers) => {
    const announced = [
      "POST",
      "Content-Type: text/xml",
      `Content-Length: ${LIMIT + 1}`,
      ...headers,
    ];
    const response = await exchange(service.url, announced);
    expect(response).toMatch(/^HTTP\/1\.1 413 /);
    expect(response).toContain("Connection: close");
  });

  it("of the limit is read after 100", async () => {
    const body = QUOTE + " ".repeat(LIMIT - QUOTE.length);
    const head = ["Content-Type: text/xml", `Content-Length: ${LIMIT}`, "Expect: 100-continue"];
    const response = await exchange(
      service.url,
      ["POST", ...head, 'SOAPAction: ""', "Connection: close"],
      body,
    );
    expect(response).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 (?:200|500) /);
  });
});

describe("HEAD", () => {
  it.each(["?wsdl", "", "?op=getQuote", "?wsdl=none"])("%s has the head of GET", async (query) => {
    const [get, head] = await Promise.all(
      ["GET", "HEAD"].map((method) =>
        exchange(service.url, [`${method} ${query}`, "Connection: close"]),
      ),
    );
    const withoutDate = (text = "") => text.replace(/\r\nDate: [^\r]*/, "");
    const [fields] = withoutDate(get).split("\r\n\r\n");
    expect(withoutDate(head)).toBe(`${fields}\r\n\r\n`);
  });
});

describe("the header Host", () => {
  const get = (url: string, host: string) =>
    exchange(url, ["GET ?wsdl", `Host: ${host}`, "Connection: close"]).then(statusOf);

  it.each(["localhost", "LOCALHOST:80", "127.0.0.1", "127.1.2.3:8080", "[::1]:80", "a.localhost"])(
    "%s is accepted",
    async (host) => {
      expect(await get(service.url, host)).toBe(200);
    },
  );

  it.each([
    "evil.example",
    "evil.example:80",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "10.0.0.1",
  ])("%s is rejected", async (host) => {
    expect(await get(service.url, host)).toBe(403);
  });

  it("is checked by the simulator, too", async () => {
    const simulator = await startSimulator();
    expect(await get(simulator.url, "evil.example")).toBe(403);
    expect(await get(simulator.url, "localhost")).toBe(200);
    await simulator.close();
  });

  it("may have further names", async () => {
    const other = await start({ allowedHosts: ["my.example", "b.example:81"] });
    const hosts = ["my.example", "MY.example:9", "b.example:81", "b.example:82", "c.example"];
    const statuses = await Promise.all(hosts.map((host) => get(other.url, host)));
    expect(statuses).toEqual([200, 200, 200, 403, 403]);
    await other.close();
  });

  it("is any name if other machines can reach the server", async () => {
    const open = await start({ host: "0.0.0.0" });
    expect(await get(open.url, "my.example")).toBe(200);
    await open.close();
  });
});

describe("a POST of a page", () => {
  const post = (url: string, origin: string | undefined, type: string | undefined) => {
    const body = type === "text/xml" ? QUOTE : "symbol=ACME&count=1";
    const headers = [
      ...(origin === undefined ? [] : [`Origin: ${origin}`]),
      ...(type === undefined ? [] : [`Content-Type: ${type}`]),
      `Content-Length: ${body.length}`,
      "Connection: close",
    ];
    return exchange(url, ["POST", ...headers], body).then(statusOf);
  };

  it.each([
    "application/x-www-form-urlencoded",
    "Text/Plain; charset=utf-8",
    "multipart/form-data; boundary=x",
    undefined,
  ])("of another origin is rejected with the type %s", async (type) => {
    calls = 0;
    for (const origin of ["http://evil.example", "null", "http://localhost:1", "x"]) {
      expect(await post(service.url, origin, type)).toBe(403);
    }
    expect(calls).toBe(0);
    expect(await post(service.url, undefined, type)).not.toBe(403);
    expect(await post(service.url, new URL(service.url).origin, type)).not.toBe(403);
  });

  it("needs the permission of a preflight for XML", async () => {
    expect(await post(service.url, "http://evil.example", "text/xml")).not.toBe(403);
  });

  it("is accepted if the page may call the service", async () => {
    const origin = "http://localhost:5173";
    const other = await start({ cors: origin });
    const form = "application/x-www-form-urlencoded";
    expect(await post(other.url, origin, form)).not.toBe(403);
    expect(await post(other.url, "http://evil.example", form)).toBe(403);
    await other.close();
  });
});
