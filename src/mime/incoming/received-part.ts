/** One part of a received message: its bytes are buffered until they are read. */
import { Attachment, type AttachmentHead, collected } from "../attachment.js";

/** The events of the parts of one message. */
export interface PartFlow {
  /** Somebody begins to wait for a part: everything before it has to be read. */
  beginWait(): void;
  /** Somebody who waited got bytes, or the end of the part. */
  endWait(): void;
  /** Bytes were buffered; a negative number if they left the buffer. */
  buffer(bytes: number): void;
  /** Counts bytes of parts that are collected as a whole. @throws DecodeError `LIMIT` */
  collect(bytes: number): void;
  /** A part was read to its end, or left before. */
  finished(): void;
}

const ALREADY_READ =
  "This attachment was already read. The bytes of a received attachment can be read once; keep them if they are needed again.";

export class ReceivedPart extends Attachment {
  readonly #flow: PartFlow;
  readonly #buffered: Uint8Array[] = [];
  #head: AttachmentHead | undefined;
  #state: "open" | "ended" | "left" | "failed" = "open";
  #failure: unknown;
  #isRead = false;
  readonly #waiters: (() => void)[] = [];

  constructor(flow: PartFlow) {
    super();
    this.#flow = flow;
  }

  /** Nobody reads the rest of it. */
  get isLeft(): boolean {
    return this.#state === "left";
  }

  /** All of it was received, or nobody reads the rest of it. */
  get isDone(): boolean {
    return this.#state !== "open";
  }

  begin(head: AttachmentHead): void {
    this.#head = head;
    this.#wake();
  }

  push(chunk: Uint8Array): void {
    if (this.#state !== "open" || chunk.byteLength === 0) return;
    this.#buffered.push(chunk);
    this.#flow.buffer(chunk.byteLength);
    this.#wake();
  }

  end(): void {
    if (this.#state === "open") this.#state = "ended";
    this.#wake();
  }

  fail(error: unknown): void {
    if (this.#state === "open") {
      this.#state = "failed";
      this.#failure = error;
    }
    this.#wake();
  }

  /** Drops the buffered bytes, and those that follow. */
  leave(): void {
    if (this.#state === "left") return;
    for (const chunk of this.#buffered.splice(0)) this.#flow.buffer(-chunk.byteLength);
    this.#state = "left";
    this.#wake();
    this.#flow.finished();
  }

  async head(): Promise<AttachmentHead> {
    while (this.#head === undefined) {
      if (this.#state === "failed") throw this.#failure;
      await this.#more();
    }
    return this.#head;
  }

  async bytes(): Promise<Uint8Array> {
    const counted = this.#chunks((bytes) => this.#flow.collect(bytes));
    return collected(counted);
  }

  /** @throws TypeError if it was read before */
  [Symbol.asyncIterator](): AsyncIterator<Uint8Array> {
    const chunks = this.#chunks(() => {});
    return {
      next: () => chunks.next(),
      // A generator that was not started does not run its `finally`.
      return: async () => {
        this.leave();
        return chunks.return(undefined);
      },
    };
  }

  #chunks(count: (bytes: number) => void): AsyncGenerator<Uint8Array, undefined, undefined> {
    if (this.#isRead) throw new TypeError(ALREADY_READ);
    this.#isRead = true;
    return this.#read(count);
  }

  async *#read(count: (bytes: number) => void): AsyncGenerator<Uint8Array, undefined, undefined> {
    try {
      for (;;) {
        const chunk = this.#buffered.shift();
        if (chunk !== undefined) {
          this.#flow.buffer(-chunk.byteLength);
          count(chunk.byteLength);
          yield chunk;
        } else if (this.#state === "failed") throw this.#failure;
        else if (this.#state === "open") await this.#more();
        else return undefined;
      }
    } finally {
      this.leave();
    }
  }

  #more(): Promise<void> {
    this.#flow.beginWait();
    return new Promise((resolve) => {
      this.#waiters.push(resolve);
    });
  }

  #wake(): void {
    for (const resolve of this.#waiters.splice(0)) {
      this.#flow.endWait();
      resolve();
    }
  }
}
