/** Attachments to send, as the sender sees them. */
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { type AttachmentData, attachment } from "../../src/mime/attachment.js";

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** A stream as in a browser that cannot iterate streams. */
function plainStream(onCancel: () => void = () => {}): AttachmentData {
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytesOf("01"));
      controller.enqueue(bytesOf("23"));
      controller.close();
    },
    cancel: onCancel,
  });
  return new Proxy(stream, {
    has: (target, key) => key !== Symbol.asyncIterator && key in target,
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

const none = { contentId: undefined, headers: new Map() };

describe("an attachment to send", () => {
  it.each<[string, AttachmentData]>([
    ["bytes", bytesOf("0123")],
    ["a Blob", new Blob(["01", "23"])],
    ["a stream of Node.js", Readable.from([bytesOf("01"), bytesOf("23")])],
    ["a stream of the web", new Blob(["0123"]).stream()],
    ["a stream that cannot be iterated", plainStream()],
  ])("can be read by its sender, too: %s", async (_, data) => {
    expect(new TextDecoder().decode(await attachment(data).bytes())).toBe("0123");
  });

  it("of a stream can be read once", async () => {
    const stream = attachment(new Blob(["0123"]).stream());
    await stream.bytes();
    await expect(stream.bytes()).rejects.toThrow("A stream can be read once.");
    const blob = attachment(new Blob(["0123"]));
    await blob.bytes();
    expect(await blob.bytes()).toEqual(bytesOf("0123"));
  });

  it("has the media type and the name of its File, unless an option sets these", async () => {
    const file = new File(["x"], "a.txt", { type: "text/plain" });
    const options = { contentType: "text/csv", fileName: "b.csv" };
    expect(await attachment(file).head()).toEqual({
      ...none,
      contentType: "text/plain",
      fileName: "a.txt",
    });
    expect(await attachment(file, options).head()).toEqual({ ...none, ...options });
    for (const data of [new Blob(["x"]), bytesOf("x")]) {
      expect(await attachment(data).head()).toEqual({
        ...none,
        contentType: "application/octet-stream",
        fileName: undefined,
      });
    }
  });
});
