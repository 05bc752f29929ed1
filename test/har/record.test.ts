import { readFileSync } from "node:fs";
import { expect, it, test } from "vitest";
import { operations } from "../../src/generated/index.js";
import { httpHeaders } from "../../src/http/headers.js";
import { isReplayable } from "../../src/http/transport.js";
import { createRescueClient } from "../../src/index.js";
import { PASSWORD, startSimulator } from "../../src/simulator/index.js";
import {
  cookies,
  type HarEntry,
  type HttpRequest,
  type HttpResponse,
  harText,
  httpTransport,
  type Operation,
  type RecordOptions,
  record,
  SoapClient,
  type Transport,
} from "../../src/soap/index.js";
import { rejection, serve, textOf } from "../http/loopback.js";
import { harFaults } from "./har-schema.js";

const ALL = { operations: Object.values<Operation>(operations) };

/** Records one exchange, whose response is read to its end. */
async function recorded(
  request: Partial<HttpRequest>,
  returned: { type?: string; body?: Uint8Array | string; headers?: Record<string, string> } = {},
  options: RecordOptions = {},
): Promise<HarEntry> {
  const entries: HarEntry[] = [];
  const { type = "text/xml; charset=utf-8", body = "", headers } = returned;
  const transport: Transport = async ({ body: sent }) => {
    if (!isReplayable(sent)) for await (const _ of sent);
    return {
      status: 200,
      headers: httpHeaders({ "content-type": type, ...headers }),
      body: chunks(typeof body === "string" ? Buffer.from(body) : body),
    };
  };
  const call = { url: "http://h/API.asmx", method: "POST", headers: {}, ...request } as const;
  const response = await record(transport, (entry) => entries.push(entry), options)(call);
  await textOf(response.body);
  const [entry] = entries;
  if (entry === undefined || entries.length !== 1) throw new Error("There is to be one entry.");
  expect(harFaults(JSON.parse(harText(entries)))).toEqual([]);
  return entry;
}

