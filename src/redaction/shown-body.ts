/** A body without secrets: text is redacted, binary content is unchanged, other content is replaced by its size. */
import { mediaType, type ParameterizedValue } from "../bytes/index.js";
import { redactForm, redactText, redactXml } from "./redaction.js";

export interface ShownBody {
  /** The body for readers; binary content is replaced by its size. */
  readonly text: string;
  /** The body including its binary content; `undefined` if it has none. */
  readonly bytes?: Uint8Array;
  /** Whether content is missing that could not be decoded, and so could not be redacted. */
  readonly isPartial: boolean;
}

/** Binary media types: they contain no elements that could be secret. */
const BINARY = /^(?:(?:image|audio|video|font)\/|application\/(?:octet-stream|pdf|zip|gzip)$)/;

/**
 * @param contentType the Content-Type header; `""` if it is missing
 * @param secret local names of elements, as in `redactXml`
 */
export function shownBody(
  bytes: Uint8Array,
  contentType: string,
  secret: ReadonlySet<string>,
): ShownBody {
  const media = mediaType(contentType);
  const boundary = media.parameters.get("boundary") ?? "";
  if (media.type.startsWith("multipart/") && boundary !== "") {
    return shownParts(bytes, `--${boundary}`, secret);
  }
  const size = `[${bytes.byteLength} bytes, not text]`;
  if (BINARY.test(media.type)) return { text: size, bytes, isPartial: false };
  const text = textOf(bytes, media);
  if (text === undefined) return { text: size, isPartial: true };
  return { text: redacted(text, media, secret), isPartial: false };
}

const TAG = /<[\w:.-]+[\s/>]/;

function redacted(text: string, { type }: ParameterizedValue, secret: ReadonlySet<string>): string {
  if (TAG.test(text)) return redactXml(text, secret);
  return type.endsWith("form-urlencoded") ? redactForm(text) : redactText(text);
}

/** Decoded by the byte order mark, else by the charset; `undefined` if it is not text. */
function textOf(bytes: Uint8Array, { parameters }: ParameterizedValue): string | undefined {
  const utf16 = bytes[0] === 0xff ? "utf-16le" : bytes[0] === 0xfe ? "utf-16be" : undefined;
  const charset = parameters.get("charset") || "utf-8";
  try {
    const text = new TextDecoder(utf16 ?? charset).decode(bytes);
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}

/** A multipart body (RFC 2046 §5.1), part by part: between two delimiters there are headers and content. */
function shownParts(body: Uint8Array, delimiter: string, secret: ReadonlySet<string>): ShownBody {
  const [preamble = "", ...parts] = binaryString(body).split(delimiter);
  const shown = parts.map((part) => {
    const [, head = part, content = ""] = /^(.*?\r?\n\r?\n)(.*)$/s.exec(part) ?? [];
    const type = /^content-type:[ \t]*(.*(?:\r?\n[ \t].*)*)/im.exec(head)?.[1] ?? "";
    return { head, ...shownBody(bytesOf(content), type, secret) };
  });
  const text = shown.map((part) => delimiter + part.head + part.text).join("");
  const isPartial = shown.some((part) => part.isPartial);
  if (shown.every(({ bytes }) => bytes === undefined)) return { text: preamble + text, isPartial };
  const pieces = shown.map(({ head, text, bytes }) => {
    const content = bytes ?? new TextEncoder().encode(text);
    return delimiter + head + binaryString(content);
  });
  return { text: preamble + text, bytes: bytesOf(preamble + pieces.join("")), isPartial };
}

const CHUNK = 0x8000;

/** A string with one character per byte. */
function binaryString(bytes: Uint8Array): string {
  let text = "";
  for (let index = 0; index < bytes.length; index += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(index, index + CHUNK));
  }
  return text;
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
