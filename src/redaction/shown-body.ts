/** A body without secrets: text is redacted, binary content is unchanged, other content is replaced by its size. */
import { mediaType, type ParameterizedValue } from "../bytes/index.js";
import { type OnSecret, redactForm, redactText, redactXml } from "./redaction.js";

export interface ShownBody {
  /** The body for readers; binary content is replaced by its size. */
  readonly text: string;
  /** The body including its binary content; `undefined` if it has none. */
  readonly bytes?: Uint8Array;
  /** Whether content is missing that could not be decoded, and so could not be redacted. */
  readonly isPartial: boolean;
}

/** How secrets of a body are found. */
export interface BodyRedaction {
  /** Local names of elements, as in `redactXml`. */
  readonly names: ReadonlySet<string>;
  /** Removes known secrets from a text; default: there are none. */
  readonly remove?: (text: string) => string;
  /** Is called with each secret that is removed by its name. */
  readonly onSecret?: OnSecret;
}

/** Binary media types: they contain no elements that could be secret. */
const BINARY = /^(?:(?:image|audio|video|font)\/|application\/(?:octet-stream|pdf|zip|gzip)$)/;

/** @param contentType the Content-Type header; `""` if it is missing */
export function shownBody(
  bytes: Uint8Array,
  contentType: string,
  redaction: BodyRedaction,
): ShownBody {
  const media = mediaType(contentType);
  const boundary = media.parameters.get("boundary") ?? "";
  if (media.type.startsWith("multipart/") && boundary !== "") {
    return shownParts(bytes, `--${boundary}`, redaction);
  }
  const size = `[${bytes.byteLength} bytes, not text]`;
  if (BINARY.test(media.type)) {
    return { text: size, bytes: withoutKnown(bytes, redaction), isPartial: false };
  }
  const text = textOf(bytes, media);
  if (text === undefined) return { text: size, isPartial: true };
  return { text: redacted(text, media, redaction), isPartial: false };
}

const TAG = /<[\w:.-]+[\s/>]/;

function redacted(text: string, { type }: ParameterizedValue, redaction: BodyRedaction): string {
  const { names, onSecret, remove = unchanged } = redaction;
  // First, since a secret that is not escaped may look like a tag, of which only the beginning is secret by its name.
  const known = remove(text);
  if (TAG.test(known)) return redactXml(known, names, onSecret);
  const isForm = type.endsWith("form-urlencoded");
  return isForm ? redactForm(known, names, onSecret) : redactText(known, onSecret);
}

function unchanged(text: string): string {
  return text;
}

/** Binary content that repeats a secret. */
function withoutKnown(bytes: Uint8Array, { remove }: BodyRedaction): Uint8Array {
  if (remove === undefined) return bytes;
  const text = binaryString(bytes);
  const shown = remove(text);
  return shown === text ? bytes : bytesOf(shown);
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
function shownParts(body: Uint8Array, delimiter: string, redaction: BodyRedaction): ShownBody {
  const { remove = unchanged } = redaction;
  const [preamble = "", ...parts] = binaryString(body).split(delimiter);
  const shown = parts.map((part) => {
    const [, head = part, content = ""] = /^(.*?\r?\n\r?\n)(.*)$/s.exec(part) ?? [];
    const type = /^content-type:[ \t]*(.*(?:\r?\n[ \t].*)*)/im.exec(head)?.[1] ?? "";
    return { head: remove(head), ...shownBody(bytesOf(content), type, redaction) };
  });
  const start = remove(preamble);
  const text = shown.map((part) => delimiter + part.head + part.text).join("");
  const isPartial = shown.some((part) => part.isPartial);
  if (shown.every(({ bytes }) => bytes === undefined)) return { text: start + text, isPartial };
  const pieces = shown.map(({ head, text, bytes }) => {
    const content = bytes ?? new TextEncoder().encode(text);
    return delimiter + head + binaryString(content);
  });
  return { text: start + text, bytes: bytesOf(start + pieces.join("")), isPartial };
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
