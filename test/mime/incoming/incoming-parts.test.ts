/** The parts of a message that is being received, for those who iterate the parts that nothing refers to. */
import { describe, expect, it } from "vitest";
import { IncomingParts } from "../../../src/mime/incoming/incoming-parts.js";
import { MultipartReader } from "../../../src/mime/incoming/multipart-reader.js";

const MEBIBYTE = 1024 * 1024;
const encoder = new TextEncoder();

const part = (id: string, content: string) => `\r\n--b\r\nContent-ID: <${id}>\r\n\r\n${content}`;
const END = "\r\n--b--";

async function* chunks(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield encoder.encode(text);
}

function received(maxBytes: number, ...texts: readonly string[]) {
  const reader = new MultipartReader(chunks(...texts), "b");
  return { reader, parts: new IncomingParts(reader, maxBytes) };
}

async function textOf(part: { bytes(): Promise<Uint8Array> } | undefined): Promise<string> {
  return new TextDecoder().decode(await part?.bytes());
}

describe("the other parts", () => {
  it("come in their order, those before the root first", async () => {
    const { reader, parts } = received(
      MEBIBYTE,
      part("early", "1"),
      part("root", "<a/>") + part("late", "2") + END,
    );
    const early = await reader.next();
    await parts.keep(early ?? new Map());
    await reader.next();
    await reader.read();
    const run = parts.run(new AbortController().signal, "others");
    const seen: string[] = [];
    for await (const each of parts.others()) {
      seen.push(`${(await each.head()).contentId} ${await textOf(each)}`);
    }
    expect(seen).toEqual(["early 1", "late 2"]);
    await run;
  });

  it("end with an error if the message is cut short", async () => {
    const { parts } = received(MEBIBYTE, `${part("a", "1")}\r\n--b\r\nContent-ID`);
    const run = parts.run(new AbortController().signal, "others");
    const others = parts.others();
    expect(await textOf((await others.next()).value ?? undefined)).toBe("1");
    await expect(others.next()).rejects.toMatchObject({ code: "MALFORMED_MIME" });
    await run;
  });

  it("are dropped if they fill the memory before a part that somebody waits for", async () => {
    const large = "x".repeat(MEBIBYTE);
    const { parts } = received(
      4 * MEBIBYTE,
      part("other", large),
      large,
      large,
      large,
      large,
      part("wanted", "it") + END,
    );
    const wanted = parts.referred("cid:wanted");
    const run = parts.run(new AbortController().signal, "others");
    expect(await textOf(wanted)).toBe("it");
    await run;
  });

  it("are kept for somebody who iterates them, up to the limit", async () => {
    const large = "x".repeat(MEBIBYTE);
    const { parts } = received(2 * MEBIBYTE, part("other", large), large, large, END);
    const wanted = parts.referred("cid:wanted");
    const first = parts.others().next();
    const run = parts.run(new AbortController().signal, "others");
    await first;
    await expect(textOf(wanted)).rejects.toMatchObject({
      code: "LIMIT",
      message: expect.stringContaining(`longer than ${2 * MEBIBYTE} bytes`),
    });
    await run;
  });
});

describe("a reference", () => {
  it("is the same attachment each time", async () => {
    const { parts } = received(MEBIBYTE, part("a b", "1") + END);
    const first = parts.referred("cid:a%20b");
    expect(parts.referred("cid:a%20b")).toBe(first);
    expect(parts.referred("urn:a")).toBeUndefined();
    await parts.run(new AbortController().signal);
    expect(await textOf(first)).toBe("1");
  });

  it("to a part that is missing is an error of its head, too", async () => {
    const { parts } = received(MEBIBYTE, part("a", "1") + END);
    const gone = parts.referred("cid:gone");
    await parts.run(new AbortController().signal);
    await expect(gone?.head()).rejects.toMatchObject({ code: "MISSING_PART" });
    await expect(gone?.bytes()).rejects.toMatchObject({ code: "MISSING_PART" });
  });

  it("to a part before the root that is too long is an error", async () => {
    const { reader, parts } = received(10, part("a", "0123456789x") + END);
    const headers = await reader.next();
    await expect(parts.keep(headers ?? new Map())).rejects.toMatchObject({ code: "LIMIT" });
  });

  it("in two places of a value gives both the bytes", async () => {
    const { parts } = received(MEBIBYTE, part("a", "1") + END);
    const shared = { data: parts.includedBytes("cid:a") };
    const value = { one: shared, two: shared, list: [parts.includedBytes("cid:a")] };
    expect(parts.includedBytes("text")).toBeUndefined();
    const run = parts.run(new AbortController().signal);
    await parts.fill(value);
    await run;
    const bytes = encoder.encode("1");
    expect(value).toEqual({ one: { data: bytes }, two: { data: bytes }, list: [bytes] });
  });
});
