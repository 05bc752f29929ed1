/** Multipart messages, written and read by programs of other stacks. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createClientAsync } from "soap";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { collected } from "../../src/mime/attachment.js";
import { type RunningService, serve } from "../../src/simulator/index.js";
import { attachment, type HttpRequest, SoapClient, type Transport } from "../../src/soap/index.js";
import { store, stream, swa } from "../mime/operations.js";
import { generated } from "./generated.js";
import { describeWithPeer, MONO, ZEEP } from "./peer.js";
import { run, scratchFolder } from "./program.js";

const FOLDER = fileURLToPath(new URL("mtom", import.meta.url));
const WSDL = join(FOLDER, "Files.wsdl");
const PYTHON = { name: "python3", probe: ["python3", "--version"] } as const;

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** The output of a program for an input. */
async function piped([command, ...args]: readonly [string, ...string[]], input: Uint8Array) {
  const program = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
  program.stdin.end(input);
  return collected(program.stdout);
}

/** The message of a request, its Content-Type in a line before it. */
async function message({ headers, body = "" }: HttpRequest): Promise<Uint8Array> {
  const content = typeof body === "string" ? bytesOf(body) : body;
  const bytes = content instanceof Uint8Array ? content : await collected(content);
  return Buffer.concat([bytesOf(`${headers["Content-Type"]}\n`), bytes]);
}

/** A transport that records requests, and responds with the Content-Type and body that `respond` returns. */
function exchanging(respond: () => Promise<{ type: string; body: Uint8Array }>) {
  const sent: Uint8Array[] = [];
  const transport: Transport = async (request) => {
    sent.push(await message(request));
    const { type, body } = await respond();
    return {
      status: 200,
      headers: { get: (name) => (name === "content-type" ? type : undefined), setCookie: [] },
      body: (async function* () {
        for (let at = 0; at < body.length; at += 1000) yield body.subarray(at, at + 1000);
      })(),
    };
  };
  return { sent, transport };
}

/** A message whose first line is its Content-Type. */
function split(bytes: Uint8Array): { type: string; body: Uint8Array } {
  const end = bytes.indexOf(10);
  const type = Buffer.from(bytes.subarray(0, end))
    .toString()
    .replace(/^content-type:/i, "");
  return { type: type.trim(), body: bytes.subarray(end + 1) };
}

const plain = async () => ({
  type: "text/xml",
  body: bytesOf(
    `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><storeResponse xmlns="urn:files"/></s:Body></s:Envelope>`,
  ),
});

const pattern = (size: number) => Uint8Array.from({ length: size }, (_, index) => index * 31);

describeWithPeer(MONO, "MTOM as .NET writes and reads it", () => {
  let program = "";
  beforeAll(async () => {
    const folder = await scratchFolder("mtom");
    program = join(folder.path, "Mtom.exe");
    const library = "-r:System.Runtime.Serialization.dll";
    await run(["mcs", `-out:${program}`, library, join(FOLDER, "Mtom.cs")]);
    return folder.remove;
  });

  it.each([
    ["soap11", "http://schemas.xmlsoap.org/soap/envelope/"],
    ["soap12", "http://www.w3.org/2003/05/soap-envelope"],
  ] as const)("its messages are read (%s)", async (protocol, envelope) => {
    const { transport } = exchanging(async () => {
      const written = await piped(["mono", program, "write", envelope, "5000"], bytesOf(""));
      const text = Buffer.from(written).toString("latin1");
      const [, type = ""] = /^Content-Type: (.*)\r$/m.exec(text) ?? [];
      return { type, body: written.subarray(text.indexOf("\r\n\r\n") + 4) };
    });
    const client = new SoapClient({ endpoint: "http://test/", protocol, transport });
    expect(await client.call(store, { name: "", data: bytesOf("") })).toEqual({
      name: "n",
      data: pattern(5000),
      more: [pattern(1), pattern(2)],
    });
  });

  it.each(["soap11", "soap12"] as const)("it reads ours (%s)", async (protocol) => {
    const { sent, transport } = exchanging(plain);
    const client = new SoapClient({ endpoint: "http://test/", protocol, transport, mtom: true });
    for (const size of [3000, 10]) await client.call(store, { name: "n", data: pattern(size) });
    for (const [index, size] of [3000, 10].entries()) {
      const read = await piped(["mono", program, "read"], sent[index] ?? bytesOf(""));
      expect(Buffer.from(read).toString().trim()).toBe(
        Buffer.from(pattern(size)).toString("base64"),
      );
    }
  });
});

