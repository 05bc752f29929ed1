/**
 * Which encoding a message is in: the charset parameter of its media type, else its byte order mark or XML
 * declaration, else UTF-8 (RFC 7303 §3, XML 1.0 §F).
 */
import { DecodeError } from "../errors.js";

const DECLARED = /^<\?xml[^>]*\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/;
const SNIFFED = 200;
const MAX_KEPT = 16;

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
  #encoding = "utf-8";
  #streaming: Decoder | undefined;

  /** @param contentType the Content-Type header */
  constructor(contentType: string | undefined) {
    this.#charset = charsetOf(contentType ?? "");
  }

  /** @throws DecodeError when the encoding is unknown or the bytes are none of it */
  write(bytes: Uint8Array): string {
    const held = this.#held;
    this.#held = bytes;
    if (held === undefined) {
      this.#encoding = byteOrderMark(bytes) ?? this.#charset ?? declared(bytes) ?? "utf-8";
      return "";
    }
    this.#streaming ??= decoderOf(this.#encoding);
    return this.#decode(this.#streaming, held, true);
  }

  end(): string {
    if (this.#held === undefined) return "";
    if (this.#streaming !== undefined) return this.#decode(this.#streaming, this.#held, false);
    return (
      wholeUtf8(this.#encoding, this.#held) ??
      this.#decode(wholeDecoder(this.#encoding), this.#held, false)
    );
  }

  #decode(decoder: Decoder, bytes: Uint8Array, stream: boolean): string {
    try {
      return decoder.decode(bytes, { stream });
    } catch (cause) {
      const message = `The answer is not in ${this.#encoding}, the encoding that it claims.`;
      throw new DecodeError("MALFORMED_XML", message, "", { cause });
    }
  }
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

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? "utf-8" : undefined;
}

function declared(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0x3c && bytes[1] === 0) return "utf-16le";
  if (bytes[0] === 0 && bytes[1] === 0x3c) return "utf-16be";
  return DECLARED.exec(String.fromCharCode(...bytes.subarray(0, SNIFFED)))?.[1];
}
