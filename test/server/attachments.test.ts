/** Packages, received and sent by a service. */
import { Agent, request } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { type RunningService, serve } from "../../src/simulator/index.js";
import {
  type Attachment,
  attachment,
  SoapClient,
  type SoapClientOptions,
  SoapFault,
} from "../../src/soap/index.js";
import { rejection } from "../http/loopback.js";
import { store, stream, swa } from "../mime/operations.js";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const sent = (attached: Attachment) => attached.bytes().then(textOf);

let service: RunningService | undefined;
afterEach(() => service?.close());

async function start(options: { mtom?: boolean; maxRequestBytes?: number; profile?: "asmx" } = {}) {
  service = await serve(
    { store, stream, swa },
    {
      ...options,
      handlers: {
        store: ({ name, data, more = [] }) => ({ name: `${name} ${data.length}`, data, more }),
        stream: ({ scan }) => ({ scan }),
        swa: async ({ note, photo, ref }) => ({
          note: `${note} ${(await photo.head()).contentType}`,
          photo: attachment(bytesOf((await sent(photo)).toUpperCase())),
          ...(ref === undefined ? {} : { ref }),
        }),
      },
    },
  );
  return service;
}

/** A client, and the media types of its responses. */
async function calling(client: Partial<SoapClientOptions>, options?: Parameters<typeof start>[0]) {
  const { url } = await start(options);
  const types: string[] = [];
  return {
    url,
    types,
    client: new SoapClient({
      endpoint: url,
      ...client,
      interceptors: [
        (next) => async (call) => {
          const reply = await next(call);
          types.push((reply.headers.get("content-type") ?? "").split(";")[0] ?? "");
          return reply;
        },
      ],
    }),
  };
}

describe.each(["soap11", "soap12"] as const)("over %s", (protocol) => {
  it("binary content is sent and received in parts, or not", async () => {
    const data = bytesOf("x".repeat(1000));
    const request = { name: "n", data, more: [bytesOf("small"), data] };
    for (const [mtom, type] of [
      [true, "multipart/related"],
      [false, protocol === "soap11" ? "text/xml" : "application/soap+xml"],
    ] as const) {
      const { client, types } = await calling({ protocol, mtom });
      expect(await client.call(store, request)).toEqual({ ...request, name: "n 1000" });
      expect(types).toEqual([type]);
      await service?.close();
    }
  });

  it("a streamed attachment is returned while it is sent", async () => {
    const { client } = await calling({ protocol, mtom: true }, { maxRequestBytes: 100_000 });
    const mebibyte = new Uint8Array(1024 * 1024).fill(7);
    async function* five() {
      for (let count = 0; count < 5; count++) yield mebibyte;
    }
    const { scan } = await client.call(stream, { scan: { $value: attachment(five()) } });
    let length = 0;
    for await (const chunk of scan.$value) length += chunk.length;
    expect(length).toBe(5 * mebibyte.length);
  });

  it("attachments go both ways beside the envelope", async () => {
    const { client, types } = await calling({ protocol });
    const photo = attachment(bytesOf("jpeg"), { contentType: "image/jpeg" });
    const response = await client.call(swa, { note: "n", photo, ref: attachment(bytesOf("ref")) });
    expect(response.note).toBe("n image/jpeg");
    expect(await sent(response.photo)).toBe("JPEG");
    expect(response.ref && (await sent(response.ref))).toBe("ref");
    expect(types).toEqual(["multipart/related"]);
  });
});

it("responses use MTOM if the service does, independent of their requests", async () => {
  const { client, types } = await calling({}, { mtom: true });
  const request = { name: "n", data: bytesOf("x".repeat(1000)) };
  expect((await client.call(store, request)).data).toEqual(request.data);
  expect(types).toEqual(["multipart/related"]);
});

it("attachments that the contract does not mention are received and sent", async () => {
  const got: string[] = [];
  service = await serve(
    { store, swa },
    {
      handlers: {
        async store(request, call) {
          for await (const each of call.attachments) {
            got.push(await sent(each));
            call.attach(attachment(bytesOf(got.at(-1)?.toUpperCase() ?? "")));
          }
          return request;
        },
        // Large ones that are not read do not block the others.
        swa: async ({ note, photo }) => ({ note, photo: attachment(await photo.bytes()) }),
      },
    },
  );
  const client = new SoapClient({ endpoint: service.url, mtom: { threshold: 1 } });
  const request = { name: "n", data: bytesOf("data") };
  const back: string[] = [];
  const response = await client.call(store, request, {
    attachments: ["one", "two"].map((text) => attachment(new Blob([text]))),
    onAttachment: async (each) => back.push(await sent(each)),
  });
  expect(response).toEqual(request);
  expect(got).toEqual(["one", "two"]);
  expect(back).toEqual(["ONE", "TWO"]);
  expect(await client.call(store, request)).toEqual(request);

  const boundary = 'multipart/related; type="text/xml"; boundary=b';
  const part = (id: string, content: string) => `\r\n--b\r\nContent-ID: <${id}>\r\n\r\n${content}`;
  const root = `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><swa xmlns="urn:files"><note>n</note><ref>cid:r</ref></swa></s:Body></s:Envelope>`;
  const mixed = await fetch(service.url, {
    method: "POST",
    headers: { "Content-Type": boundary, SOAPAction: '""' },
    body: `--b\r\nContent-Type: text/xml\r\n\r\n${root}${part("photo=1", "p")}${part("r", "r")}${part("x", "x".repeat(1_000_000))}\r\n--b--`,
  });
  expect(await mixed.text()).toContain("<note>n</note>");
});

