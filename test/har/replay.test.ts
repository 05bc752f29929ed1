import { describe, expect, it, test } from "vitest";
import { operations } from "../../src/generated/index.js";
import { httpHeaders } from "../../src/http/headers.js";
import { createRescueClient } from "../../src/index.js";
import { startSimulator } from "../../src/simulator/index.js";
import {
  ConnectionError,
  cookies,
  type Har,
  type HarEntry,
  type HttpRequest,
  type HttpResponse,
  harText,
  httpTransport,
  type Operation,
  ReplayError,
  record,
  replay,
  SoapClient,
  type Transport,
} from "../../src/soap/index.js";
import { rejection, serve, textOf } from "../http/loopback.js";
import { store } from "../mime/operations.js";

const ALL = { operations: Object.values<Operation>(operations) };

test.each(["soap12", "soap11", "post", "get"] as const)(
  "calls over %s are replayed from a recording, with another password and without the service",
  async (protocol) => {
    const simulator = await startSimulator();
    const entries: HarEntry[] = [];
    const calls = async (transport: Transport, password: string) => {
      const auth = { email: "tech@example.com", password };
      const options = { endpoint: simulator.url, auth, protocol, throttle: false } as const;
      const rescue = createRescueClient({ ...options, transport: cookies(transport) });
      return [await rescue.generateEmailText({ iPINCode: 123456 }), await rescue.getAccount()];
    };
    const sink = (entry: HarEntry) => entries.push(entry);
    const seen = await calls(record(httpTransport(), sink, ALL), "secret");
    await simulator.close();
    const har: Har = JSON.parse(harText(entries));
    expect(await calls(replay(har, ALL), "another")).toEqual(seen);
    expect(seen[0]).toMatchObject({ status: "OK" });
  },
);

interface Asked extends Partial<HttpRequest> {
  action?: string;
}

const request = ({ action = "urn:t/ask", ...more }: Asked = {}): HttpRequest => ({
  url: "http://h/API.asmx",
  method: "POST",
  headers: { "Content-Type": "text/xml", SOAPAction: `"${action}"` },
  body: "<ask>1</ask>",
  ...more,
});

/** A recording of requests whose responses are their numbers. */
async function recordingOf(requests: readonly HttpRequest[], maxBody?: number) {
  const entries: HarEntry[] = [];
  let count = 0;
  const counting: Transport = async () => ({
    status: 200,
    headers: httpHeaders({ "content-type": "text/plain" }),
    body: bytes(`response ${++count}`),
  });
  const options = maxBody === undefined ? {} : { maxBody };
  const transport = record(counting, (entry) => entries.push(entry), options);
  for (const each of requests) await textOf((await transport(each)).body);
  return entries;
}

