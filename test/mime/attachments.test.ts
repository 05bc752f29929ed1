/** Messages in several parts between our client and a server whose bytes are written and read here. */
import { Readable } from "node:stream";
import { describe, expect, it, vi } from "vitest";
import {
  attachment,
  DecodeError,
  EncodeError,
  SoapClient,
  type SoapClientOptions,
} from "../../src/soap/index.js";
import { type Loopback, rejection, serve } from "../http/loopback.js";
import { ns, store, stream, swa } from "./operations.js";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

interface Taken {
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

/** A server that responds with these bytes in these chunks and records the request. */
async function respondingWith(
  type: string,
  ...chunks: readonly (string | Uint8Array)[]
): Promise<Loopback & { taken: Taken[] }> {
  const taken: Taken[] = [];
  const server = await serve(async (request, response) => {
    const all: Buffer[] = [];
    for await (const chunk of request) all.push(chunk);
    taken.push({ headers: request.headers, body: Buffer.concat(all).toString("latin1") });
    response.writeHead(200, { "Content-Type": type });
    for (const chunk of chunks) response.write(chunk);
    response.end();
  });
  return { ...server, taken };
}

function client(server: Loopback, options: Partial<SoapClientOptions> = {}): SoapClient {
  return new SoapClient({ endpoint: server.url, ...options });
}

const envelope = (body: string) =>
  `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body>${body}</s:Body></s:Envelope>`;
const include = (id: string) =>
  `<xop:Include href="cid:${id}" xmlns:xop="http://www.w3.org/2004/08/xop/include"/>`;

/** In the form in which WCF writes MTOM. */
const MTOM = `multipart/related; type="application/xop+xml";start="<http://tempuri.org/0>";boundary="uuid:0ca0e16e+id=1";start-info="application/soap+xml"`;
const mtom = (root: string, ...parts: readonly [id: string, content: string][]) =>
  [
    `\r\n--uuid:0ca0e16e+id=1\r\nContent-ID: <http://tempuri.org/0>\r\nContent-Transfer-Encoding: 8bit\r\nContent-Type: application/xop+xml;charset=utf-8;type="application/soap+xml"\r\n\r\n${envelope(root)}`,
    ...parts.map(
      ([id, content]) =>
        `\r\n--uuid:0ca0e16e+id=1\r\nContent-ID: <${id}>\r\nContent-Transfer-Encoding: binary\r\nContent-Type: application/octet-stream\r\n\r\n${content}`,
    ),
    "\r\n--uuid:0ca0e16e+id=1--\r\n",
  ].join("");

const stored = (inner: string) => `<storeResponse xmlns="${ns}">${inner}</storeResponse>`;
const plainResponse = () => respondingWith("application/soap+xml", envelope(stored("")));

describe("MTOM requests", () => {
  it("have binary content above the threshold in parts, and the rest in the envelope", async () => {
    const server = await plainResponse();
    const data = bytesOf("0123456789");
    await client(server, { mtom: { threshold: 10 } }).call(store, {
      name: "a",
      data,
      more: [bytesOf("short")],
    });
    const [{ headers, body } = { headers: {}, body: "" }] = server.taken;
    const type = String(headers["content-type"]);
    const [, boundary = ""] = /boundary="([^"]+)"/.exec(type) ?? [];
    const [, start = ""] = /start="([^"]+)"/.exec(type) ?? [];
    expect(type).toMatch(/^multipart\/related; type="application\/xop\+xml"; /);
    expect(type).toContain('; start-info="application/soap+xml"; action="urn:files/store"');
    expect(headers["content-length"]).toBe(String(body.length));
    const [empty, root = "", part = "", end] = body.split(`--${boundary}`);
    expect(empty).toBe("");
    expect(end).toBe("--\r\n");
    expect(root).toContain(`Content-ID: ${start}\r\n`);
    expect(root).toMatch(
      /Content-Type: application\/xop\+xml; charset=utf-8; type="application\/soap\+xml"; action=/,
    );
    const [, href = ""] =
      /<data><xop:Include xmlns:xop="[^"]+" href="cid:([^"]+)"\/><\/data>/.exec(root) ?? [];
    expect(root).toContain("<more>c2hvcnQ=</more>");
    expect(part).toContain(`Content-ID: <${decodeURIComponent(href)}>`);
    expect(part.endsWith("\r\n\r\n0123456789\r\n")).toBe(true);
  });

  it("name the action in its header in SOAP 1.1", async () => {
    const server = await respondingWith(
      "text/xml",
      envelope(stored("")).replace(
        "http://www.w3.org/2003/05/soap-envelope",
        "http://schemas.xmlsoap.org/soap/envelope/",
      ),
    );
    await client(server, { mtom: true, protocol: "soap11" }).call(store, {
      name: "a",
      data: bytesOf("x"),
    });
    const type = String(server.taken[0]?.headers["content-type"]);
    expect(type).toContain('start-info="text/xml"');
    expect(type).not.toContain("action=");
    expect(server.taken[0]?.headers.soapaction).toBe('"urn:files/store"');
  });

  it("stream attachments, with a length if the attachment has one", async () => {
    const server = await respondingWith(
      "application/soap+xml",
      envelope(`<streamResponse xmlns="${ns}"><scan>eA==</scan></streamResponse>`),
    );
    const call = (data: Parameters<typeof attachment>[0]) =>
      client(server, { mtom: true }).call(stream, {
        scan: { $value: attachment(data, { fileName: "übung.tif" }), contentType: "image/tiff" },
      });
    await call(new Blob(["0123456789"]));
    await call(Readable.from([bytesOf("01234"), bytesOf(""), bytesOf("56789")]));
    const response = await call(new Blob(["x"]).stream());
    expect(textOf(await response.scan.$value.bytes())).toBe("x");
    expect(server.taken.map(({ headers }) => headers["content-length"] !== undefined)).toEqual([
      true,
      false,
      false,
    ]);
    expect(server.taken[1]?.body).toContain("\r\n\r\n0123456789\r\n--");
    expect(server.taken[0]?.body).toContain("Content-Type: image/tiff\r\n");
    expect(server.taken[0]?.body).toContain(
      `Content-Disposition: attachment; filename="_bung.tif"; filename*=UTF-8''%C3%BCbung.tif\r\n`,
    );
  });

  it("accept a stream once, and none without mtom", async () => {
    const server = await respondingWith(
      "application/soap+xml",
      envelope(`<streamResponse xmlns="${ns}"><scan>eA==</scan></streamResponse>`),
    );
    const scan = { $value: attachment(Readable.from([bytesOf("x")])) };
    await client(server, { mtom: true }).call(stream, { scan });
    for (const [options, message] of [
      [{ mtom: true }, /a stream that was already read/],
      [{}, /must be an Attachment; without `mtom`, one of a Uint8Array/],
    ] as const) {
      const error = await rejection(client(server, options).call(stream, { scan }));
      expect(error).toBeInstanceOf(EncodeError);
      expect(String(error)).toMatch(message);
    }
    await client(server).call(stream, { scan: { $value: attachment(bytesOf("in memory")) } });
    expect(server.taken).toHaveLength(2);
    expect(server.taken[1]?.body).toContain("<scan>aW4gbWVtb3J5</scan>");
  });

  it("have a stream in one place, and bytes and Blobs in several", async () => {
    const server = await respondingWith(
      "application/soap+xml",
      envelope(`<streamResponse xmlns="${ns}"><scan>eA==</scan></streamResponse>`),
    );
    const twice = (data: Parameters<typeof attachment>[0]) => {
      const both = attachment(data, { fileName: "a.tif" });
      const attachments = [both];
      return client(server, { mtom: true }).call(
        stream,
        { scan: { $value: both } },
        { attachments },
      );
    };
    for (const data of [bytesOf("x"), new Blob(["x"])]) await twice(data);
    expect(server.taken[1]?.body.split('filename="a.tif"\r\n')).toHaveLength(3);
    const error = await rejection(twice(Readable.from([bytesOf("x")])));
    expect(error).toBeInstanceOf(EncodeError);
    expect(String(error)).toMatch(/is a stream that is in the message twice/);
    const scan = `<streamResponse xmlns="${ns}"><scan>${include("s")}</scan></streamResponse>`;
    const other = await respondingWith(MTOM, mtom(scan, ["s", "received"]));
    const received = await client(other).call(stream, {
      scan: { $value: attachment(bytesOf("")) },
    });
    const forwarded = client(server, { mtom: true }).call(
      stream,
      { scan: received.scan },
      { attachments: [received.scan.$value] },
    );
    expect(String(await rejection(forwarded))).toMatch(/is a stream that is in the message twice/);
  });

  it("that a step of the envelope signs have the content in it", async () => {
    const server = await plainResponse();
    const seen: string[] = [];
    const keep = (text: string) => {
      seen.push(text);
      return text;
    };
    await client(server, {
      mtom: { threshold: 0 },
      interceptors: [(next) => (call) => next({ ...call, envelopeSteps: [{ outgoing: keep }] })],
    }).call(store, { name: "a", data: bytesOf("signed") });
    expect(seen[0]).toContain("<data>c2lnbmVk</data>");
    expect(String(server.taken[0]?.headers["content-type"])).toContain("application/xop+xml");
  });
});

