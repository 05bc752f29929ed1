/** Digest authentication: the vectors of RFC 7616 and RFC 2617, a server of our own that curl agrees with, and PHP's clients. */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import type { RequestListener } from "node:http";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { DigestSession } from "../../src/http/digest/authorization.js";
import { digestChallenges } from "../../src/http/digest/challenge.js";
import { digest } from "../../src/http/digest/digest.js";
import { fetchTransport } from "../../src/http/fetch/fetch-transport.js";
import { httpTransport } from "../../src/http/node/node-transport.js";
import type { HttpRequest, RequestBody } from "../../src/http/transport.js";
import { wireLog } from "../../src/redaction/wire-log.js";
import { SoapClient } from "../../src/soap/index.js";
import { echo } from "../client/echo-call.js";
import { closedPort, received, rejection, serve, textOf } from "./loopback.js";

const field = (header: string, name: string) =>
  new RegExp(`\\b${name}="?([^",]*)"?`).exec(header)?.[1];

describe("the examples of the standards", () => {
  const MUFASA = { username: "Mufasa", password: "Circle of Life" };
  const NONCE = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v";
  const CNONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";
  const CHALLENGE = `Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=MD5, nonce="${NONCE}", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS", Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=SHA-256, nonce="${NONCE}", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"`;

  it.each([
    [0, "8ca523f5e9506fed4657c9700eebdbec"],
    [1, "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"],
  ])("RFC 7616 §3.9.1, challenge %i", (index, response) => {
    const challenge = digestChallenges(CHALLENGE)[index] ?? new Map();
    const header = new DigestSession(challenge, MUFASA, CNONCE).authorization({
      method: "GET",
      uri: "/dir/index.html",
      body: "",
    });
    expect(field(header, "response")).toBe(response);
    expect(header).toContain("qop=auth, nc=00000001");
    expect(header).toContain('opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"');
  });

  it("RFC 2617 §3.5", () => {
    const [challenge = new Map()] = digestChallenges(
      'Digest realm="testrealm@host.com", qop="auth,auth-int", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", opaque="5ccc069c403ebaf9f0171e9517f40e41"',
    );
    const credentials = { username: "Mufasa", password: "Circle Of Life" };
    const session = new DigestSession(challenge, credentials, "0a4f113b");
    const covered = { method: "GET", uri: "/dir/index.html", body: "" };
    expect(field(session.authorization(covered), "response")).toBe(
      "6629fae49393a05397450978507c4ef1",
    );
    expect(session.authorization(covered)).toContain("nc=00000002");
  });
});

it.each([
  ["Digest realm=a", [{ realm: "a" }]],
  [
    'Basic realm="x, Digest y=1", digest REALM="\\"q\\"" ,nonce = b',
    [{ realm: '"q"', nonce: "b" }],
  ],
  ["NTLM TlRMTVNTUAAC==, Negotiate, Digest a=1, Digest a=2", [{ a: "1" }, { a: "2" }]],
  ["Digest", [{}]],
  ["", []],
  [", ;; ,Bearer", []],
])("the challenges of %j", (header, expected) => {
  expect(digestChallenges(header).map((each) => Object.fromEntries(each))).toEqual(expected);
});

const USER = { username: 'ädm"in', password: "pä:ss wörd" };
const HASH: Readonly<Record<string, string>> = {
  MD5: "md5",
  "SHA-256": "sha256",
  "SHA-512-256": "sha512-256",
};

interface Rules {
  readonly algorithm?: string;
  readonly qop?: string;
  readonly more?: string;
  /** The requests with one nonce before it expires; default: any number. */
  readonly uses?: number;
  /** Of the credentials that the server knows. */
  readonly password?: string;
}

