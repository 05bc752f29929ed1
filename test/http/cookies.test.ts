import { afterEach, expect, test, vi } from "vitest";
import { cookies } from "../../src/http/cookies.js";
import { fetchTransport } from "../../src/http/fetch/fetch-transport.js";
import { httpHeaders } from "../../src/http/headers.js";
import { httpTransport } from "../../src/http/node/node-transport.js";
import type { Transport } from "../../src/http/transport.js";
import { serve, textOf } from "./loopback.js";

afterEach(() => {
  vi.useRealTimers();
});

/** A transport that records the Cookie header of each request and returns the given Set-Cookie headers. */
function recording(responses: readonly (readonly string[])[]) {
  const sent: (string | undefined)[] = [];
  const transport: Transport = async ({ headers }) => {
    const setCookie = responses[sent.length] ?? [];
    sent.push(headers.Cookie ?? headers.cookie);
    return { status: 200, headers: httpHeaders({ "set-cookie": setCookie }), body: nothing() };
  };
  return { sent, transport: cookies(transport) };
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

const SECURE = "https://api.example/API/API.asmx";

test.each<[string, { given: string[]; urls: string[]; want: (string | undefined)[] }]>([
  ["come back", { given: ["a=1; path=/; HttpOnly"], urls: [SECURE, SECURE], want: ["a=1", "a=1"] }],
  ["come back together", { given: ["a=1", "b=2"], urls: [SECURE], want: ["a=1; b=2"] }],
  ["without an equals sign", { given: ["a"], urls: [SECURE], want: [undefined] }],
  ["that are expired", { given: ["a=1; Max-Age=0"], urls: [SECURE], want: [undefined] }],
  [
    "with a path stay under it",
    {
      given: ["a=1; path=/API"],
      urls: [SECURE, "https://api.example/other", "https://api.example/API/x"],
      want: ["a=1", undefined, "a=1"],
    },
  ],
  [
    "that are Secure stay off http:",
    {
      given: ["a=1; path=/; Secure", "b=2; path=/"],
      urls: ["http://api.example/", SECURE],
      want: ["b=2", "a=1; b=2"],
    },
  ],
  [
    "stay with their host",
    { given: ["a=1; path=/"], urls: ["https://b.example/"], want: [undefined] },
  ],
  [
    "for a domain go to its hosts",
    {
      given: ["a=1; path=/; domain=api.example"],
      urls: ["https://eu.api.example/", "https://b.example/"],
      want: ["a=1", undefined],
    },
  ],
  [
    "for another domain are dropped",
    {
      given: ["a=1; domain=b.example"],
      urls: ["https://b.example/", SECURE],
      want: [undefined, undefined],
    },
  ],
])("cookies %s", async (_what, { given, urls, want }) => {
  const { sent, transport } = recording([given]);
  await transport({ url: SECURE, method: "POST", headers: {} });
  for (const url of urls) await transport({ url, method: "POST", headers: {} });
  expect(sent).toEqual([undefined, ...want]);
});

test("the cookie of a new session replaces the old one", async () => {
  const session = (id: string) => [`ASP.NET_SessionId=${id}; path=/; HttpOnly; SameSite=Lax`];
  const { sent, transport } = recording([session("old"), [], session("new")]);
  for (let call = 0; call < 4; call++)
    await transport({ url: SECURE, method: "POST", headers: {} });
  expect(sent).toEqual([
    undefined,
    "ASP.NET_SessionId=old",
    "ASP.NET_SessionId=old",
    "ASP.NET_SessionId=new",
  ]);
});

test("a cookie expires by its Max-Age, counted from its arrival", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const { sent, transport } = recording([["a=1; Max-Age=60"]]);
  const call = () => transport({ url: SECURE, method: "POST", headers: {} });
  await call();
  vi.advanceTimersByTime(40_000);
  await call();
  vi.advanceTimersByTime(40_000);
  await call();
  expect(sent).toEqual([undefined, "a=1", undefined]);
});

test("a Cookie header of the caller's stays", async () => {
  const { sent, transport } = recording([["a=1"]]);
  await transport({ url: SECURE, method: "POST", headers: {} });
  await transport({ url: SECURE, method: "POST", headers: { cookie: "own=1" } });
  expect(sent).toEqual([undefined, "own=1; a=1"]);
});

test("invalid cookies neither fail a call nor lose valid ones", async () => {
  const odd = ["", ";", "=;=", "a\u0000=b; path=\u0001", "x=1; domain=..", "y".repeat(10_000)];
  const { sent, transport } = recording([[...odd, "a=1"]]);
  await transport({ url: SECURE, method: "POST", headers: {} });
  await transport({ url: "not a URL", method: "POST", headers: {} });
  await transport({ url: SECURE, method: "POST", headers: {} });
  expect(sent[2]).toContain("a=1");
});

test("each wrapped transport has its own", async () => {
  const first = recording([["a=1"]]);
  const second = recording([[]]);
  await first.transport({ url: SECURE, method: "POST", headers: {} });
  await second.transport({ url: SECURE, method: "POST", headers: {} });
  await second.transport({ url: SECURE, method: "POST", headers: {} });
  expect(second.sent).toEqual([undefined, undefined]);
});

test.each([
  ["httpTransport", httpTransport()],
  ["fetchTransport", fetchTransport()],
])("a session over %s on 127.0.0.1 and localhost", async (_name, inner) => {
  const server = await serve((request, response) => {
    response.setHeader("Set-Cookie", "ASP.NET_SessionId=abc; path=/; HttpOnly; SameSite=Lax");
    response.end(request.headers.cookie ?? "none");
  });
  const transport = cookies(inner);
  const call = async (url: string) =>
    textOf((await transport({ url, method: "POST", headers: {}, body: "<a/>" })).body);
  const local = server.url.replace("127.0.0.1", "localhost");
  const responses: string[] = [];
  for (const url of [server.url, server.url, local, local]) responses.push(await call(url));
  expect(responses).toEqual(["none", "ASP.NET_SessionId=abc", "none", "ASP.NET_SessionId=abc"]);
});