describe("MTOM responses", () => {
  it("return bytes if the types are bytes", async () => {
    const server = await respondingWith(
      MTOM,
      ...mtom(
        stored(
          `<name>n</name><data>${include("http%3A%2F%2Ftempuri.org%2F1%2F6")}</data><more>\n${include("two@x")} </more><more>eA==</more><more>${include("two@x")}</more>`,
        ),
        ["http://tempuri.org/1/6", "first\r\n--uuid"],
        ["two@x", ""],
      ),
    );
    const response = await client(server).call(store, { name: "", data: bytesOf("") });
    expect(response.name).toBe("n");
    expect(textOf(response.data ?? bytesOf("none"))).toBe("first\r\n--uuid");
    expect(response.more?.map(textOf)).toEqual(["", "x", ""]);
    await client(server).call(store, { name: "", data: bytesOf("") });
  });

  it("may begin with a part other than the envelope", async () => {
    const body = `--b\r\nContent-ID: <one>\r\n\r\nfirst\r\n--b\r\nContent-ID: <root>\r\nContent-Type: application/xop+xml\r\n\r\n${envelope(stored(`<data>${include("one")}</data>`))}\r\n--b--`;
    const server = await respondingWith(`Multipart/Related; boundary=b; start="<root>"`, body);
    const response = await client(server).call(store, { name: "", data: bytesOf("") });
    expect(textOf(response.data ?? bytesOf(""))).toBe("first");
  });

  it("stream their attachments in any order that they are asked for", async () => {
    const scan = `<streamResponse xmlns="${ns}"><scan xmlns:m="http://www.w3.org/2005/05/xmlmime" m:contentType="image/png">${include("s")}</scan><other>${include("o")}</other></streamResponse>`;
    const server = await respondingWith(MTOM, mtom(scan, ["s", "the scan"], ["o", "the other"]));
    const request = { scan: { $value: attachment(bytesOf("")) } };
    const response = await client(server).call(stream, request);
    expect(response.scan.contentType).toBe("image/png");
    const { other, scan: first } = response;
    expect(textOf((await other?.bytes()) ?? bytesOf(""))).toBe("the other");
    expect((await first.$value.head()).contentType).toBe("application/octet-stream");
    let text = "";
    for await (const chunk of first.$value) text += textOf(chunk);
    expect(text).toBe("the scan");
    expect(await rejection(first.$value.bytes())).toBeInstanceOf(TypeError);
  });

  it("lacking a part are an error, and the connection is used again", async () => {
    const server = await respondingWith(
      MTOM,
      mtom(stored(`<data>${include("gone")}</data>`), ["here", "x"]),
    );
    const one = client(server);
    for (let call = 0; call < 3; call++) {
      const error = await rejection(one.call(store, { name: "", data: bytesOf("") }));
      expect(error).toBeInstanceOf(DecodeError);
      expect(error).toMatchObject({
        code: "MISSING_PART",
        message: expect.stringContaining("cid:gone"),
      });
    }
    expect(server.connections()).toBe(1);
  });

  it.each<[string, { type?: string; body: string; code: string }]>([
    ["no boundary", { type: "multipart/related", body: "x", code: "MALFORMED_MIME" }],
    [
      "a boundary that doesn't occur",
      { type: "multipart/related; boundary=other", body: mtom("<a/>"), code: "MALFORMED_MIME" },
    ],
    [
      "a root that isn't there",
      {
        type: `multipart/related; boundary="uuid:0ca0e16e+id=1"; start="<root>"`,
        body: mtom("<a/>"),
        code: "MISSING_PART",
      },
    ],
    [
      "no part at all",
      { type: "multipart/related; boundary=b", body: "--b--", code: "MISSING_PART" },
    ],
    ["a root without end", { body: mtom(stored("")).slice(0, -40), code: "MALFORMED_MIME" }],
    [
      "a part without end",
      {
        body: mtom(stored(`<data>${include("a")}</data>`), ["a", "x"]).slice(0, -30),
        code: "MALFORMED_MIME",
      },
    ],
    [
      "a reference that is no cid",
      {
        body: mtom(stored(`<data>${include("a").replace("cid:", "http://")}</data>`), ["a", "x"]),
        code: "INVALID_VALUE",
      },
    ],
    [
      "a root that is no envelope",
      { body: mtom("").replace(/<s:.*>/, "<html/>"), code: "NOT_SOAP" },
    ],
    [
      "parts larger than the limit",
      {
        body: mtom(stored(`<data>${include("a")}</data>`), ["a", "x".repeat(2000)]),
        code: "LIMIT",
      },
    ],
  ])(
    "with %s are an error with its code, and the next call goes well",
    async (_name, { type = MTOM, body, code }) => {
      let calls = 0;
      const server = await serve((request, response) => {
        request.resume();
        const isFirst = calls++ === 0;
        response.writeHead(200, { "Content-Type": isFirst ? type : "application/soap+xml" });
        response.end(isFirst ? body : envelope(stored("")));
      });
      const one = client(server, { maxResponseBytes: 1500 });
      const error = await rejection(one.call(store, { name: "", data: bytesOf("") }));
      expect(error).toBeInstanceOf(DecodeError);
      expect(error).toMatchObject({ code });
      expect(await one.call(store, { name: "", data: bytesOf("") })).toEqual({});
      if (code !== "LIMIT") expect(server.connections()).toBe(1);
    },
  );

  it("an xop:Include in a response without parts is an error", async () => {
    const server = await respondingWith(
      "application/soap+xml",
      envelope(stored(`<data>${include("a")}</data>`)),
    );
    const error = await rejection(client(server).call(store, { name: "", data: bytesOf("") }));
    expect(error).toMatchObject({ code: "MISSING_PART", path: "storeResponse/data" });
  });
});

