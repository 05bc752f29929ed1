import { execFile, execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ConnectionError } from "../../../src/errors/delivery.js";
import { httpTransport } from "../../../src/http/node/node-transport.js";
import type { Transport } from "../../../src/http/transport.js";
import {
  closedPort,
  type Loopback,
  listen,
  received,
  rejection,
  serve,
  serveRaw,
  textOf,
} from "../loopback.js";

const post = async (transport: Transport, url: string, body = "<a/>") => {
  const response = await transport({ url, method: "POST", headers: {}, body });
  return { status: response.status, text: await textOf(response.body) };
};

const ok = (body: string) => `HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n${body}`;

const PROXY_VARIABLES = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"];

beforeEach(() => {
  for (const name of PROXY_VARIABLES) {
    vi.stubEnv(name, undefined);
    vi.stubEnv(name.toLowerCase(), undefined);
  }
});

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("connections", () => {
  test("one serves all calls that follow each other, compressed or not", async () => {
    const server = await serve(async (request, response) => {
      const body = await received(request);
      if (body === "gzip")
        response.writeHead(200, { "Content-Encoding": "gzip" }).end(gzipSync(body));
      else response.end(body);
    });
    const transport = httpTransport();
    for (const body of ["a", "gzip", "b", "", "c"]) {
      expect(await post(transport, server.url, body)).toEqual({ status: 200, text: body });
    }
    expect(server.connections()).toBe(1);
  });

  test("are shared by the addresses of an origin", async () => {
    const server = await serve((request, response) => response.end(request.url));
    const transport = httpTransport();
    expect((await post(transport, `${server.url}a?b=1`)).text).toBe("/a?b=1");
    expect((await post(transport, `${server.url}c`)).text).toBe("/c");
    expect(server.connections()).toBe(1);
  });

  test("are as many as maxSockets allows, and further calls wait", async () => {
    const server = await serve((_request, response) => setTimeout(() => response.end("x"), 20));
    const transport = httpTransport({ maxSockets: 2 });
    await Promise.all(Array.from({ length: 6 }, () => post(transport, server.url)));
    expect(server.connections()).toBe(2);
  });

  test("a call that waits for one is aborted at once", async () => {
    const server = await serve(() => {});
    const transport = httpTransport({ maxSockets: 1 });
    const controller = new AbortController();
    const first = transport({
      url: server.url,
      method: "GET",
      headers: {},
      signal: controller.signal,
    });
    const reason = new Error("enough");
    const signal = AbortSignal.any([AbortSignal.timeout(10_000), controller.signal]);
    const second = transport({ url: server.url, method: "GET", headers: {}, signal });
    setTimeout(() => controller.abort(reason), 20);
    expect(await Promise.all([rejection(first), rejection(second)])).toEqual([reason, reason]);
  });

  test("calls to two servers at once each reach theirs", async () => {
    const servers = await Promise.all(
      ["a", "b", "c"].map((name) => serve((_request, response) => response.end(name))),
    );
    const transport = httpTransport();
    const responses = await Promise.all(servers.map(({ url }) => post(transport, url)));
    expect(responses.map(({ text }) => text)).toEqual(["a", "b", "c"]);
  });

  test("idle ones don't keep the process from ending", async () => {
    const server = await serve((_request, response) => response.end("done"));
    const script = `
      const { httpTransport } = await import(${JSON.stringify(new URL("../../../src/http/node/node-transport.ts", import.meta.url).href)});
      const response = await httpTransport()({ url: ${JSON.stringify(server.url)}, method: "GET", headers: {} });
      for await (const chunk of response.body) process.stdout.write(chunk);
      const responded = performance.now();
      process.on("exit", () => console.log(performance.now() - responded < 1000 ? " at once" : " late"));`;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--import", "tsx", "--input-type=module", "--eval", script],
      { timeout: 20_000 },
    );
    expect(stdout).toBe("done at once\n");
  }, 30_000);
});

