/** Binary content (XML Schema part 2 §3.2.15, §3.2.16), and references to parts. */
import { decodeBase64, encodeBase64 } from "../../bytes/index.js";
import { attachment, OutgoingAttachment } from "../../mime/index.js";
import { collapseSpace } from "../../xml/index.js";
import type { Lexical } from "./lexical.js";

export const base64: Lexical = {
  parse: decodeBase64,
  format: (value) => (value instanceof Uint8Array ? encodeBase64(value) : undefined),
  part: "bytes",
  expected: "a Uint8Array",
};

/** Without XOP the content has to be in memory, since it is written into the envelope. */
export const base64Attachment: Lexical = {
  parse(wire) {
    const bytes = decodeBase64(wire);
    return bytes && attachment(bytes);
  },
  format(value) {
    const bytes = value instanceof OutgoingAttachment ? value.memory : undefined;
    return bytes && encodeBase64(bytes);
  },
  part: "attachment",
  expected: "an Attachment; without `mtom`, one of a Uint8Array",
};

/** A reference to a part (WS-I Attachments Profile 1.0 §4.4): the parts of the message resolve it. */
export const attachmentReference: Lexical = {
  parse: () => undefined,
  format: () => undefined,
  part: "reference",
  expected: "an Attachment",
};

export const hex: Lexical = {
  parse: (wire) => decodeHex(/[ \t\n\r]/.test(wire) ? collapseSpace(wire) : wire),
  format: (value) => (value instanceof Uint8Array ? encodeHex(value) : undefined),
  expected: "a Uint8Array",
};

function decodeHex(digits: string): Uint8Array | undefined {
  if (digits.length % 2 !== 0) return undefined;
  const bytes = new Uint8Array(digits.length / 2);
  for (let index = 0; index < bytes.length; index++) {
    const high = DIGITS[digits.charCodeAt(index * 2)] ?? -1;
    const low = DIGITS[digits.charCodeAt(index * 2 + 1)] ?? -1;
    if (high < 0 || low < 0) return undefined;
    bytes[index] = high * 16 + low;
  }
  return bytes;
}

/** The values of hexadecimal digits by their codes; -1 for other characters. */
const DIGITS = Int8Array.from({ length: 0x80 }, (_, code) =>
  /[\da-f]/i.test(String.fromCharCode(code)) ? Number.parseInt(String.fromCharCode(code), 16) : -1,
);

function encodeHex(bytes: Uint8Array): string {
  const codes = new Uint8Array(bytes.length * 2);
  for (const [index, byte] of bytes.entries()) {
    codes[index * 2] = HEX.charCodeAt(byte >> 4);
    codes[index * 2 + 1] = HEX.charCodeAt(byte & 0xf);
  }
  return new TextDecoder().decode(codes);
}

const HEX = "0123456789ABCDEF";