async function* chunks(...pieces: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

test("a recording of calls is a HAR file without the secrets", async () => {
  const simulator = await startSimulator();
  const entries: HarEntry[] = [];
  const transport = cookies(record(httpTransport(), (entry) => entries.push(entry), ALL));
  const auth = { email: "tech@example.com", password: PASSWORD };
  for (const protocol of ["soap12", "soap11", "post", "get"] as const) {
    const options = {
      endpoint: simulator.url,
      auth,
      transport,
      protocol,
      throttle: false,
    } as const;
    const outcome = await createRescueClient(options).requestAuthCode({
      sEmail: auth.email,
      sPassword: auth.password,
    });
    if (outcome.status !== "OK") throw new Error(outcome.status);
    expect(harText(entries)).not.toContain(outcome.sAuthCode);
    await createRescueClient(options).getAccount();
  }
  const [cookie] = simulator.state.sessions;
  await simulator.close();

  const text = harText(entries);
  expect(harFaults(JSON.parse(text))).toEqual([]);
  expect(text).not.toMatch(/(?:"|>|=|:)secret/);
  expect(cookie).toBeDefined();
  expect([...text.matchAll(/SessionId=([^;"]*)/g)].map(([, value]) => value)).toContain("***");
  expect(text).not.toMatch(/SessionId=(?!\*\*\*)/);
  expect(entries.length).toBeGreaterThanOrEqual(12);
  expect(entries[0]).toMatchObject({
    request: {
      method: "POST",
      url: simulator.url,
      postData: { text: expect.stringContaining("<sPassword>***</sPassword>") },
    },
    response: { status: 200, content: { text: expect.stringContaining("<sAuthCode>***") } },
  });
});

test("the file has lines, and names this package", () => {
  const { name, version } = JSON.parse(readFileSync("package.json", "utf8"));
  expect(harText([])).toBe(`{
  "log": {
    "version": "1.2",
    "creator": {
      "name": "${name}",
      "version": "${version}"
    },
    "entries": []
  }
}
`);
});

test("headers, the query and sizes contain no secret, and do not reveal its length", async () => {
  const entry = await recorded(
    {
      url: "http://me:hidden@h/login.aspx?email=a%40b&pwd=hidden",
      headers: { Authorization: "Basic hidden", Cookie: "a=hidden", "X-Plain": "shown" },
      body: "<a><sPassword>hidden</sPassword></a>",
    },
    { headers: { location: "/x?token=hidden", "set-cookie": "a=hidden; path=/", server: "IIS" } },
  );
  expect(JSON.stringify(entry)).not.toContain("hidden");
  const { request, response } = entry;
  expect(request.headers).toContainEqual({ name: "X-Plain", value: "shown" });
  expect(request.queryString).toEqual([
    { name: "email", value: "a@b" },
    { name: "pwd", value: "***" },
  ]);
  expect(request.bodySize).toBe("<a><sPassword>***</sPassword></a>".length);
  expect(response.headers).toContainEqual({ name: "server", value: "IIS" });
  expect(response.redirectURL).toBe("/x?token=***");
});

const MULTIPART = 'multipart/related; type="application/xop+xml"; boundary="the edge"';
const BINARY = [0x89, 0x50, 0x00, 0xff, 0x2d, 0x2d];

function multipart(xml: string, attachment: readonly number[]): Uint8Array {
  return Buffer.concat([
    Buffer.from(
      `--the edge\r\nContent-Type: application/xop+xml;\r\n charset=utf-8\r\nContent-ID: <a@b>\r\n\r\n${xml}\r\n`,
    ),
    Buffer.from("--the edge\r\nContent-Type: image/png\r\n\r\n"),
    Buffer.from(attachment),
    Buffer.from("\r\n--the edge--\r\n"),
  ]);
}

it("records attachments byte for byte, and the envelope beside them without its secrets", async () => {
  const given = multipart("<a>ä<sPassword>hidden</sPassword></a>", BINARY);
  const want = multipart("<a>ä<sPassword>***</sPassword></a>", BINARY);
  const { request, response } = await recorded(
    { headers: { "Content-Type": MULTIPART }, body: given },
    { type: MULTIPART, body: given },
  );
  for (const body of [request.postData, response.content]) {
    expect(body?.encoding).toBe("base64");
    expect(Buffer.from(body?.text ?? "", "base64").equals(want)).toBe(true);
  }
});

it.each([
  ["of no declared type", ""],
  ["declared as XML", "text/xml"],
])("leaves out what is no text, %s", async (_what, type) => {
  const hidden = Buffer.from("<a>hidden</a>", "utf16le");
  const { response } = await recorded({}, { type, body: hidden });
  expect(response.content.text).toBe("[26 bytes, not text]");
  expect(response.content._omitted).toBe(true);
});

it("records an image as it is", async () => {
  const { response } = await recorded({}, { type: "image/png", body: Buffer.from(BINARY) });
  expect(response.content).toMatchObject({ text: "iVAA/y0t", encoding: "base64", size: 6 });
});

it("keeps no more of a body than the limit, in chunks or not, and states that", async () => {
  const body = chunks(Buffer.from("<a>01234"), Buffer.from("56789</a>"));
  const { request, response } = await recorded({ body }, { body: "0123456789" }, { maxBody: 8 });
  expect(request.postData).toMatchObject({ text: "<a>01234", _kept: 8 });
  expect(request.postData?.comment).toBe("9 more bytes were not recorded");
  expect(response.content).toMatchObject({ text: "01234567", size: 10, _kept: 8 });
});

it("records that there was no response, and why", async () => {
  const entries: HarEntry[] = [];
  const dead: Transport = () => Promise.reject(new Error("the connection was refused"));
  const transport = record(dead, (entry) => entries.push(entry));
  await rejection(transport({ url: "http://h/", method: "GET", headers: {} }));
  expect(entries[0]?.response).toMatchObject({ status: 0, _error: "the connection was refused" });
  expect(harFaults(JSON.parse(harText(entries)))).toEqual([]);
});

it("records a response that breaks off or is not read to the end", async () => {
  const entries: HarEntry[] = [];
  const server = await serve((_request, response) => {
    response.writeHead(200, { "Content-Length": 100 }).write("<half");
    setTimeout(() => response.destroy(), 20);
  });
  const transport = record(httpTransport(), (entry) => entries.push(entry));
  const get = (): Promise<HttpResponse> =>
    transport({ url: server.url, method: "GET", headers: {} });
  await rejection(textOf((await get()).body));
  for await (const _ of (await get()).body) break;
  expect(entries.map(({ response }) => [response.content.text, response._error])).toEqual([
    ["<half", expect.stringMatching(/^broken off: The response of .* was cut short/)],
    ["<half", "not read to its end"],
  ]);
});

it("is a transport like any other for the client around it", async () => {
  const entries: HarEntry[] = [];
  const server = await serve((_request, response) => response.writeHead(503).end("<html>busy"));
  const transport = record(httpTransport(), (entry) => entries.push(entry));
  const client = new SoapClient({ endpoint: server.url, transport });
  const error = await rejection(client.call(operations.getAccount, {}));
  expect(error).toMatchObject({ code: "HTTP_STATUS", status: 503 });
  expect(entries[0]?.response.status).toBe(503);
});