describeWithPeer(PYTHON, "MIME as Python's email package has it", () => {
  const python = (mode: string, input: Uint8Array) =>
    piped(["python3", join(FOLDER, "mime.py"), mode], input);

  it("it reads ours without a defect", async () => {
    const { sent, transport } = exchanging(plain);
    const client = new SoapClient({ endpoint: "http://test/", transport, mtom: { threshold: 1 } });
    await client.call(
      store,
      { name: "n", data: pattern(2000), more: [bytesOf("--"), bytesOf("\r\n")] },
      {
        attachments: [
          attachment(new Blob(["ü"]), { contentType: "text/plain", fileName: 'ü "1".txt' }),
        ],
      },
    );
    const read = JSON.parse(Buffer.from(await python("read", sent[0] ?? bytesOf(""))).toString());
    expect(read.defects).toEqual([]);
    expect(read.parts.map(({ type }: { type: string }) => type)).toEqual([
      "application/xop+xml",
      ...Array(3).fill("application/octet-stream"),
      "text/plain",
    ]);
    expect(read.start).toBe(read.parts[0].id);
    const contents = read.parts.map(({ content }: { content: string }) => content);
    const encoded = [pattern(2000), bytesOf("--"), bytesOf("\r\n"), bytesOf("ü")].map((each) =>
      Buffer.from(each).toString("base64"),
    );
    expect(contents.slice(1)).toEqual(encoded);
    // The plain parameter is for readers that do not know the extended one, which has the exact name.
    expect(read.parts[4].name).toBe('_ "1".txt');
  });

  it("we read what it writes, in base64 and quoted-printable", async () => {
    const envelope = bytesOf(
      `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><swaResponse xmlns="urn:files"><note>ü</note><ref>cid:base64@example.com</ref></swaResponse></s:Body></s:Envelope>`,
    );
    const { transport } = exchanging(async () => split(await python("write", envelope)));
    const client = new SoapClient({ endpoint: "http://test/", protocol: "soap11", transport });
    const response = await client.call(swa, { note: "", photo: attachment(bytesOf("")) });
    expect(response.note).toBe("ü");
    const referred = (await response.ref?.bytes()) ?? bytesOf("");
    expect(referred).toEqual(Uint8Array.from({ length: 256 * 40 }, (_, index) => index));
    const text = new TextDecoder().decode(await response.photo.bytes());
    expect(text.replaceAll("\r\n", "\n")).toBe("ein Brief = über\n".repeat(20));
  });
});

describe("a contract that is served with attachments", () => {
  let service: RunningService;
  afterEach(() => service.close());

  const start = async (mtom?: boolean) => {
    service = await serve(
      { store, swa, stream },
      {
        wsdl: WSDL,
        ...(mtom === undefined ? {} : { mtom }),
        handlers: {
          store: (request) => request,
          swa: async ({ note, photo }) => {
            const { contentType } = await photo.head();
            return {
              note: `${note} ${contentType}`,
              photo: attachment(await photo.bytes(), { contentType }),
            };
          },
        },
      },
    );
    return service.url;
  };

  it("is called by node-soap with an attachment, and responds with one", async () => {
    const url = await start();
    const client = await createClientAsync(`${url}?wsdl`, {
      disableCache: true,
      parseReponseAttachments: true,
    });
    const file = {
      mimetype: "image/jpeg",
      contentId: "photo",
      name: "a.jpg",
      body: Buffer.from([0, 255, 13, 10]),
    };
    const response = await new Promise((resolve, reject) => {
      client.Files.Files.swa(
        { note: "n" },
        (error: unknown, result: unknown) => (error ? reject(error) : resolve(result)),
        { attachments: [file] },
      );
    });
    expect(response).toEqual({ note: "n image/jpeg" });
    const [part] = client.lastResponseAttachments?.parts ?? [];
    expect([...(part?.body ?? [])]).toEqual([0, 255, 13, 10]);
  });

  it("is called by the code that is generated from its WSDL", async () => {
    const url = await start();
    const { client } = await generated(WSDL);
    const api = client("", url);
    const photo = attachment(bytesOf("jpeg"), { contentType: "image/jpeg" });
    expect((await api.call("swa", { note: "n", photo })).note).toBe("n image/jpeg");
  });

  describeWithPeer(ZEEP, "in MTOM", () => {
    it("is read by zeep", async () => {
      const url = await start(true);
      const said = await run(["/usr/bin/python3", join(FOLDER, "zeep_store.py"), url]);
      expect(said.trim()).toBe("n True [b'small']");
    });
  });
});
