/** NTLM against Samba, which plays the server's part by its `ntlm_auth`. */
import { expect, it } from "vitest";
import { SecurityError } from "../../../src/errors/errors.js";
import { ntlm } from "../../../src/http/node/ntlm.js";
import type { Transport } from "../../../src/http/transport.js";
import { wireLog } from "../../../src/redaction/wire-log.js";
import { describeWithPeer } from "../../interop/peer.js";
import { received, rejection, serve, textOf } from "../loopback.js";
import { BOB, SAMBA, startServer } from "../samba.js";

async function post(transport: Transport, url: string, body: string) {
  const response = await transport({ url, method: "POST", headers: {}, body });
  return { status: response.status, text: await textOf(response.body) };
}

describeWithPeer(SAMBA, "NTLM", () => {
  it("signs a connection in once, and sends the body once", async () => {
    const server = await startServer();
    const transport = ntlm(BOB);
    expect(await post(transport, server.url, "<a/>")).toEqual({
      status: 200,
      text: "CORP\\bob: <a/>",
    });
    expect((await post(transport, server.url, "<b/>")).text).toBe("CORP\\bob: <b/>");
    expect(server.seen).toEqual(["NTLM ", "NTLM <a/>", "- <b/>"]);
    expect(server.connections()).toBe(1);
  });

  it("signs each of several connections in", async () => {
    const server = await startServer();
    const transport = ntlm(BOB, { maxSockets: 3 });
    const bodies = ["1", "2", "3", "4", "5", "6", "7"];
    const responses = await Promise.all(bodies.map((body) => post(transport, server.url, body)));
    expect(responses.map(({ text }) => text)).toEqual(bodies.map((body) => `CORP\\bob: ${body}`));
    expect(server.connections()).toBe(3);
  });

  it("signs in again when the connection was closed", async () => {
    const server = await startServer();
    const transport = ntlm(BOB);
    await post(transport, server.url, "1");
    server.drop();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await post(transport, server.url, "2")).text).toBe("CORP\\bob: 2");
  });

  it("continues after a response that was not read to its end", async () => {
    const server = await startServer();
    const transport = ntlm(BOB, { maxSockets: 1 });
    const request = { url: server.url, method: "POST", headers: {}, body: "1" } as const;
    const { body } = await transport(request);
    await body[Symbol.asyncIterator]().return?.();
    for await (const _ of (await transport(request)).body) break;
    expect((await post(transport, server.url, "3")).text).toBe("CORP\\bob: 3");
  });

  it("lets a call that waits for a connection be aborted", async () => {
    const server = await startServer();
    const transport = ntlm(BOB, { maxSockets: 1 });
    const request = { url: server.url, method: "POST", headers: {}, body: "1" } as const;
    const { body } = await transport(request);
    const controller = new AbortController();
    const waiting = rejection(transport({ ...request, signal: controller.signal }));
    controller.abort(new Error("enough"));
    expect(await waiting).toEqual(new Error("enough"));
    await textOf(body);
    expect((await post(transport, server.url, "2")).text).toBe("CORP\\bob: 2");
  });

  it("returns the 401 of wrong credentials after one try", async () => {
    const server = await startServer();
    const transport = ntlm({ ...BOB, password: "wrong" });
    expect(await post(transport, server.url, "<a/>")).toMatchObject({ status: 401 });
    expect(server.seen).toEqual(["NTLM ", "NTLM <a/>"]);
  });

  it("shows neither password nor tokens in a wire log", async () => {
    const server = await startServer();
    const log: string[] = [];
    await post(
      wireLog(ntlm(BOB), (text) => log.push(text)),
      server.url,
      "<a/>",
    );
    expect(log.join("")).toContain("HTTP 200");
    expect(log.join("")).not.toMatch(/s3cret|TlRMTVNT/);
  });
});

it("sends the request unchanged to a server without sign-in", async () => {
  const server = await serve(async (request, response) => response.end(await received(request)));
  expect(await post(ntlm(BOB), server.url, "<a/>")).toEqual({ status: 200, text: "<a/>" });
});

it("returns the 401 of a server with other schemes only", async () => {
  const server = await serve((_request, response) =>
    response.writeHead(401, { "WWW-Authenticate": "Negotiate, Basic" }).end(),
  );
  expect((await post(ntlm(BOB), server.url, "<a/>")).status).toBe(401);
});

it("does not fall back to NTLMv1", async () => {
  const challenge = Buffer.alloc(48);
  challenge.write("NTLMSSP\0");
  challenge.writeUInt32LE(2, 8);
  challenge.writeUInt32LE(0x00000201, 20);
  const server = await serve((_request, response) =>
    response.writeHead(401, { "WWW-Authenticate": `NTLM ${challenge.toString("base64")}` }).end(),
  );
  const error = await rejection(post(ntlm(BOB), server.url, "<a/>"));
  expect(error).toBeInstanceOf(SecurityError);
  expect(error).toMatchObject({ code: "ALGORITHM" });
});
