import { describe, expect, it } from "vitest";
import { DecodeError } from "../../../src/errors/errors.js";
import { MultipartReader } from "../../../src/mime/incoming/multipart-reader.js";
import { rejection } from "../../http/loopback.js";

interface Read {
  readonly headers: Record<string, string>;
  readonly content: string;
}

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

async function* pieces(body: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = latin1(body);
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

async function readAll(body: string, size = body.length, boundary = "b"): Promise<Read[]> {
  const reader = new MultipartReader(pieces(body, size), boundary);
  const parts: Read[] = [];
  for (let head = await reader.next(); head !== undefined; head = await reader.next()) {
    let content = "";
    for (let chunk = await reader.read(); chunk !== undefined; chunk = await reader.read()) {
      content += String.fromCharCode(...chunk);
    }
    parts.push({ headers: Object.fromEntries(head), content });
  }
  await reader.finish();
  return parts;
}

const part = (content: string, headers: Record<string, string> = {}): Read => ({
  headers,
  content,
});

describe("multipart bodies, however they are cut", () => {
  it.each<[string, { body: string; want: Read[] }]>([
    [
      "two parts with headers",
      {
        body: "--b\r\nContent-Type: text/xml\r\nContent-ID: <a>\r\n\r\n<a/>\r\n--b\r\nX: y\r\n\r\n\0\xff\r\n\r\n--b--\r\n",
        want: [
          part("<a/>", { "content-type": "text/xml", "content-id": "<a>" }),
          part("\0\xff\r\n", { x: "y" }),
        ],
      },
    ],
    [
      "text before the first and behind the last",
      {
        body: "ignore\r\nthis\r\n--b\r\n\r\nx\r\n--b--\r\nand --b\r\n--b\r\nthis",
        want: [part("x")],
      },
    ],
    [
      "bare line feeds",
      { body: "--b\nA: 1\n\nx\ny\n--b\n\nz\n--b--", want: [part("x\ny", { a: "1" }), part("z")] },
    ],
    [
      "blanks behind a boundary",
      { body: "--b \t\r\n\r\nx\r\n--b  \r\n\r\ny\r\n--b--", want: [part("x"), part("y")] },
    ],
    [
      "empty parts",
      {
        body: "--b\r\n\r\n\r\n--b\r\nA: 1\r\n\r\n--b\r\n\r\n\r\n--b--",
        want: [part(""), part("", { a: "1" }), part("")],
      },
    ],
    [
      "content that begins as a boundary does",
      {
        body: "--b\r\n\r\n\r\n--bc\r\n--\r\n-\r\n--b-\r\n\r\r\n--b--",
        want: [part("\r\n--bc\r\n--\r\n-\r\n--b-\r\n\r")],
      },
    ],
    [
      "folded headers",
      { body: "--b\r\nA: 1;\r\n\t b=2\r\n\r\nx\r\n--b--", want: [part("x", { a: "1; b=2" })] },
    ],
    [
      "base64 over several lines",
      {
        body: "--b\r\nContent-Transfer-Encoding: BASE64\r\n\r\nAP8\r\nBAg==\r\n\r\n--b--",
        want: [part("\0\xff\x01\x02", { "content-transfer-encoding": "BASE64" })],
      },
    ],
    [
      "quoted-printable",
      {
        body: "--b\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\na=3Db=\r\nc=C3=BC =\r\n\r\n--b--",
        want: [part("a=b" + "c\xc3\xbc ", { "content-transfer-encoding": "quoted-printable" })],
      },
    ],
  ])("%s", async (_name, { body, want }) => {
    for (const size of [1, 2, 3, 5, 7, body.length]) {
      expect(await readAll(body, size), `by ${size}`).toEqual(want);
    }
  });

  it("a boundary with characters that are special elsewhere", async () => {
    const boundary = "uuid:1+id=1.(*)";
    expect(await readAll(`--${boundary}\r\n\r\nx\r\n--${boundary}--`, 3, boundary)).toEqual([
      part("x"),
    ]);
  });

  it("parts that nobody reads are skipped", async () => {
    const reader = new MultipartReader(
      pieces("--b\r\nA: 1\r\n\r\nx\r\n--b\r\nA: 2\r\n\r\ny\r\n--b--", 4),
      "b",
    );
    expect((await reader.next())?.get("a")).toBe("1");
    expect((await reader.next())?.get("a")).toBe("2");
    expect(await reader.next()).toBeUndefined();
  });
});

describe("a body that is not multipart is an error", () => {
  it.each<[string, { body: string; code: string; message: RegExp; boundary?: string }]>([
    [
      "no boundary named",
      { body: "", boundary: "", code: "MALFORMED_MIME", message: /no valid boundary parameter/ },
    ],
    [
      "another boundary",
      {
        body: "--c\r\n\r\nx\r\n--c--",
        code: "MALFORMED_MIME",
        message: /does not contain the boundary/,
      },
    ],
    [
      "a long text before the boundary",
      {
        body: `${"x".repeat(70_000)}\r\n--b\r\n\r\nx\r\n--b--`,
        code: "MALFORMED_MIME",
        message: /does not contain the boundary/,
      },
    ],
    ["nothing", { body: "", code: "MALFORMED_MIME", message: /does not contain the boundary/ }],
    ["a part without end", { body: "--b\r\n\r\nx", code: "MALFORMED_MIME", message: /has no end/ }],
    [
      "headers without end",
      { body: "--b\r\nA: 1", code: "MALFORMED_MIME", message: /within its headers/ },
    ],
    [
      "a line that is no header",
      { body: "--b\r\nwhat\r\n\r\nx\r\n--b--", code: "MALFORMED_MIME", message: /not a header/ },
    ],
    [
      "an unknown transfer encoding",
      {
        body: "--b\r\nContent-Transfer-Encoding: x-uuencode\r\n\r\nx\r\n--b--",
        code: "MALFORMED_MIME",
        message: /x-uuencode/,
      },
    ],
    [
      "broken base64",
      {
        body: "--b\r\nContent-Transfer-Encoding: base64\r\n\r\n*?*?\r\n--b--",
        code: "MALFORMED_MIME",
        message: /not valid base64/,
      },
    ],
    [
      "endless headers",
      {
        body: `--b\r\nA: ${"x".repeat(20_000)}\r\n\r\nx\r\n--b--`,
        code: "LIMIT",
        message: /headers are longer/,
      },
    ],
    [
      "more parts than anyone sends",
      { body: "--b\r\n\r\n\r\n".repeat(10_002), code: "LIMIT", message: /more than 10000 parts/ },
    ],
  ])("%s", async (_name, { body, code, message, boundary = "b" }) => {
    const error = await rejection(
      (async () => {
        await readAll(body, Math.max(1, body.length), boundary);
      })(),
    );
    expect(error).toBeInstanceOf(DecodeError);
    expect(error).toMatchObject({ code, message: expect.stringMatching(message) });
  });
});
