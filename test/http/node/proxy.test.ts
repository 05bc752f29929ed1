/** Proxies: the requests that use one, and tinyproxy as an independent proxy. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer as createHttpsServer } from "node:https";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { ConnectionError } from "../../../src/errors/delivery.js";
import { httpTransport } from "../../../src/http/node/node-transport.js";
import { routeTo } from "../../../src/http/node/proxy.js";
import { createRescueClient } from "../../../src/index.js";
import { PASSWORD, startSimulator } from "../../../src/simulator/index.js";
import { makeAuthority, OPENSSL } from "../../certificates.js";
import { describeWithPeer } from "../../interop/peer.js";
import { closedPort, listen, rejection, textOf } from "../loopback.js";

beforeEach(() => {
  for (const name of ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"]) {
    vi.stubEnv(name, undefined);
    vi.stubEnv(name.toLowerCase(), undefined);
  }
});
afterEach(() => {
  vi.unstubAllEnvs();
});

it.each<[noProxy: string, url: string, direct: boolean]>([
  ["api.example", "https://api.example/", true],
  ["api.example", "https://API.example/", true],
  ["api.example", "https://eu.api.example/", false],
  [".example", "https://eu.api.example/", true],
  ["*.example", "https://eu.api.example/", true],
  ["example", "https://api.example/", false],
  ["api.example:443", "https://api.example/", true],
  ["api.example:8443", "https://api.example/", false],
  ["api.example:8443", "https://api.example:8443/", true],
  ["a.example, api.example", "https://api.example/", true],
  ["a.example api.example", "https://api.example/", true],
  ["127.0.0.1", "https://127.0.0.1:8443/", true],
  ["[::1]", "https://[::1]/", true],
  ["*", "https://api.example/", true],
  ["", "https://api.example/", false],
])("NO_PROXY=%s, %s: %s", async (noProxy, url, direct) => {
  vi.stubEnv("HTTPS_PROXY", "http://proxy.example:3128");
  vi.stubEnv("NO_PROXY", noProxy);
  const { proxy } = await routeTo(new URL(url));
  expect(proxy).toBe(direct ? undefined : "proxy.example:3128");
});

it.each<[string, Record<string, string>, string, string | undefined]>([
  ["HTTP_PROXY is not for https", { HTTP_PROXY: "http://a:1" }, "https://x.example/", undefined],
  ["HTTPS_PROXY is not for http", { HTTPS_PROXY: "http://a:1" }, "http://x.example/", undefined],
  ["ALL_PROXY is for both", { ALL_PROXY: "http://a:1" }, "http://x.example/", "a:1"],
  [
    "the lower case wins",
    { HTTPS_PROXY: "http://a:1", https_proxy: "http://b:2" },
    "https://x.example/",
    "b:2",
  ],
  ["it needs no scheme", { HTTPS_PROXY: "a:1" }, "https://x.example/", "a:1"],
])("%s", async (_rule, environment, url, want) => {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  expect((await routeTo(new URL(url))).proxy).toBe(want);
});

it("the option overrides the environment", async () => {
  const url = new URL("http://127.0.0.1/");
  vi.stubEnv("NO_PROXY", "*");
  expect((await routeTo(url, "http://me:secret@option.example:1")).proxy).toBe("option.example:1");
  vi.stubEnv("NO_PROXY", undefined);
  vi.stubEnv("HTTP_PROXY", "http://environment.example:1");
  expect((await routeTo(url, false)).proxy).toBeUndefined();
  const send = httpTransport({ proxy: "me:secret" })({ url: url.href, method: "GET", headers: {} });
  expect(await rejection(send)).toEqual(
    new ConnectionError(
      "Can't reach 127.0.0.1: the proxy in the transport's options has to be an http: or https: URL.",
      { delivery: "not-sent" },
    ),
  );
});

const TINYPROXY = { name: "tinyproxy", probe: ["tinyproxy", "-v"] } as const;

describeWithPeer(TINYPROXY, "through tinyproxy", () => {
  let folder: string;
  let proxy: string;
  let daemon: ChildProcess;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "tinyproxy-"));
    proxy = await closedPort();
    const configuration = [
      `Port ${proxy.split(":")[1]}`,
      "Listen 127.0.0.1",
      "BasicAuth me secret",
      `LogFile "${join(folder, "log")}"`,
      "LogLevel Connect",
    ];
    writeFileSync(join(folder, "configuration"), configuration.join("\n"));
    daemon = spawn("tinyproxy", ["-d", "-c", join(folder, "configuration")], { stdio: "ignore" });
    await vi.waitUntil(() => accepts(proxy), 10_000);
  });
  afterAll(async () => {
    const exited = once(daemon, "exit");
    daemon.kill();
    await exited;
    rmSync(folder, { recursive: true });
  });
  const log = () => readFileSync(join(folder, "log"), "utf8");

  it("an http: service is called, its session's cookies included", async () => {
    const simulator = await startSimulator();
    vi.stubEnv("HTTP_PROXY", `http://me:secret@${proxy}`);
    const auth = { email: "tech@example.com", password: PASSWORD };
    const rescue = createRescueClient({ endpoint: simulator.url, auth });
    expect(await rescue.getAccount()).toMatchObject({ status: "OK" });
    await simulator.close();
    expect(log()).toContain(`POST ${simulator.url}`);
  });

  it("a proxy that requires a password responds instead of an http: service", async () => {
    const simulator = await startSimulator();
    const transport = httpTransport({ proxy: `http://${proxy}` });
    const rescue = createRescueClient({
      endpoint: simulator.url,
      auth: { authCode: "k3v0q7" },
      transport,
    });
    expect(await rejection(rescue.getAccount())).toMatchObject({
      status: 407,
      message: expect.stringContaining("the proxy requires authentication"),
    });
    await simulator.close();
  });

  describeWithPeer(OPENSSL, "an https: service", () => {
    const startService = async () => {
      const authority = makeAuthority();
      const server = createHttpsServer(authority.issue("service"), (request, response) =>
        response.end(`${request.headers["proxy-authorization"]} ${request.url}`),
      );
      return { authority, host: (await listen(server)).host };
    };

    it("is reached by CONNECT, and sees no credentials of the proxy", async () => {
      const { authority, host } = await startService();
      const transport = httpTransport({
        proxy: `http://me:secret@${proxy}`,
        tls: { ca: authority.cert },
      });
      const url = `https://${host}/API`;
      for (let call = 0; call < 2; call++) {
        const response = await transport({ url, method: "POST", headers: {}, body: "<a/>" });
        expect(await textOf(response.body)).toBe("undefined /API");
      }
      expect(log().split(`CONNECT ${host}`)).toHaveLength(2);
    });

    it("is not reached if the proxy rejects the password", async () => {
      const { host } = await startService();
      const transport = httpTransport({ proxy: `http://me:wrong@${proxy}` });
      const call = transport({ url: `https://${host}/`, method: "GET", headers: {} });
      expect(await rejection(call)).toEqual(
        new ConnectionError(
          `The proxy ${proxy} rejected the connection to ${host} with status 401: it requires a user and a password in its address.`,
          { delivery: "not-sent" },
        ),
      );
    });
  });
});

function accepts(host: string): Promise<boolean> {
  const [name, port] = host.split(":");
  return new Promise((resolve) => {
    const socket = connect(Number(port), name);
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}
