import { describe, expect, test, vi } from "vitest";
import { httpTransport } from "../../../src/http/node/node-transport.js";
import type { HttpRequest } from "../../../src/http/transport.js";
import { type Loopback, listen, received, rejection, serveRaw, textOf } from "../loopback.js";

const transport = httpTransport({ expectContinue: 5 });
const request = (url: string, body: HttpRequest["body"] = "<ask/>") =>
  ({ url, method: "POST", headers: {}, ...(body && { body }) }) as const;

async function post(url: string, body?: HttpRequest["body"]): Promise<[number, string]> {
  const response = await transport(request(url, body));
  return [response.status, await textOf(response.body)];
}

/** The data of the connection, piece by piece: the head, and then the body if it was sent. */
async function server(responses: readonly string[]): Promise<Loopback & { pieces: string[] }> {
  const pieces: string[] = [];
  const loopback = await serveRaw((socket, chunk) => {
    pieces.push(chunk);
    const piece = responses[pieces.length - 1];
    if (piece !== undefined) socket.write(piece);
  });
  return { ...loopback, pieces };
}

const CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n";
const OK = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nread";

describe("a body that is announced", () => {
  test("is sent when the server wants it, and the connection serves on", async () => {
    const { url, pieces, connections } = await server([CONTINUE, OK, CONTINUE, OK]);
    for (let call = 0; call < 2; call++) expect(await post(url)).toEqual([200, "read"]);
    expect(pieces[0]).toMatch(/^POST .*\r\nContent-Length: 6\r\n.*\r\n\r\n$/s);
    expect(pieces[0]).toContain("\r\nExpect: 100-continue\r\n");
    expect(pieces[1]).toBe("<ask/>");
    expect(connections()).toBe(1);
  });

  test("is sent after a second to a server that keeps silent", async () => {
    const { url, pieces } = await server(["", OK]);
    const started = performance.now();
    expect(await post(url)).toEqual([200, "read"]);
    expect(performance.now() - started).toBeGreaterThan(900);
    expect(pieces[1]).toBe("<ask/>");
  });

  test("is not sent if the response has arrived already", async () => {
    const { url, pieces, open } = await server([
      "HTTP/1.1 401 Unauthorized\r\nContent-Length: 2\r\n\r\nno",
    ]);
    expect(await post(url)).toEqual([401, "no"]);
    await expect.poll(open).toBe(0);
    expect(pieces).toHaveLength(1);
  });

  test("is sent without a 100 if the server does not know Expect", async () => {
    const seen: (string | undefined)[] = [];
    const { createServer } = await import("node:http");
    const http = createServer(async (request, response) => {
      seen.push(request.headers.expect);
      response.end(await received(request));
    });
    http.on("checkExpectation", (request, response) => {
      seen.push(request.headers.expect);
      response.writeHead(417).end();
    });
    // Node sends 100-continue unless there is a listener.
    http.on("checkContinue", (...exchange) => http.emit("checkExpectation", ...exchange));
    const { url } = await listen(http);
    for (let call = 0; call < 2; call++) expect(await post(url)).toEqual([200, "<ask/>"]);
    expect(seen).toEqual(["100-continue", undefined, undefined]);
  });

  test("may be chunks, which are pulled on demand", async () => {
    let sent = "";
    const { url } = await serveRaw((socket, chunk, index) => {
      sent += chunk;
      if (index === 0) socket.write(CONTINUE);
      if (sent.endsWith("0\r\n\r\n")) socket.write(OK);
    });
    async function* chunks() {
      expect(sent).toContain("Expect: 100-continue");
      yield Buffer.from("<ask/>");
    }
    expect(await post(url, chunks())).toEqual([200, "read"]);
    expect(sent).toContain("\r\n\r\n6\r\n<ask/>\r\n0\r\n\r\n");
  });

  test("is a large one: smaller ones are just sent", async () => {
    const { url, pieces } = await server([OK, OK]);
    await post(url, "<a/>");
    expect(pieces.join("")).not.toContain("Expect");
  });

  test("ends with the caller's signal while the server keeps silent", async () => {
    const { url, pieces } = await server([""]);
    const controller = new AbortController();
    const reason = new Error("enough");
    const call = rejection(transport({ ...request(url), signal: controller.signal }));
    await vi.waitFor(() => expect(pieces).toHaveLength(1));
    controller.abort(reason);
    expect(await call).toBe(reason);
    expect(pieces).toHaveLength(1);
  });
});