describe("a used connection that breaks", () => {
  /** Responds to the first request of each connection, and does `next` with what follows on the first one. */
  const breaking = async (
    next: (socket: Parameters<Parameters<typeof serveRaw>[0]>[0]) => void,
  ) => {
    const seen: string[] = [];
    const server: Loopback = await serveRaw((socket, chunk, index) => {
      seen.push(chunk.slice(chunk.indexOf("\r\n\r\n") + 4));
      if (index === 0) socket.write(ok("fine"));
      else next(socket);
    });
    return { server, seen };
  };

  test("after a repeatable request was sent: it is sent again on a new one", async () => {
    const { server, seen } = await breaking((socket) => socket.destroy());
    const transport = httpTransport();
    await post(transport, server.url, "one");
    const again = { url: server.url, method: "POST", headers: {}, repeatable: true } as const;
    expect(await textOf((await transport({ ...again, body: "two" })).body)).toBe("fine");
    expect(seen).toEqual(["one", "two", "two"]);
    expect(server.connections()).toBe(2);
  });

  test("after the first byte of a response is an error, since the server processed the request", async () => {
    const { server, seen } = await breaking((socket) => socket.end("HTTP/1.1 20"));
    const transport = httpTransport();
    await post(transport, server.url, "one");
    expect(await rejection(post(transport, server.url, "two"))).toBeInstanceOf(ConnectionError);
    expect(seen).toEqual(["one", "two"]);
  });

  test("a second later is an error, because it is not an idle timeout", async () => {
    const { server, seen } = await breaking((socket) => setTimeout(() => socket.destroy(), 1_100));
    const transport = httpTransport();
    await post(transport, server.url, "one");
    expect(await rejection(post(transport, server.url, "two"))).toBeInstanceOf(ConnectionError);
    expect(seen).toEqual(["one", "two"]);
  });

  test("is not repeated on a new one: it is an error there", async () => {
    const server = await serveRaw((socket) => socket.destroy());
    expect(await rejection(post(httpTransport(), server.url))).toBeInstanceOf(ConnectionError);
    expect(server.connections()).toBe(1);
  });
});

describe("content codings", () => {
  test("br is requested too, unless the request has its own Accept-Encoding", async () => {
    const server = await serve((request, response) =>
      response.end(request.headers["accept-encoding"]),
    );
    const transport = httpTransport();
    expect((await post(transport, server.url)).text).toBe("gzip, deflate, br");
    const headers = { "accept-Encoding": "identity" };
    const response = await transport({ url: server.url, method: "GET", headers });
    expect(await textOf(response.body)).toBe("identity");
  });

  test("a coding that was not requested is an error", async () => {
    const server = await serve((_request, response) =>
      response.writeHead(200, { "Content-Encoding": "compress" }).end("x"),
    );
    expect(await rejection(post(httpTransport(), server.url))).toEqual(
      new ConnectionError(
        `The response of ${server.host} has the content coding "compress", which is not supported and was not requested.`,
      ),
    );
  });

  test.each(["none", "identity", "utf-8", "UTF-8, gzip"])("%s is no coding", async (coding) => {
    const body = coding.endsWith("gzip") ? gzipSync("x") : "x";
    const server = await serve((_request, response) =>
      response.writeHead(200, { "Content-Encoding": coding }).end(body),
    );
    expect(await post(httpTransport(), server.url)).toEqual({ status: 200, text: "x" });
  });

  test("more of them than anybody needs are an error", async () => {
    const server = await serve((_request, response) =>
      response.writeHead(200, { "Content-Encoding": Array(6).fill("gzip") }).end("x"),
    );
    const error = await rejection(post(httpTransport(), server.url));
    expect(String(error)).toContain('the content coding "gzip, gzip, gzip, gzip, gzip, gzip"');
  });

  test("no bytes are an empty body in every coding", async () => {
    const server = await serve((request, response) =>
      response.writeHead(500, { "Content-Encoding": request.url?.slice(1) }).end(),
    );
    for (const coding of ["gzip", "deflate", "br"]) {
      expect(await post(httpTransport(), `${server.url}${coding}`)).toEqual({
        status: 500,
        text: "",
      });
    }
  });
});

