import type { RequestListener } from "node:http";
import { describe, expect, test } from "vitest";
import { createRescueClient } from "../../src/index.js";
import {
  cookies,
  fetchTransport,
  HttpBindingClient,
  type HttpRequest,
  httpTransport,
  type Operation,
  redirects,
  SoapClient,
  type Transport,
} from "../../src/soap/index.js";
import { received, rejection, serve, textOf } from "./loopback.js";

const TRANSPORTS: [string, () => Transport][] = [
  ["httpTransport", () => httpTransport()],
  ["fetchTransport", () => fetchTransport()],
];

/** A server whose paths `/301?to=…` redirect; the others return the request. */
async function redirectingServer() {
  const asked: string[] = [];
  const listener: RequestListener = async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://server");
    const { authorization = "", cookie = "" } = request.headers;
    const line = `${request.method} ${pathname} ${await received(request)}`.trim();
    asked.push([line, authorization, cookie].filter((part) => part !== "").join(", "));
    const status = Number(pathname.slice(1));
    if (status > 0) {
      const to = searchParams.get("to") ?? "";
      response.writeHead(status, { Location: to, "Set-Cookie": `hop=${status}; path=/` });
    }
    response.end("here");
  };
  return { ...(await serve(listener)), asked };
}

const post = (url: string): HttpRequest => ({ url, method: "POST", headers: {}, body: "<a/>" });
const get = (url: string): HttpRequest => ({ url, method: "GET", headers: {} });

describe.each(TRANSPORTS)("redirects over %s", (_name, create) => {
  test.each([307, 308])("a POST is sent on by %i, with its body", async (status) => {
    const server = await redirectingServer();
    const response = await redirects(create(), 3)(post(`${server.url}${status}?to=/new`));
    expect([response.status, await textOf(response.body)]).toEqual([200, "here"]);
    expect(server.asked).toEqual([`POST /${status} <a/>`, "POST /new <a/>"]);
  });

  test.each([301, 302, 303])(
    "a POST is not redirected by %i, and does not become a GET",
    async (status) => {
      const server = await redirectingServer();
      const response = await redirects(create(), 3)(post(`${server.url}${status}?to=/new`));
      expect([response.status, await textOf(response.body)]).toEqual([status, "here"]);
      expect(server.asked).toEqual([`POST /${status} <a/>`]);
    },
  );

  test.each([301, 302, 303, 307, 308])("a GET is sent on by %i", async (status) => {
    const server = await redirectingServer();
    const response = await redirects(create(), 3)(get(`${server.url}${status}?to=new`));
    expect(response.status).toBe(200);
    expect(server.asked).toEqual([`GET /${status}`, "GET /new"]);
  });

  test("nothing is sent to another origin", async () => {
    const [server, other] = [await redirectingServer(), await redirectingServer()];
    const sameHost = other.url.replace("127.0.0.1", "localhost");
    for (const to of [other.url, sameHost, "//127.0.0.1:1/", "ftp://127.0.0.1/", "http://[:"]) {
      const url = `${server.url.replace("//", "//me:pass@")}307?to=${encodeURIComponent(to)}`;
      expect((await redirects(create(), 3)(post(url))).status).toBe(307);
    }
    expect(other.asked).toEqual([]);
  });

  test("a user and password in the address go along within the origin", async () => {
    const server = await redirectingServer();
    const to = encodeURIComponent(`http://you:other@${server.host}/new`);
    await redirects(create(), 3)(post(`http://me:pass@${server.host}/307?to=${to}`));
    const authorization = `Basic ${btoa("me:pass")}`;
    expect(server.asked).toEqual([
      `POST /307 <a/>, ${authorization}`,
      `POST /new <a/>, ${authorization}`,
    ]);
  });

  test("a cookie of the redirect is there at the next address", async () => {
    const server = await redirectingServer();
    await redirects(cookies(create()), 3)(post(`${server.url}307?to=/new`));
    expect(server.asked).toEqual(["POST /307 <a/>", "POST /new <a/>, hop=307"]);
  });

  test("there are no more than the number allowed, and none with 0", async () => {
    const server = await redirectingServer();
    const url = `${server.url}308?to=${encodeURIComponent("/308?to=/308")}`;
    expect((await redirects(create(), 2)(post(url))).status).toBe(308);
    expect(server.asked).toHaveLength(3);
    expect((await redirects(create(), 0)(post(`${server.url}307?to=/new`))).status).toBe(307);
    expect(server.asked).toHaveLength(4);
  });
});

test.each<[string, string, string[]]>([
  ["http://api.example/API", "https://api.example/new", ["https://api.example/new"]],
  ["http://api.example/API", "https://www.api.example/new", []],
  ["http://api.example:8080/API", "https://api.example/new", []],
  ["https://api.example/API", "http://api.example/new", []],
])("from %s to %s", async (url, location, want) => {
  const seen: string[] = [];
  const transport: Transport = async (request) => {
    seen.push(request.url);
    const status = request.url === url ? 307 : 200;
    const headers = { get: (name: string) => (name === "location" ? location : undefined) };
    return { status, headers: { ...headers, setCookie: [] }, body: nothing() };
  };
  await redirects(transport, 3)(post(url));
  expect(seen).toEqual([url, ...want]);
});

async function* nothing(): AsyncGenerator<Uint8Array> {}

const type = { namespace: "urn:t", sequence: [] };
const operation: Operation<object, object> = {
  generator: "test",
  name: "ask",
  soapAction: "urn:t/ask",
  input: { element: "ask", namespace: "urn:t", type },
  output: { element: "askResponse", namespace: "urn:t", type },
};

describe("the error of a redirect that is not followed", () => {
  const location = "https://me:hidden@sso.example/sign-in?ticket=hidden#hidden";
  const hint =
    "it redirects to https://sso.example/sign-in?…, which was not followed; check the endpoint";
  const moved = () =>
    serve((_request, response) => response.writeHead(302, { Location: location }).end("<html>"));

  test("over SOAP", async () => {
    const { url } = await moved();
    const error = await rejection(new SoapClient({ endpoint: url }).call(operation, {}));
    expect(error).toMatchObject({
      code: "HTTP_STATUS",
      status: 302,
      message: `The server responded with status 302; the body is something else instead of a SOAP envelope: ${hint}.`,
    });
  });

  test("over an HTTP binding", async () => {
    const { url } = await moved();
    const client = new HttpBindingClient({ endpoint: url, protocol: "http-post" });
    const error = await rejection(client.call({ ...operation, input: { parts: [] } }, {}));
    expect(error).toMatchObject({ message: `The server responded with status 302: ${hint}` });
  });

  test("over a text page", async () => {
    const { url } = await moved();
    const rescue = createRescueClient({
      endpoint: url,
      auth: { authCode: "k3v0q7" },
      protocol: "post",
    });
    expect(await rejection(rescue.getAccount())).toMatchObject({
      message: `getAccount.aspx returned HTTP status 302: ${hint}.`,
    });
  });

  test("and the clients follow others as their option allows", async () => {
    const server = await redirectingServer();
    const endpoint = `${server.url}307?to=/new`;
    await rejection(new SoapClient({ endpoint }).call(operation, {}));
    await rejection(new SoapClient({ endpoint, redirects: 0 }).call(operation, {}));
    const paths = server.asked.map((line) => line.split(" ", 2).join(" "));
    expect(paths).toEqual(["POST /307", "POST /new", "POST /307"]);
  });
});
