/** What a transport reports about the delivery of a request without a response, against servers that count what arrives. */
import { expect, test } from "vitest";
import { ConnectionError, type Delivery } from "../../../src/errors/delivery.js";
import { httpTransport } from "../../../src/http/node/node-transport.js";
import type { HttpRequest } from "../../../src/http/transport.js";
import { closedPort, rejection, serve, serveRaw, textOf } from "../loopback.js";

const OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

/** A request, and the deliveries that the transport reports for it. */
function observed(url: string, more: Partial<HttpRequest> = {}) {
  const deliveries: Delivery[] = [];
  const request: HttpRequest = {
    url,
    method: "POST",
    headers: {},
    body: "<a/>",
    ...more,
    onDelivery: (delivery) => deliveries.push(delivery),
  };
  return { request, deliveries };
}

/** Responds to the first request of the first connection; all others are read and their connection is closed. */
async function breakingServer() {
  const bodies: string[] = [];
  const server = await serveRaw((socket, chunk) => {
    bodies.push(chunk.slice(chunk.indexOf("\r\n\r\n") + 4));
    if (bodies.length === 1) socket.write(OK);
    else socket.destroy();
  });
  return { url: server.url, bodies };
}

test.each([
  ["a POST", {}],
  ["a GET, which may have effects", { method: "GET" }],
  ["a streamed body", { body: chunks(), repeatable: true }],
] as const)(
  "a request that arrived without a response is not sent again: %s",
  async (_name, more) => {
    const { url, bodies } = await breakingServer();
    const transport = httpTransport();
    await textOf((await transport(observed(url).request)).body);
    const { request, deliveries } = observed(url, more);
    expect(await rejection(transport(request))).toMatchObject({
      code: "CONNECTION",
      delivery: "unknown",
    });
    expect(deliveries).toEqual(["not-sent", "unknown"]);
    expect(bodies).toHaveLength(2);
  },
);

async function* chunks() {
  yield Buffer.from("<a/>");
}

test.each([[undefined], [chunks]])(
  "a connection that was closed while idle is replaced before a byte is sent",
  async (streamed) => {
    const seen: string[] = [];
    let connections = 0;
    // It closes each connection after its response without announcing it, as a server does that restarts.
    const server = await serve((request, response) => {
      connections++;
      request.on("data", (chunk) => seen.push(String(chunk)));
      request.on("end", () => response.end("ok", () => request.socket.end()));
    });
    const transport = httpTransport();
    for (let call = 0; call < 5; call++) {
      const { request } = observed(server.url, { body: streamed?.() ?? "<a/>" });
      expect(await textOf((await transport(request)).body)).toBe("ok");
      // The end of the connection arrives, but the event loop does not process it.
      await Promise.resolve();
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 30);
    }
    expect(seen).toEqual(Array(5).fill("<a/>"));
    expect(connections).toBe(5);
  },
);

test.each([
  ["a port without a server", async () => `http://${await closedPort()}/`],
  ["a server without TLS", async () => (await serve(() => {})).url.replace("http:", "https:")],
])("nothing is sent to %s", async (_name, url) => {
  const { request, deliveries } = observed(await url());
  const error = await rejection(httpTransport()(request));
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).toMatchObject({ delivery: "not-sent" });
  expect(deliveries).toEqual(["not-sent"]);
});

test("a request that waits for a connection has not been sent", async () => {
  const server = await serve(() => {});
  const transport = httpTransport({ maxSockets: 1 });
  const first = new AbortController();
  const second = new AbortController();
  const sent = observed(server.url, { signal: first.signal });
  const waiting = observed(server.url, { signal: second.signal });
  const ends = [rejection(transport(sent.request)), rejection(transport(waiting.request))];
  await expect.poll(() => sent.deliveries).toEqual(["not-sent", "unknown"]);
  second.abort("enough");
  await ends[1];
  first.abort("enough");
  await ends[0];
  expect(waiting.deliveries).toEqual(["not-sent"]);
});

test.each([
  ["", "HTTP/1.1 101 Switching Protocols\r\n\r\n"],
  [
    " with an Upgrade header",
    "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
  ],
])("status 101%s ends the exchange at once", async (_name, head) => {
  const server = await serveRaw((socket) => socket.write(head));
  const { request } = observed(server.url);
  expect(await rejection(httpTransport()(request))).toMatchObject({
    message: `${server.host} switched to another protocol (status 101), which was not requested; check the endpoint and its proxies.`,
    delivery: "unknown",
  });
  await expect.poll(server.open).toBe(0);
});

test.each(["Content-Length", "host", "Transfer-Encoding"])("%s is rejected", async (name) => {
  const { url, bodies } = await breakingServer();
  const { request } = observed(url, { headers: { [name]: "3" } });
  expect(await rejection(httpTransport()(request))).toMatchObject({
    message: `Nothing was sent: the header "${name}" is set by the transport; remove it from the headers of the request.`,
    delivery: "not-sent",
  });
  expect(bodies).toEqual([]);
});
