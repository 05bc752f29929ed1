/**
 * Which encoding a message is in: the charset parameter of its media type, else its byte order mark or XML
 * declaration, else UTF-8 (RFC 7303 §3, XML 1.0 §F).
 */
import { DecodeError } from "../errors/index.js";

const DECLARED = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/;
const SNIFFED = 200;
const MAX_KEPT = 16;
const NO_BYTES = new Uint8Array();

type Decoder = InstanceType<typeof TextDecoder>;

/** Decoders of whole texts, by encoding: they keep no state between calls, and making one costs more than using it. */
const wholes = new Map<string, Decoder>();

/** Node's own way for UTF-8 that is there whole, several times faster than a decoder; `undefined` elsewhere. */
const nodeBuffer = globalThis.process?.getBuiltinModule?.("node:buffer");

/** The latest media type and its charset: a service's answers have the same one. */
let latest: { readonly type: string; readonly charset: string | undefined } | undefined;

function charsetOf(type: string): string | undefined {
  if (latest?.type !== type) {
    const charset = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(type)?.[1]?.toLowerCase();
    latest = { type, charset };
  }
  return latest.charset;
}

/** Turns bytes that come by chunks into text; a byte order mark is dropped. A chunk is decoded when the next one comes. */
export class MessageText {
  readonly #charset: string | undefined;
  #held: Uint8Array | undefined;
  #encoding: string | undefined;
  #streaming: Decoder | undefined;

  /** @param contentType the Content-Type header */
  constructor(contentType: string | undefined) {
    this.#charset = charsetOf(contentType ?? "");
  }

  /** @throws DecodeError when the encoding is unknown or the bytes are none of it */
  write(bytes: Uint8Array): string {
    let held = this.#held;
    this.#held = bytes;
    if (held === undefined) return "";
    if (this.#streaming === undefined && held.length < SNIFFED) {
      // Too little to tell by.
      this.#held = joined(held, bytes);
      if (this.#held.length < SNIFFED) return "";
      held = this.#held;
      this.#held = NO_BYTES;
    }
    this.#encoding ??= encodingOf(held, this.#charset);
    this.#streaming ??= decoderOf(this.#encoding);
    return this.#decode(this.#streaming, held, true);
  }

  end(): string {
    if (this.#held === undefined) return "";
    this.#encoding ??= encodingOf(this.#held, this.#charset);
    if (this.#streaming !== undefined) return this.#decode(this.#streaming, this.#held, false);
    return (
      wholeUtf8(this.#encoding, this.#held) ??
      this.#decode(wholeDecoder(this.#encoding), this.#held, false)
    );
  }

  #decode(decoder: Decoder, bytes: Uint8Array, stream: boolean): string {
    try {
      const text = decoder.decode(bytes, { stream });
      return decoder.encoding === "windows-1252" ? text.replace(/[\x80-\x9f]/g, inWindows) : text;
    } catch (cause) {
      const message = `The answer is not in ${this.#encoding}, the encoding that it claims.`;
      throw new DecodeError("MALFORMED_XML", message, "", { cause });
    }
  }
}

/**
 * The characters 0x80 to 0x9F of windows-1252, as which ISO-8859-1 is read too (WHATWG Encoding §9.1): some versions of
 * Node leave them as controls. A blank is none.
 */
const WINDOWS = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

function inWindows(control: string): string {
  const character = WINDOWS[control.charCodeAt(0) - 0x80] ?? " ";
  return character === " " ? control : character;
}

/** `undefined` where it can't be had so: what is wrong with the bytes is for a decoder to say. */
function wholeUtf8(encoding: string, bytes: Uint8Array): string | undefined {
  if (nodeBuffer === undefined || encoding !== "utf-8" || !nodeBuffer.isUtf8(bytes)) {
    return undefined;
  }
  const { buffer, byteOffset, byteLength } = bytes;
  const text = nodeBuffer.Buffer.from(buffer, byteOffset, byteLength).toString();
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}

function wholeDecoder(charset: string): Decoder {
  let decoder = wholes.get(charset);
  if (decoder === undefined) {
    decoder = decoderOf(charset);
    if (wholes.size < MAX_KEPT) wholes.set(charset, decoder);
  }
  return decoder;
}

function decoderOf(charset: string): Decoder {
  try {
    return new TextDecoder(charset, { fatal: true });
  } catch (cause) {
    const message = `The answer is in the encoding "${charset}", which is not known here.`;
    throw new DecodeError("MALFORMED_XML", message, "", { cause });
  }
}

/** A byte order mark tells most, then the header, then the declaration (RFC 7303 §3.3). */
function encodingOf(bytes: Uint8Array, charset: string | undefined): string {
  const marked = byteOrderMark(bytes);
  if (marked !== undefined) return marked;
  const claimed = charset ?? declared(bytes)?.toLowerCase() ?? "utf-8";
  if (claimed !== "utf-16") return claimed;
  // Which of the two, or neither: a text that was declared so may have been sent in another encoding.
  return wideEncoding(bytes) ?? (charset === undefined ? "utf-8" : claimed);
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? "utf-8" : undefined;
}

/** By its first character, a `<`. */
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