/** A server that checks the responses, and records the methods, bodies and counts of nonces. */
async function start({ algorithm, qop, more = "", uses = 9, password = USER.password }: Rules) {
  const seen: string[] = [];
  let nonces = 0;
  let used = 0;
  const name = algorithm?.replace("-sess", "") ?? "MD5";
  const hash = (text: string) =>
    createHash(HASH[name] ?? "md5")
      .update(text)
      .digest("hex");
  const listener: RequestListener = async (request, response) => {
    const body = await received(request);
    const header = Buffer.from(request.headers.authorization ?? "", "latin1").toString();
    const get = (each: string) => field(header, each) ?? "";
    seen.push(`${get("nc")}:${body}`);
    const cnonce = get("cnonce");
    const nonce = `n${nonces}`;
    let ha1 = hash(`${USER.username}:re"alm:${password}`);
    if (algorithm?.endsWith("-sess")) ha1 = hash(`${ha1}:${nonce}:${cnonce}`);
    const covered = [
      request.method,
      request.url,
      ...(get("qop") === "auth-int" ? [hash(body)] : []),
    ];
    const proof = qop === undefined ? [] : [get("nc"), cnonce, get("qop")];
    const expected = hash([ha1, nonce, ...proof, hash(covered.join(":"))].join(":"));
    const isRight = get("response") === expected && get("nonce") === nonce;
    used += 1;
    if (isRight && used <= uses) {
      response.end(`hello ${body}`);
      return;
    }
    const stale = isRight ? ", stale=TRUE" : "";
    nonces += 1;
    used = 0;
    const fields = `${algorithm === undefined ? "" : `, algorithm=${algorithm}`}${qop === undefined ? "" : `, qop="${qop}"`}${more}${stale}`;
    response.setHeader("WWW-Authenticate", [
      "NTLM",
      `Digest realm="re\\"alm", nonce="n${nonces}", opaque="o"${fields}`,
    ]);
    response.writeHead(401).end("no");
  };
  return { ...(await serve(listener)), seen };
}

const post = (url: string, body: RequestBody): HttpRequest => ({
  url: `${url}a?b=1`,
  method: "POST",
  headers: {},
  body,
});

async function* chunks(...all: string[]): AsyncGenerator<Uint8Array> {
  for (const each of all) yield Buffer.from(each);
}

const RULES: readonly Rules[] = [
  {},
  { qop: "auth" },
  { algorithm: "MD5", qop: "auth,auth-int" },
  { algorithm: "MD5-sess", qop: "auth" },
  { algorithm: "SHA-256", qop: "auth" },
  { algorithm: "SHA-256-sess", qop: "auth" },
  { algorithm: "SHA-512-256", qop: "auth" },
  { qop: "auth-int" },
  { algorithm: "SHA-256", qop: "auth", more: ", charset=UTF-8, userhash=true" },
  { algorithm: "SHA-256", qop: "auth", more: ", charset=UTF-8" },
];

describe.each([
  ["node:http", httpTransport],
  ["fetch", fetchTransport],
])("over %s", (_name, create) => {
  it.each(RULES)("with %j each body is sent once", async (rules) => {
    const { url, seen } = await start(rules);
    const send = digest(USER, create());
    for (const body of ["ä", "b"]) {
      const response = await send(post(url, body));
      expect([response.status, await textOf(response.body)]).toEqual([200, `hello ${body}`]);
    }
    const isCounted = rules.qop !== undefined;
    expect(seen).toEqual([":", isCounted ? "00000001:ä" : ":ä", isCounted ? "00000002:b" : ":b"]);
  });
});

it("curl gets the same responses of this server", async () => {
  for (const rules of RULES.filter(({ qop, more }) => qop !== "auth-int" && more === undefined)) {
    if (rules.algorithm === "SHA-512-256") continue; // Not every build of curl has it.
    const { url } = await start(rules);
    const user = `${USER.username}:${USER.password}`;
    const args = ["-s", "--digest", "-u", user, "-d", "x", `${url}a?b=1`];
    expect((await promisify(execFile)("curl", args)).stdout).toBe("hello x");
  }
});

it("an expired nonce is replaced, and the body is sent again", async () => {
  const { url, seen } = await start({ qop: "auth", uses: 2 });
  const send = digest(USER, httpTransport());
  for (const body of ["a", "b", "c"]) expect((await send(post(url, body))).status).toBe(200);
  expect(seen).toEqual([":", "00000001:a", "00000002:b", "00000003:c", "00000001:c"]);
});