describe("responses whose attachments are streamed", () => {
  const request = { scan: { $value: attachment(bytesOf("")) } };
  const scan = `<streamResponse xmlns="${ns}"><scan>${include("s")}</scan></streamResponse>`;
  const [head = "", tail = ""] = mtom(scan, ["s", "SPLIT"]).split("SPLIT");

  it("return the value before the attachment is complete, and fail if it is cut short", async () => {
    let more = () => {};
    const server = await serve((incoming, response) => {
      incoming.resume();
      response.writeHead(200, { "Content-Type": MTOM });
      response.write(head);
      response.write("begin");
      more = () => response.destroy();
    });
    const response = await client(server).call(stream, request);
    const chunks = response.scan.$value[Symbol.asyncIterator]();
    expect(textOf((await chunks.next()).value ?? bytesOf(""))).toBe("begin");
    more();
    expect(await rejection(chunks.next())).toMatchObject({ code: "CONNECTION" });
  });

  it("end with the call's timeout and with its signal", async () => {
    const server = await serve((incoming, response) => {
      incoming.resume();
      response.writeHead(200, { "Content-Type": MTOM });
      response.write(head);
    });
    const late = await client(server, { timeout: 100 }).call(stream, request);
    expect(await rejection(late.scan.$value.bytes())).toMatchObject({ code: "TIMEOUT" });
    const controller = new AbortController();
    const left = await client(server).call(stream, request, { signal: controller.signal });
    const reading = rejection(left.scan.$value.bytes());
    controller.abort();
    expect(await reading).toMatchObject({ code: "ABORTED" });
  });

  it("are read only as far as the reader reads, and free the connection when it stops", async () => {
    const mebibyte = new Uint8Array(1024 * 1024);
    let sent = 0;
    let closed = false;
    const server = await serve(async (incoming, response) => {
      incoming.resume();
      response.on("close", () => {
        closed = true;
      });
      response.writeHead(200, { "Content-Type": MTOM });
      response.write(head);
      while (!closed && sent < 200) {
        sent++;
        if (!response.write(mebibyte))
          await new Promise<void>((resolve) => {
            response.once("drain", resolve).once("close", resolve);
          });
      }
      response.end(tail);
    });
    const response = await client(server).call(stream, request);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(sent).toBeLessThan(40);
    for await (const _ of response.scan.$value) break;
    await vi.waitFor(() => expect(closed).toBe(true));
    expect(sent).toBeLessThan(60);
  });
});

