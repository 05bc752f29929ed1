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
  parse(wire) {
    const digits = collapseSpace(wire);
    if (!/^(?:[\da-fA-F]{2})*$/.test(digits)) return undefined;
    return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  },
  format: (value) =>
    value instanceof Uint8Array
      ? Array.from(value, (byte) => byte.toString(16).toUpperCase().padStart(2, "0")).join("")
      : undefined,
  expected: "a Uint8Array",
};
