/** Bodies for readers: redacted text, the size of other content, and multipart bodies part by part. */
import { describe, expect, it } from "vitest";
import { type BodyRedaction, shownBody } from "../../src/redaction/shown-body.js";

const names: BodyRedaction = { names: new Set(["sPin"]) };
const known: BodyRedaction = { ...names, remove: (text) => text.replaceAll("hidden", "***") };
const bytes = (text: string) => Buffer.from(text, "latin1");

describe("a text", () => {
  it.each([
    ["text/xml", "<a><sPin>x</sPin></a>", "<a><sPin>***</sPin></a>"],
    ["", "<a><sPin>x</sPin>hidden</a>", "<a><sPin>***</sPin>***</a>"],
    ["application/x-www-form-urlencoded", "sPin=x&b=hidden", "sPin=***&b=***"],
    ["application/x-www-form-urlencoded; charset=utf-8", "b=1", "b=1"],
    ["text/plain", "sPin=x hidden", "sPin=x ***"],
    ["text/plain; charset=iso-8859-1", "\xe9 < 1", "é < 1"],
    ["text/plain; charset=", "a", "a"],
    ["text/plain", "\xff\xfea\0", "a"],
    ["text/plain", "\xfe\xff\0a", "a"],
    ["multipart/related", "hidden", "***"],
    [
      "text/plain; boundary=x",
      "--x\r\nContent-Type: image/png\r\n\r\na",
      "--x\r\nContent-Type: image/png\r\n\r\na",
    ],
    [
      "multipart/related; boundary=x",
      "--x\n\nabc\n--x\nA: b\n\nContent-Type: image/png\n\nc\n--x--",
      "--x\n\nabc\n--x\nA: b\n\nContent-Type: image/png\n\nc\n--x--",
    ],
  ])("of %s: %j", (type, body, text) => {
    expect(shownBody(bytes(body), type, known)).toEqual({ text, isPartial: false });
  });

  it("reads the type of a part that is written on several lines", () => {
    const body = bytes("--x\nContent-Type: \n image/png;\n a=b\n\nabc\n--x--");
    expect(shownBody(body, "multipart/related; boundary=x", known).text).toBe(
      "--x\nContent-Type: \n image/png;\n a=b\n\n[4 bytes, not text]--x--",
    );
  });

  it("reports the secrets that it finds by their names", () => {
    const found: string[] = [];
    const onSecret = (secret: string) => found.push(secret);
    shownBody(bytes("<sPin>a</sPin>"), "text/xml", { ...names, onSecret });
    shownBody(bytes("sPin=b"), "application/x-www-form-urlencoded", { ...names, onSecret });
    expect(found).toEqual(["a", "b"]);
  });
});

describe("other content", () => {
  it.each([
    "image/png",
    "audio/mp3",
    "application/octet-stream",
    "application/pdf",
    "application/zip",
  ])("of %s is its size, and its bytes without secrets", (type) => {
    const body = bytes("\x89PNG hidden\0");
    expect(shownBody(body, type, known)).toEqual({
      text: "[12 bytes, not text]",
      bytes: Uint8Array.from(bytes("\x89PNG ***\0")),
      isPartial: false,
    });
    expect(shownBody(body, type, names).bytes).toBe(body);
    const other = bytes("\x89PNG\0");
    expect(shownBody(other, type, known).bytes).toBe(other);
  });

  it.each([
    ["text/plain", "a\0b"],
    ["application/zip-like", "a\0b"],
    ["text/plain; charset=no-such", "abc"],
  ])("that cannot be decoded is missing: %s", (type, body) => {
    expect(shownBody(bytes(body), type, known)).toEqual({
      text: "[3 bytes, not text]",
      isPartial: true,
    });
  });
});

describe("a multipart body", () => {
  const TYPE = 'multipart/related; boundary="b"';
  const part = (head: string, content: string) => `--b\r\n${head}\r\n\r\n${content}\r\n`;
  const xml = part("Content-Type: text/xml", "<sPin>x</sPin>");
  const shownXml = part("Content-Type: text/xml", "<sPin>***</sPin>");

  it("is shown part by part", () => {
    const body = `hidden\r\n${xml}${part("X-Content-Type: image/png\r\nContent-Id: hidden", "hidden")}--b--`;
    expect(shownBody(bytes(body), TYPE, known)).toEqual({
      text: `***\r\n${shownXml}${part("X-Content-Type: image/png\r\nContent-Id: ***", "***")}--b--`,
      isPartial: false,
    });
  });

  it("keeps its binary parts", () => {
    const image = (content: string) => part("content-type:\timage/png;\r\n name=a", content);
    const body = `${xml}${image("\x89\0hidden")}--b--`;
    const shown = shownBody(bytes(body), TYPE, known);
    expect(shown.text).toBe(
      `${shownXml}${image("[10 bytes, not text]").replace(/\r\n$/, "")}--b--`,
    );
    expect(Buffer.from(shown.bytes ?? []).toString("latin1")).toBe(
      `${shownXml}${image("\x89\0***")}--b--`,
    );
    expect(shown.isPartial).toBe(false);
  });

  it("with a part that cannot be decoded is partial", () => {
    const body = `${xml}${part("Content-Type: text/plain", "a\0")}--b--`;
    expect(shownBody(bytes(body), TYPE, known)).toMatchObject({ isPartial: true });
  });

  it("may end its lines with LF, and have parts without headers", () => {
    const body = "--b\nContent-Type: text/xml\n\n<sPin>x</sPin>\n--b\n\nhidden\n--b--";
    expect(shownBody(bytes(body), TYPE, known).text).toBe(
      "--b\nContent-Type: text/xml\n\n<sPin>***</sPin>\n--b\n\n***\n--b--",
    );
  });

  it("of any size is read", () => {
    const content = "x".repeat(70_000);
    expect(shownBody(bytes(part("A: b", content)), TYPE, names).text).toBe(part("A: b", content));
  });
});
