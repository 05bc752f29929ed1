/**
 * Detects the character encoding of a message: by its byte order mark, or else the charset parameter of its media type, or
 * else its XML declaration, or else UTF-8 (RFC 7303 §3, XML 1.0 §F).
 */
import { DecodeError } from "../errors/index.js";
import { mediaType } from "./media-type.js";

const DECLARED = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/;
const SNIFFED = 200;
const MAX_KEPT = 16;
const NO_BYTES = new Uint8Array();

type Decoder = InstanceType<typeof TextDecoder>;

/** Decoders of whole texts, by encoding: they have no state between calls, and creating one is slower than using it. */
const wholeDecoders = new Map<string, Decoder>();

/** Decodes whole UTF-8 texts several times faster than a decoder; `undefined` outside of Node. */
const nodeBuffer = globalThis.process?.getBuiltinModule?.("node:buffer");

/**
 * Decodes the chunks of a message to text, without a byte order mark. Each chunk is decoded when the next one arrives, so
 * that a message of one chunk is decoded as a whole.
 */
export class MessageText {
  readonly #charset: string | undefined;
  #pending: Uint8Array | undefined;
  #encoding: string | undefined;
  #streaming: Decoder | undefined;
  /** The bytes that are being decoded. */
  #current: Uint8Array = NO_BYTES;

  /** @param contentType the Content-Type header */
  constructor(contentType: string | undefined) {
    this.#charset = charsetOf(mediaType(contentType).parameters.get("charset"));
  }

  /** @throws DecodeError `MALFORMED_XML` if the encoding is unknown or the bytes are not valid in it */
  write(bytes: Uint8Array): string {
    let pending = this.#pending;
    this.#pending = bytes;
    if (pending === undefined) return "";
    if (this.#streaming === undefined && pending.length < SNIFFED) {
      // Not enough bytes to detect the encoding.
      this.#pending = joined(pending, bytes);
      if (this.#pending.length < SNIFFED) return "";
      pending = this.#pending;
      this.#pending = NO_BYTES;
    }
    this.#current = pending;
    this.#encoding ??= encodingOf(pending, this.#charset);
    this.#streaming ??= decoderOf(this.#encoding);
    return this.#decode(this.#streaming, pending, true);
  }

  /** Returns the rest of the text. @throws DecodeError as `write` does */
  end(): string {
    if (this.#pending === undefined) return "";
    this.#current = this.#pending;
    this.#encoding ??= encodingOf(this.#pending, this.#charset);
    if (this.#streaming !== undefined) return this.#decode(this.#streaming, this.#pending, false);
    const whole = wholeUtf8(this.#encoding, this.#pending);
    if (whole === undefined)
      return this.#decode(wholeDecoder(this.#encoding), this.#pending, false);
    this.#current = NO_BYTES;
    return whole;
  }

  /**
   * After an error, the beginning of the bytes that could not be decoded: what is UTF-8 as UTF-8, and the other bytes as
   * those of windows-1252, so that known secrets are found in it.
   *
   * @param length the largest number of bytes
   */
  undecoded(length: number): string {
    const bytes = String.fromCharCode(...this.#current.subarray(0, length));
    return bytes.replace(UTF8, fromUtf8).replace(/[\x80-\x9f]/g, inWindows);
  }

  #decode(decoder: Decoder, bytes: Uint8Array, stream: boolean): string {
    try {
      const text = decoder.decode(bytes, { stream });
      this.#current = NO_BYTES;
      return decoder.encoding === "windows-1252" ? text.replace(/[\x80-\x9f]/g, inWindows) : text;
    } catch (cause) {
      const message = `The message contains bytes that are not valid in its encoding, ${this.#encoding}.`;
      throw new DecodeError("MALFORMED_XML", message, "", { cause });
    }
  }
}

/** Characters of several bytes in UTF-8, with a character for each byte. */
const UTF8 = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/g;

function fromUtf8(bytes: string): string {
  return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
}

/**
 * The characters 0x80 to 0x9F of windows-1252, which is used for ISO-8859-1 too (WHATWG Encoding §9.1): some versions of
 * Node decode them as control characters. A blank marks an unused code.
 */
const WINDOWS = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

function inWindows(control: string): string {
  const character = WINDOWS[control.charCodeAt(0) - 0x80] ?? " ";
  return character === " " ? control : character;
}

/** `undefined` if the fast way is not possible; for invalid bytes the decoder reports the error. */
function wholeUtf8(encoding: string, bytes: Uint8Array): string | undefined {
  if (nodeBuffer === undefined || encoding !== "utf-8" || !nodeBuffer.isUtf8(bytes)) {
    return undefined;
  }
  const { buffer, byteOffset, byteLength } = bytes;
  const text = nodeBuffer.Buffer.from(buffer, byteOffset, byteLength).toString();
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}

function wholeDecoder(charset: string): Decoder {
  let decoder = wholeDecoders.get(charset);
  if (decoder === undefined) {
    decoder = decoderOf(charset);
    if (wholeDecoders.size < MAX_KEPT) wholeDecoders.set(charset, decoder);
  }
  return decoder;
}

/** The charset parameter in lower case, without the single quotes of some stacks; `none` counts as no parameter. */
function charsetOf(parameter: string | undefined): string | undefined {
  const charset = parameter?.replace(/^'(.*)'$/, "$1").toLowerCase();
  return charset === "none" ? undefined : charset || undefined;
}

/** @param label as the message has it */
function decoderOf(charset: string, label = charset): Decoder {
  try {
    return new TextDecoder(charset, { fatal: true });
  } catch (cause) {
    // `utf_8` of PHP and Python programs; labels with `_`, such as shift_jis, were known above.
    if (charset.includes("_")) return decoderOf(charset.replaceAll("_", "-"), label);
    const message = `The message has the encoding "${label}", which this runtime does not support.`;
    throw new DecodeError("MALFORMED_XML", message, "", { cause });
  }
}

/** A byte order mark has precedence, then the header, then the declaration (RFC 7303 §3.3). */
function encodingOf(bytes: Uint8Array, charset: string | undefined): string {
  const marked = byteOrderMark(bytes);
  if (marked !== undefined) return marked;
  const claimed = charset ?? declared(bytes)?.toLowerCase() ?? "utf-8";
  if (claimed !== "utf-16") return claimed;
  // One of the two byte orders, or neither: a text may be sent in another encoding than it declares.
  return wideEncoding(bytes) ?? (charset === undefined ? "utf-8" : claimed);
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? "utf-8" : undefined;
}

/** Detects UTF-16 by the first character, a `<`. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0x3c && bytes[1] === 0) return "utf-16le";
  return bytes[0] === 0 && bytes[1] === 0x3c ? "utf-16be" : undefined;
}

function declared(bytes: Uint8Array): string | undefined {
  return (
    wideEncoding(bytes) ?? DECLARED.exec(String.fromCharCode(...bytes.subarray(0, SNIFFED)))?.[1]
  );
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}