it("a streamed body asks for its own challenge", async () => {
  const { url, seen } = await start({ qop: "auth" });
  const send = digest(USER, httpTransport());
  for (let call = 0; call < 2; call++) {
    expect((await send(post(url, chunks("a", "b")))).status).toBe(200);
  }
  expect(seen).toEqual([":", "00000001:ab", ":", "00000001:ab"]);
});

it.each([
  [
    { qop: "auth", uses: 0 },
    { code: "CONNECTION", delivery: "not-sent" },
  ],
  [{ qop: "auth-int" }, { code: "UNUSABLE" }],
])("a streamed body that cannot be sent is an error: %j", async (rules, expected) => {
  const { url } = await start(rules);
  const send = digest(USER, httpTransport());
  expect(await rejection(send(post(url, chunks("a"))))).toMatchObject(expected);
});

it("rejected credentials are not tried again", async () => {
  const { url, seen } = await start({ qop: "auth", password: "another" });
  const response = await digest(USER, httpTransport())(post(url, "a"));
  expect([response.status, await textOf(response.body)]).toEqual([401, "no"]);
  expect(seen).toEqual([":", "00000001:a"]);
});

it.each(["SHA-1", "x"])("the algorithm %s is an error", async (algorithm) => {
  const { url } = await start({ algorithm });
  const error = await rejection(digest(USER, httpTransport())(post(url, "a")));
  expect(error).toMatchObject({ code: "ALGORITHM" });
  expect(String(error)).toContain(algorithm);
});

it("a server without authentication gets each body once", async () => {
  const seen: string[] = [];
  const { url } = await serve(async (request, response) => {
    seen.push(await received(request));
    response.end();
  });
  const send = digest(USER, httpTransport());
  await send(post(url, "a"));
  await send(post(url, "b"));
  await digest(USER, httpTransport())({ url, method: "GET", headers: {} });
  expect(seen).toEqual(["", "a", "b", ""]);
});

it("a server that cannot be reached has not got the request", async () => {
  const url = `http://${await closedPort()}/`;
  const error = await rejection(digest(USER, httpTransport())(post(url, "a")));
  expect(error).toMatchObject({ code: "CONNECTION", delivery: "not-sent" });
});

it("the next nonce of a response is used", async () => {
  const seen: unknown[] = [];
  const { url } = await serve((request, response) => {
    const { authorization = "" } = request.headers;
    seen.push([field(authorization, "nonce"), field(authorization, "nc")]);
    if (authorization === "") {
      response.writeHead(401, { "WWW-Authenticate": 'Digest realm="r", nonce="1", qop=auth' });
    } else response.setHeader("Authentication-Info", 'nextnonce="2", qop=auth');
    response.end();
  });
  const send = digest(USER, httpTransport());
  await send(post(url, "a"));
  await send(post(url, "b"));
  expect(seen.slice(1)).toEqual([
    ["1", "00000001"],
    ["2", "00000001"],
  ]);
});

it("a user name with a colon is an error", () => {
  const credentials = { username: "a:b", password: "" };
  expect(() => digest(credentials, httpTransport())).toThrow(/colon/);
});

it("neither logs nor errors show the password or the response", async () => {
  let hash = "";
  const { url } = await serve((request, response) => {
    const { authorization = "" } = request.headers;
    hash = field(authorization, "response") ?? "";
    if (authorization === "") {
      response.writeHead(401, { "WWW-Authenticate": 'Digest realm="r", nonce="1", qop=auth' });
    } else response.writeHead(403, { "Content-Type": "text/plain; charset=utf-8" });
    response.end(`${hash} ${USER.password} ${authorization}`);
  });
  let log = "";
  const transport = digest(
    USER,
    wireLog(httpTransport(), (text) => {
      log += text;
    }),
  );
  const client = new SoapClient({ endpoint: url, transport });
  const error = await rejection(client.call(echo, { text: "x" }));
  expect(error).toMatchObject({ code: "HTTP_STATUS", excerpt: expect.stringMatching(/^\*\*\* /) });
  expect(hash).toMatch(/^[0-9a-f]{32}$/);
  for (const shown of [log, JSON.stringify(error), String(error)]) {
    expect(shown).not.toContain(hash);
    expect(shown).not.toContain(USER.password);
  }
});
