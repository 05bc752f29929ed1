/** TLS of the Node transport: given authorities and client certificates, with and without a proxy. */
import { createServer as createHttpServer } from "node:http";
import { createServer, type ServerOptions } from "node:https";
import { connect } from "node:net";
import type { TLSSocket } from "node:tls";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { ConnectionError } from "../../../src/errors/delivery.js";
import { httpTransport } from "../../../src/http/node/node-transport.js";
import type { TlsOptions } from "../../../src/http/node/tls.js";
import { type Authority, type Issued, makeAuthority, OPENSSL, pkcs12 } from "../../certificates.js";
import { describeWithPeer } from "../../interop/peer.js";
import { listen, rejection, textOf } from "../loopback.js";

afterEach(() => {
  vi.unstubAllEnvs();
});

async function responseOf(url: string, tls: TlsOptions): Promise<string> {
  const response = await httpTransport({ tls })({ url, method: "POST", headers: {}, body: "<a/>" });
  return textOf(response.body);
}

describeWithPeer(OPENSSL, "TLS", () => {
  let authority: Authority;
  let service: Issued;
  let client: Issued;
  beforeAll(() => {
    authority = makeAuthority();
    service = authority.issue("service");
    client = authority.issue("client");
  });

  /** A service that returns the name of the client. */
  async function start(options: ServerOptions = {}): Promise<string> {
    const server = createServer({ ...service, ...options }, (request, response) => {
      // What `node:https` has for a socket.
      const { subject } = (request.socket as TLSSocket).getPeerCertificate();
      response.end(subject?.CN ?? "nobody");
    });
    return `https://${(await listen(server)).host}/`;
  }

  const mutual = () => start({ ca: authority.cert, requestCert: true });

  it("trusts the given authority, and without it only those that Node knows", async () => {
    const url = await start();
    expect(await responseOf(url, { ca: authority.cert })).toBe("nobody");
    const other = makeAuthority("Other CA");
    expect(await rejection(responseOf(url, { ca: other.cert }))).toBeInstanceOf(ConnectionError);
    const unknown = await rejection(responseOf(url, {}));
    expect(String(unknown)).toContain("give its certificate to the transport as tls.ca");
  });

  it("shows a client certificate, in PEM or as PKCS #12", async () => {
    const url = await mutual();
    const ca = authority.cert;
    expect(await responseOf(url, { ca, ...client })).toBe("client");
    expect(await responseOf(url, { ca, pfx: pkcs12(client, "open"), passphrase: "open" })).toBe(
      "client",
    );
  });

  it("shows it to the service through a proxy, whose tunnel stays sealed", async () => {
    const seen: string[] = [];
    const proxy = createHttpServer();
    proxy.on("connect", (request, socket) => {
      const { hostname, port } = new URL(`http://${request.url}`);
      const onward = connect(Number(port), hostname, () => {
        socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
        socket.on("data", (chunk) => seen.push(chunk.toString("latin1")));
        socket.pipe(onward).pipe(socket);
      });
      onward.on("error", () => socket.destroy());
    });
    vi.stubEnv("HTTPS_PROXY", (await listen(proxy)).url);
    vi.stubEnv("NO_PROXY", "");
    expect(await responseOf(await mutual(), { ca: authority.cert, ...client })).toBe("client");
    expect(seen.join("")).not.toBe("");
    expect(seen.join("")).not.toContain("<a/>");
  });

  it.each(["TLSv1.2", "TLSv1.3"] as const)(
    "reports a missing client certificate, in %s",
    async (version) => {
      const url = await start({ ca: authority.cert, requestCert: true, maxVersion: version });
      const error = await rejection(responseOf(url, { ca: authority.cert }));
      expect(error).toBeInstanceOf(ConnectionError);
      expect(String(error)).toContain(
        "requires a client certificate (the transport's tls.cert and tls.key, or tls.pfx)",
      );
    },
  );

  it("rejects a certificate for another name, unless the option allows it", async () => {
    const url = (await start()).replace("127.0.0.1", "localhost");
    const ca = authority.cert;
    expect(await responseOf(url, { ca, servername: "localhost" })).toBe("nobody");
    const error = await rejection(responseOf(url, { ca, servername: "elsewhere.example" }));
    expect(String(error)).toContain("its certificate is for another host");
  });

  it("enforces the lowest version", async () => {
    const url = await start({ maxVersion: "TLSv1.2" });
    const ca = authority.cert;
    const error = await rejection(responseOf(url, { ca, minVersion: "TLSv1.3" }));
    expect(String(error)).toContain("it supports no version of TLS that is allowed here");
  });

  it("reports an unreadable key before anything is sent, without its passphrase", async () => {
    const pfx = pkcs12(client, "open");
    const error = await rejection(responseOf(await start(), { pfx, passphrase: "hunter2" }));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(String(error)).toContain("of the transport's tls options can't be used");
    expect(String(error)).not.toContain("hunter2");
  });
});