describe("a proxy", () => {
  /** Forwards requests, including tunnels, and records them. */
  const startProxy = async (wanted?: string) => {
    const { createServer } = await import("node:http");
    const asked: string[] = [];
    const allowed = (authorization: string | undefined) =>
      wanted === undefined || authorization === `Basic ${btoa(wanted)}`;
    const server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      if (!allowed(request.headers["proxy-authorization"])) {
        response.writeHead(407).end();
        return;
      }
      const { method, headers } = request;
      const onward = httpRequest(request.url ?? "", { method, headers }, (upstream) => {
        response.writeHead(upstream.statusCode ?? 502, upstream.headers);
        upstream.pipe(response);
      });
      request.pipe(onward);
    });
    server.on("connect", (request, socket) => {
      asked.push(`CONNECT ${request.url}`);
      if (!allowed(request.headers["proxy-authorization"])) {
        socket.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
        return;
      }
      const { hostname, port } = new URL(`http://${request.url}`);
      const onward = connect(Number(port), hostname, () => {
        socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
        socket.pipe(onward).pipe(socket);
      });
      onward.on("error", () => socket.destroy());
      socket.on("error", () => onward.destroy());
    });
    return { ...(await listen(server)), asked };
  };

  test("of HTTP_PROXY gets the whole address, over one connection", async () => {
    const proxy = await startProxy("me:p@ss");
    const server = await serve(async (request, response) => response.end(await received(request)));
    vi.stubEnv("HTTP_PROXY", `http://me:p%40ss@${proxy.host}`);
    const transport = httpTransport();
    for (const body of ["one", "two"]) {
      expect(await post(transport, `${server.url}a?b=1`, body)).toEqual({
        status: 200,
        text: body,
      });
    }
    const line = `POST ${server.url}a?b=1`;
    expect(proxy.asked).toEqual([line, line]);
    expect(proxy.connections()).toBe(1);
  });

  test.each(["127.0.0.1", "*", "a.example,127.0.0.1"])("is left out by NO_PROXY=%s", async (no) => {
    const proxy = await startProxy();
    const server = await serve((_request, response) => response.end("direct"));
    vi.stubEnv("http_proxy", proxy.url);
    vi.stubEnv("no_proxy", no);
    expect((await post(httpTransport(), server.url)).text).toBe("direct");
    expect(proxy.asked).toEqual([]);
  });

  test("of HTTPS_PROXY gets CONNECT; its response is not treated as the service's", async () => {
    const proxy = await startProxy("me:pass");
    vi.stubEnv("https_proxy", `http://me:wrong@${proxy.host}`);
    const error = await rejection(post(httpTransport(), "https://api.example/API.asmx"));
    expect(error).toEqual(
      new ConnectionError(
        `The proxy ${proxy.host} rejected the connection to api.example with status 407: it requires a user and a password in its address.`,
        { delivery: "not-sent" },
      ),
    );
    expect(proxy.asked).toEqual(["CONNECT api.example:443"]);
  });

  test("that isn't there is named, without its credentials", async () => {
    const host = await closedPort();
    vi.stubEnv("HTTP_PROXY", `http://me:secret@${host}`);
    expect(await rejection(post(httpTransport(), "http://api.example/"))).toEqual(
      new ConnectionError(
        `Can't reach api.example through the proxy ${host}: the connection was refused, so no server seems to run there.`,
        { delivery: "not-sent" },
      ),
    );
  });

  test.each(["socks5://me:secret@127.0.0.1", "http://me:secret@:x"])(
    "%s is rejected",
    async (url) => {
      vi.stubEnv("HTTP_PROXY", url);
      expect(await rejection(post(httpTransport(), "http://api.example/"))).toEqual(
        new ConnectionError(
          "Can't reach api.example: the proxy in HTTP_PROXY (or ALL_PROXY) has to be an http: or https: URL.",
          { delivery: "not-sent" },
        ),
      );
    },
  );
});

const openssl = spawnSync("openssl", ["version"]).status === 0;

describe.skipIf(!openssl)(`https${openssl ? "" : " (skipped: openssl is not on PATH)"}`, () => {
  const startHttps = async () => {
    const folder = mkdtempSync(join(tmpdir(), "transport-"));
    try {
      const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
      const subject = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"];
      const made = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
      const files = ["-keyout", key, "-out", cert];
      execFileSync("openssl", ["req", ...made, ...subject, ...files], { stdio: "ignore" });
      const secure = { key: readFileSync(key), cert: readFileSync(cert) };
      const server = createHttpsServer(secure, (_request, response) => response.end("secret"));
      return await listen(server);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  test("an untrusted certificate is an error that explains what to do", async () => {
    const { host } = await startHttps();
    expect(await rejection(post(httpTransport(), `https://${host}/`))).toEqual(
      new ConnectionError(
        `Can't trust ${host}: its certificate is self-signed (DEPTH_ZERO_SELF_SIGNED_CERT); to trust it, give its certificate to the transport as tls.ca, or name a file with it in NODE_EXTRA_CA_CERTS.`,
        { delivery: "not-sent" },
      ),
    );
  });

  test("a server without TLS is an error that explains it", async () => {
    const { host } = await serve((_request, response) => response.end());
    const error = await rejection(post(httpTransport(), `https://${host}/`));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(String(error)).toContain(`Can't reach ${host}: it does not support TLS`);
  });

  test("works, over one connection", async () => {
    const server = await startHttps();
    vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
    vi.spyOn(process, "emitWarning").mockImplementation(() => {});
    const transport = httpTransport();
    for (let call = 0; call < 3; call++) {
      expect((await post(transport, `https://${server.host}/`)).text).toBe("secret");
    }
    expect(server.connections()).toBe(1);
    vi.restoreAllMocks();
  });
});