describe("SOAP with Attachments", () => {
  const type = `multipart/related; type="application/soap+xml"; boundary=b; start="<r@x>"`;
  const multipart = (note: string, ...parts: readonly [head: string, content: string][]) =>
    [
      `--b\r\nContent-Type: application/soap+xml; charset=utf-8\r\nContent-ID: <r@x>\r\n\r\n${envelope(`<swaResponse xmlns="${ns}">${note}</swaResponse>`)}\r\n`,
      ...parts.map(([head, content]) => `--b\r\n${head}\r\n\r\n${content}\r\n`),
      "--b--\r\n",
    ].join("");
  const request = { note: "n", photo: attachment(bytesOf("jpeg"), { contentType: "image/jpeg" }) };

  it("sends what the contract has beside the envelope, and what the envelope refers to", async () => {
    const server = await respondingWith(type, multipart("<note/>", ["", "x"]));
    await client(server).call(swa, { ...request, ref: attachment(bytesOf("referred")) });
    const { headers, body } = server.taken[0] ?? { headers: {}, body: "" };
    expect(String(headers["content-type"])).toMatch(
      /^multipart\/related; type="application\/soap\+xml"/,
    );
    expect(String(headers["content-type"])).not.toContain("start-info");
    expect(body).toMatch(/Content-ID: <photo=\S+@\S+>\r\n\r\njpeg\r\n/);
    const [, id = ""] = /<ref>cid:([^<]+)<\/ref>/.exec(body) ?? [];
    expect(body).toContain(`Content-ID: <${id}>\r\n\r\nreferred\r\n`);
    expect(body).not.toContain("<photo>");
  });

  it("finds each part by its Content-ID, or by its turn", async () => {
    const parts: readonly [string, string][] = [
      ["Content-ID: <else@x>", "by its turn"],
      ["Content-ID: <r1@x>\r\nContent-Type: text/plain; name=a.txt", "referred"],
    ];
    const server = await respondingWith(
      type,
      multipart("<note>n</note><ref>cid:r1@x</ref>", ...parts),
    );
    const response = await client(server).call(swa, request);
    expect(textOf(await response.photo.bytes())).toBe("by its turn");
    expect(await response.ref?.head()).toMatchObject({
      contentType: "text/plain; name=a.txt",
      fileName: "a.txt",
      contentId: "r1@x",
    });
  });

  it("reports which part a response lacks", async () => {
    const plain = await respondingWith(
      "application/soap+xml",
      envelope(`<swaResponse xmlns="${ns}"><note/></swaResponse>`),
    );
    expect(await rejection(client(plain).call(swa, request))).toMatchObject({
      code: "MISSING_PART",
      message: expect.stringContaining("photo"),
    });
    const lacking = await respondingWith(type, multipart("<note/>"));
    const response = await client(lacking).call(swa, request);
    expect(await rejection(response.photo.bytes())).toMatchObject({ code: "MISSING_PART" });
  });

  it("needs what the contract requires", async () => {
    const server = await plainResponse();
    // @ts-expect-error photo is required
    const without = await rejection(client(server).call(swa, { note: "n" }));
    expect(String(without)).toMatch(/swa\/photo is missing/);
    // @ts-expect-error and is an Attachment
    const other = await rejection(client(server).call(swa, { note: "n", photo: "text" }));
    expect(String(other)).toMatch(/photo must be an Attachment/);
    expect(server.taken).toHaveLength(0);
  });

  it("sends and returns attachments that are not in the contract", async () => {
    const body = `--b\r\nContent-Type: application/soap+xml\r\n\r\n${envelope(stored("<name>n</name>"))}\r\n--b\r\nContent-ID: <a>\r\n\r\none\r\n--b\r\n\r\ntwo\r\n--b--`;
    const server = await respondingWith("multipart/related; boundary=b", body);
    const got: string[] = [];
    const response = await client(server).call(
      store,
      { name: "", data: bytesOf("") },
      {
        attachments: [attachment(bytesOf("sent along"))],
        onAttachment: async (part) => {
          got.push(`${(await part.head()).contentId} ${textOf(await part.bytes())}`);
        },
      },
    );
    expect(response).toEqual({ name: "n" });
    expect(got).toEqual(["a one", "undefined two"]);
    expect(server.taken[0]?.body).toContain("\r\n\r\nsent along\r\n--");
  });

  it("a callback that fails ends the call", async () => {
    const server = await respondingWith(
      "multipart/related; boundary=b",
      `--b\r\n\r\n${envelope(stored(""))}\r\n--b\r\n\r\none\r\n--b--`,
    );
    const failure = new Error("disk full");
    const call = client(server).call(
      store,
      { name: "", data: bytesOf("") },
      {
        onAttachment: () => {
          throw failure;
        },
      },
    );
    expect(await rejection(call)).toBe(failure);
  });
});
