/** Attachments: binary content beside an envelope, or in the place of base64 in it. */
import { CLASS_NAME, hasInstance } from "../errors/index.js";
import type { PartHeaders } from "./incoming/multipart-reader.js";

/** The content of an attachment: bytes in memory, or a stream, which can be sent once. */
export type AttachmentData =
  | Uint8Array
  | Blob
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array>;

/** Options of `attachment()`. */
export interface AttachmentOptions {
  /** The media type, sent as the Content-Type of the part; default: that of the Blob, or `application/octet-stream`. */
  readonly contentType?: string;
  /** The name of the file, sent in the Content-Disposition of the part; default: that of the File, or none. */
  readonly fileName?: string;
}

/** The headers of an attachment. */
export interface AttachmentHead {
  /** The media type; `application/octet-stream` if the part has none. */
  readonly contentType: string;
  /** The name of the file; `undefined` if the part has none. */
  readonly fileName: string | undefined;
  /** The id of the part, without angle brackets; `undefined` if it has none. */
  readonly contentId: string | undefined;
  /** All headers of the part, by lower-case name; empty if it was not received as a part. */
  readonly headers: PartHeaders;
}

/**
 * An attachment: one to send, created by `attachment()`, or one that was received.
 *
 * Iterate it to read its chunks as a stream; ending the iteration early drops the rest. The attachments of a message are
 * received in the order of the wire: reading a later one first buffers the earlier ones in memory, up to the limit of
 * the client or service (`maxResponseBytes` of a client).
 *
 * @example
 * await writeFile("scan.tiff", response.scan);
 */
export abstract class Attachment implements AsyncIterable<Uint8Array> {
  /** @private */
  static readonly [CLASS_NAME]: string = "Attachment";

  /** Whether a value is an attachment, also of another copy of the package. */
  static readonly [Symbol.hasInstance]: (value: unknown) => boolean = hasInstance;

  /**
   * The headers of its part, as soon as they are received.
   *
   * @throws DecodeError `MISSING_PART` if the message does not have the part; and the errors of `bytes`
   */
  abstract head(): Promise<AttachmentHead>;

  /**
   * Its whole content. A received attachment can be read once.
   *
   * @throws DecodeError if the message is malformed, exceeds a limit, or does not have the part
   * @throws ConnectionError, TimeoutError, AbortError if the message is cut short
   * @throws TypeError if it was read before, unless it is in memory
   */
  abstract bytes(): Promise<Uint8Array>;

  /** Its chunks; errors as for `bytes`. */
  abstract [Symbol.asyncIterator](): AsyncIterator<Uint8Array>;
}

/**
 * Creates an attachment to send.
 *
 * @example
 * attachment(await openAsBlob("scan.tiff"), { contentType: "image/tiff" })
 */
export function attachment(data: AttachmentData, options: AttachmentOptions = {}): Attachment {
  return new OutgoingAttachment(data, options);
}

export class OutgoingAttachment extends Attachment {
  static override readonly [CLASS_NAME]: string = "OutgoingAttachment";

  readonly #data: AttachmentData;
  readonly #options: AttachmentOptions;
  #isRead = false;

  constructor(data: AttachmentData, options: AttachmentOptions) {
    super();
    this.#data = data;
    this.#options = options;
  }

  /** Its bytes, if they are in memory. */
  get memory(): Uint8Array | undefined {
    return this.#data instanceof Uint8Array ? this.#data : undefined;
  }

  /** In bytes; `undefined` if it is a stream. */
  get size(): number | undefined {
    if (this.#data instanceof Uint8Array) return this.#data.byteLength;
    return this.#data instanceof Blob ? this.#data.size : undefined;
  }

  /** It is a stream that was read. */
  get isSpent(): boolean {
    return this.#isRead && this.size === undefined;
  }

  get headers(): AttachmentHead {
    const blob = this.#data instanceof Blob ? this.#data : undefined;
    const name = blob !== undefined && "name" in blob ? String(blob.name) : undefined;
    return {
      contentType: this.#options.contentType ?? (blob?.type || DEFAULT_TYPE),
      fileName: this.#options.fileName ?? name,
      contentId: undefined,
      headers: new Map(),
    };
  }

  async head(): Promise<AttachmentHead> {
    return this.headers;
  }

  async bytes(): Promise<Uint8Array> {
    return this.memory ?? collected(this);
  }

  /** @throws TypeError if it is a stream that was read before */
  [Symbol.asyncIterator](): AsyncIterator<Uint8Array> {
    if (this.isSpent)
      throw new TypeError(
        "This attachment is a stream that was already read. A stream can be read once.",
      );
    this.#isRead = true;
    return chunksOf(this.#data)[Symbol.asyncIterator]();
  }
}

export const DEFAULT_TYPE = "application/octet-stream";

function chunksOf(data: AttachmentData): AsyncIterable<Uint8Array> {
  if (data instanceof Uint8Array) return single(data);
  const source = data instanceof Blob ? data.stream() : data;
  // Not every browser can iterate a stream.
  return Symbol.asyncIterator in source ? source : streamed(source);
}

async function* single(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function* streamed(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel();
  }
}

export async function collected(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return concatenated(all);
}

export function concatenated(chunks: readonly Uint8Array[]): Uint8Array {
  const [only] = chunks;
  // The chunks of Node are Buffers, which show themselves as other JSON.
  if (chunks.length === 1 && only !== undefined) {
    return new Uint8Array(only.buffer, only.byteOffset, only.byteLength);
  }
  const whole = new Uint8Array(chunks.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}