describe("an invalid package", () => {
  const envelope = (body: string) =>
    `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${body}</s:Body></s:Envelope>`;
  const include = `<store xmlns="urn:files"><name/><data><i:Include xmlns:i="http://www.w3.org/2004/08/xop/include" href="cid:gone"/></data></store>`;
  const plain = `<store xmlns="urn:files"><name>n</name><data>eA==</data></store>`;
  const part = (content: string) =>
    `--b\r\nContent-Type: application/xop+xml; type="text/xml"\r\n\r\n${content}\r\n--b--`;
  const xop = 'multipart/related; type="application/xop+xml"; start-info="text/xml"';

  it.each<[string, { type: string; body: string; reason: RegExp }]>([
    [
      "no boundary",
      { type: xop, body: part(envelope(plain)), reason: /no valid boundary parameter/ },
    ],
    [
      "another boundary",
      {
        type: `${xop}; boundary=c`,
        body: part(envelope(plain)),
        reason: /does not contain the boundary/,
      },
    ],
    [
      "no root",
      {
        type: `${xop}; boundary=b; start="<r>"`,
        body: part(envelope(plain)),
        reason: /The part with the envelope \("r"\) is missing/,
      },
    ],
    [
      "a part that isn't there",
      { type: `${xop}; boundary=b`, body: part(envelope(include)), reason: /no part cid:gone/ },
    ],
    [
      "no end",
      {
        type: `${xop}; boundary=b`,
        body: part(envelope(plain)).slice(0, -5),
        reason: /has no end/,
      },
    ],
    [
      "no attachment",
      {
        type: "text/xml",
        body: envelope(`<swa xmlns="urn:files"><note/></swa>`),
        reason: /it must have photo/,
      },
    ],
    [
      "parts that are too large",
      {
        type: `${xop}; boundary=b`,
        body: `--b\r\nContent-Type: application/xop+xml; type="text/xml"\r\n\r\n${envelope(include)}\r\n--b\r\nContent-ID: <gone>\r\n\r\n${"x".repeat(6000)}\r\n--b--`,
        reason: /longer than 5000 bytes/,
      },
    ],
  ])(
    "%s is a fault of the client, and the connection goes on",
    async (_name, { type, body, reason }) => {
      const { url } = await start({ maxRequestBytes: 5000 });
      const post = (contentType: string, content: string) =>
        fetch(url, {
          method: "POST",
          headers: { "Content-Type": contentType, SOAPAction: '""' },
          body: content,
        });
      const rejected = await post(type, body);
      const text = await rejected.text();
      expect(rejected.status).toBe(500);
      expect(text).toContain("<faultcode>soap:Client</faultcode>");
      expect(text).toMatch(reason);
      const taken = await post(`${xop}; boundary=b`, part(envelope(plain)));
      expect(await taken.text()).toContain("<name>n 1</name>");
    },
  );

  it("ASMX accepts none", async () => {
    const { url } = await start({ profile: "asmx" });
    const rejected = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": `${xop}; boundary=b` },
      body: part(envelope(plain)),
    });
    expect(rejected.status).toBe(415);
  });

  it("a handler that fails leaves the attachment, and the connection serves the next call", async () => {
    service = await serve(
      { swa },
      {
        handlers: {
          swa: ({ note }) => {
            throw new Error(`no ${note}`);
          },
        },
      },
    );
    const client = new SoapClient({ endpoint: service.url });
    for (const size of [10, 3_000_000]) {
      const photo = attachment(new Uint8Array(size));
      const fault = await rejection(client.call(swa, { note: "thanks", photo }));
      expect(fault).toBeInstanceOf(SoapFault);
      expect(String(fault)).toContain("no thanks");
    }
  });

  it("the unread rest of a message is skipped, and the connection serves the next one", async () => {
    service = await serve({ swa }, { handlers: {} });
    const { url } = service;
    const sockets = new Set<unknown>();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const swaType = 'multipart/related; type="text/xml"; boundary=b';
    const post = (content: string) =>
      new Promise<string>((resolve, reject) => {
        const headers = { "Content-Type": swaType, SOAPAction: '""' };
        const outgoing = request(url, { method: "POST", agent, headers }, async (incoming) => {
          resolve(Buffer.concat(await incoming.toArray()).toString());
        });
        outgoing.on("socket", (socket) => sockets.add(socket));
        outgoing.on("error", reject).end(content);
      });
    const large = `\r\n--b\r\n\r\n${"x".repeat(3_000_000)}\r\n--b--`;
    const messages = [
      `--b\r\nContent-Type: text/xml\r\n\r\n${envelope(`<swa xmlns="urn:files"><note/></swa>`)}${large}`,
      `--b\r\nContent-Type: text/xml\r\n\r\n<html/>${large}`,
      `--b\r\nno header\r\n${large}`,
      `--b\r\nContent-Type: text/plain\r\n\r\n${large}`,
    ];
    for (const [index, content] of messages.entries()) {
      expect(await post(content)).toMatch(index < 3 ? /<faultcode>/ : /^$/);
    }
    expect(sockets.size).toBe(1);
    agent.destroy();
  });
});
