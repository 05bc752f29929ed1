/** What travels beside an envelope, or in the place of base64 in it. */
import type { PartHeaders } from "./multipart-reader.js";

/** Bytes that are there, or that come as they are read: those of a stream can be read once. */
export type AttachmentData =
  | Uint8Array
  | Blob
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array>;

export interface AttachmentOptions {
  /** Its media type; default that of the Blob, or `application/octet-stream`. */
  readonly contentType?: string;
  /** Default: that of the File. */
  readonly fileName?: string;
}

/** What a part says of itself. */
export interface AttachmentHead {
  readonly contentType: string;
  readonly fileName: string | undefined;
  readonly contentId: string | undefined;
  /** Every header of the part, by lower-case name; empty where it did not come as one. */
  readonly headers: PartHeaders;
}

/**
 * An attachment to send, made by `attachment()`, or one of an answer. Its chunks come as they are asked for; leaving them
 * early lets go of the rest. Those of an answer come in the order of the wire: one that is asked for before its turn
 * has those before it kept in memory, up to the client's `maxResponseBytes`.
 *
 * @example
 * await writeFile("scan.tiff", answer.scan);
 */
export abstract class Attachment implements AsyncIterable<Uint8Array> {
  /**
   * What its part says of it, once it is there.
   *
   * @throws DecodeError where the answer lacks the part, and as reading does
   */
  abstract head(): Promise<AttachmentHead>;

  /**
   * All of it.
   *
   * @throws DecodeError, ConnectionError, TimeoutError, AbortError where the answer breaks off
   */
  abstract bytes(): Promise<Uint8Array>;

  abstract [Symbol.asyncIterator](): AsyncIterator<Uint8Array>;
}

/**
 * Makes an attachment to send.
 *
 * @example
 * attachment(await openAsBlob("scan.tiff"), { contentType: "image/tiff" })
 */
export function attachment(data: AttachmentData, options: AttachmentOptions = {}): Attachment {
  return new OutgoingAttachment(data, options);
}

export class OutgoingAttachment extends Attachment {
  readonly #data: AttachmentData;
  readonly #options: AttachmentOptions;
  #isRead = false;

  constructor(data: AttachmentData, options: AttachmentOptions) {
    super();
    this.#data = data;
    this.#options = options;
  }

  /** Its bytes where they are in memory. */
  get memory(): Uint8Array | undefined {
    return this.#data instanceof Uint8Array ? this.#data : undefined;
  }

  /** In bytes; `undefined` where only reading it tells. */
  get size(): number | undefined {
    if (this.#data instanceof Uint8Array) return this.#data.byteLength;
    return this.#data instanceof Blob ? this.#data.size : undefined;
  }

  /** Whether there is nothing left to read. */
  get isSpent(): boolean {
    return this.#isRead && this.size === undefined;
  }

  get facts(): AttachmentHead {
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
    return this.facts;
  }

  async bytes(): Promise<Uint8Array> {
    return this.memory ?? collected(this);
  }

  /** @throws TypeError where it is a stream that has been read */
  [Symbol.asyncIterator](): AsyncIterator<Uint8Array> {
    if (this.isSpent) throw new TypeError("This attachment is a stream, which was read before.");
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
  if (chunks.length === 1 && only !== undefined) return only;
  const whole = new Uint8Array(chunks.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}
