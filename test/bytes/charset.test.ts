/** The character encoding of a message, by its header. */
import { expect, it } from "vitest";
import { MessageText } from "../../src/bytes/index.js";

function read(contentType: string, bytes: Uint8Array): string {
  const text = new MessageText(contentType);
  return text.write(bytes) + text.end();
}

it.each([
  ["charset=utf-8", Buffer.from("é")],
  ["charset='utf-8'", Buffer.from("é")],
  ["charset=UTF_8", Buffer.from("é")],
  ["charset=none", Buffer.from("é")],
  ["charset=", Buffer.from("é")],
  ["charset=iso-8859-1", Buffer.from([0xe9])],
  ["charset=ISO_8859-1", Buffer.from([0xe9])],
  ['x="; charset=utf-16"; charset=utf-8', Buffer.from("é")],
  ["charset=utf-16le", Buffer.from("é", "utf16le")],
])("%s", (parameters, bytes) => {
  expect(read(`text/xml; ${parameters}`, bytes)).toBe("é");
});

it("keeps labels with an underscore that are known", () => {
  expect(read("text/xml; charset=shift_jis", new Uint8Array([0x82, 0xa0]))).toBe("あ");
});

it("rejects an unknown encoding, with its name", () => {
  expect(() => read("text/xml; charset=x_unknown", Buffer.from("a"))).toThrow(
    'The message has the encoding "x_unknown", which this runtime does not support.',
  );
});