async function* bytes(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

const readText = async (response: Promise<HttpResponse>) => textOf((await response).body);

describe("a request that was recorded", () => {
  it("more than once gets its responses in their order", async () => {
    const asked = [request(), request({ body: "<ask>2</ask>" }), request()];
    const transport = replay(await recordingOf(asked));
    expect(await readText(transport(request()))).toBe("response 1");
    expect(await readText(transport(request()))).toBe("response 3");
    expect(await readText(transport(request({ body: "<ask>2</ask>" })))).toBe("response 2");
    expect(await rejection(transport(request()))).toEqual(
      new ReplayError(
        "NOT_RECORDED",
        "POST http://h/API.asmx (urn:t/ask) was sent more often than it was recorded, which is 2 times.",
      ),
    );
  });

  it.each<[string, Asked, Asked]>([
    [
      "another password",
      { body: "<sPassword>a</sPassword>" },
      { body: "<sPassword>b</sPassword>" },
    ],
    [
      "another code in the address",
      { url: "http://h/?authcode=a" },
      { url: "http://h/?authcode=b" },
    ],
    ["other headers", { headers: { SOAPAction: "x", A: "1" } }, { headers: { soapaction: '"x"' } }],
    [
      "another Header of its envelope",
      { body: "<e:Envelope><e:Header><id>1</id></e:Header><e:Body>1</e:Body></e:Envelope>" },
      { body: "<e:Envelope><e:Header><id>2</id></e:Header><e:Body>1</e:Body></e:Envelope>" },
    ],
    [
      "other names of its parts",
      {
        headers: { "Content-Type": 'multipart/related; boundary="b1"' },
        body: "--b1\r\nContent-ID: <c1>\r\n\r\n<a href='cid:c1'/>\r\n--b1--",
      },
      {
        headers: { "Content-Type": "multipart/related; boundary=b2" },
        body: "--b2\r\nContent-ID: <c2>\r\n\r\n<a href='cid:c2'/>\r\n--b2--",
      },
    ],
    ["a body in chunks", {}, { body: bytes("<ask>", "1</ask>") }],
  ])("is known with %s", async (_what, recorded, asked) => {
    const transport = replay(await recordingOf([request(recorded)]));
    expect(await readText(transport(request(asked)))).toBe("response 1");
  });

  it("in its first part is known by that", async () => {
    const transport = replay(await recordingOf([request({ body: "<ask>0123456789</ask>" })], 10));
    expect(await readText(transport(request({ body: "<ask>0123456789</ask>" })))).toBe(
      "response 1",
    );
  });

  it("failed, fails again", async () => {
    const entries: HarEntry[] = [];
    const dead: Transport = () => Promise.reject(new ConnectionError("Can't reach h: refused."));
    await rejection(record(dead, (entry) => entries.push(entry))(request()));
    expect(await rejection(replay(entries)(request()))).toEqual(
      new ConnectionError(
        "POST http://h/API.asmx (urn:t/ask) was recorded without a response: Can't reach h: refused.",
      ),
    );
  });

  it("was not recorded completely, explains what is missing", async () => {
    const transport = replay(await recordingOf([request()], 8));
    expect(await rejection(readText(transport(request())))).toEqual(
      new ReplayError(
        "NOT_RECORDED",
        "The response to POST http://h/API.asmx (urn:t/ask) was not recorded completely: 2 more bytes were not recorded.",
      ),
    );
  });

  it("is recorded by another tool, with the secrets in it", async () => {
    const [entry] = await recordingOf([request({ body: "<sPassword>a</sPassword>" })]);
    const text = JSON.stringify([entry]).replace(">***<", ">plain<");
    expect(text).toContain("plain");
    const transport = replay(JSON.parse(text));
    const asked = request({ body: "<sPassword>b</sPassword>" });
    expect(await readText(transport(asked))).toBe("response 1");
  });
});

describe("a request that was not recorded", () => {
  const missing = async (asked: Asked) =>
    String(await rejection(replay(await recordingOf([request()]))(request(asked))));

  it.each<[string, Asked, string]>([
    [
      "another operation",
      { action: "urn:t/tell" },
      "POST http://h/API.asmx (urn:t/tell) is not in",
    ],
    ["another address", { url: "http://h/x" }, "POST http://h/x (urn:t/ask) is not in"],
    ["another method", { method: "GET" }, "GET http://h/API.asmx (urn:t/ask) is not in"],
  ])("for %s lists what is there", async (_what, asked, want) => {
    const message = await missing(asked);
    expect(message).toContain(want);
    expect(message).toContain(
      "the recording; the unused entries are POST http://h/API.asmx (urn:t/ask).",
    );
  });

  it("for another body shows the difference, without a secret", async () => {
    const body = "<ask>2</ask><sPassword>hidden</sPassword>";
    expect(await missing({ body })).toBe(
      'ReplayError: POST http://h/API.asmx (urn:t/ask) was recorded with another body: "<ask>2</ask><sPassword>***</sPasswo" instead of "<ask>1</ask>".',
    );
  });
});

it.each([[{}], [{ log: {} }], [{ log: { entries: [{ request: {} }] } }], [null]])(
  "rejects %j, which is not a HAR file",
  (recording) => {
    expect(() => replay(JSON.parse(JSON.stringify(recording)))).toThrow(
      new ReplayError("NOT_HAR", "The recording is not a HAR file: it has no log with entries."),
    );
  },
);

it("ends with the caller's signal", async () => {
  const reason = new Error("enough");
  const asked = request({ signal: AbortSignal.abort(reason) });
  expect(await rejection(replay(await recordingOf([request()]))(asked))).toBe(reason);
});

it("reads a response in another encoding than UTF-8", async () => {
  const entries: HarEntry[] = [];
  const xml = '<?xml version="1.0" encoding="iso-8859-1"?><a>ä</a>';
  const latin: Transport = async () => ({
    status: 200,
    headers: httpHeaders({ "content-type": "text/xml; charset=iso-8859-1" }),
    body: (async function* () {
      yield Buffer.from(xml, "latin1");
    })(),
  });
  await textOf((await record(latin, (entry) => entries.push(entry))(request())).body);
  expect(entries[0]?.response.content.text).toBe(xml);
  const chunks: Uint8Array[] = [];
  for await (const chunk of (await replay(entries)(request())).body) chunks.push(chunk);
  expect(Buffer.concat(chunks).toString()).toBe(`\ufeff${xml}`);
});

test("packages are replayed, although the names of their parts differ", async () => {
  const bytes = Uint8Array.from({ length: 2_000 }, (_, index) => index % 256);
  // It returns the request, in the element of the response.
  const server = await serve(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks)
      .toString("latin1")
      .replace(/(<\/?)store\b/g, "$1storeResponse");
    const type = request.headers["content-type"]?.replace(/; action="[^"]*"/, "") ?? "";
    response.writeHead(200, { "Content-Type": type }).end(Buffer.from(text, "latin1"));
  });
  const entries: HarEntry[] = [];
  const call = (transport: Transport) =>
    new SoapClient({ endpoint: server.url, mtom: true, transport }).call(store, {
      name: "scan",
      data: bytes,
    });
  const seen = await call(record(httpTransport(), (entry) => entries.push(entry)));
  expect(seen).toEqual({ name: "scan", data: bytes });
  expect(await call(replay(JSON.parse(harText(entries))))).toEqual(seen);
});
