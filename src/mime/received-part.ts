/** One part of a message that came: its bytes wait here until they are read. */
import { Attachment, type AttachmentHead, collected } from "./attachment.js";

/** What the parts of a message have in common. */
export interface PartFlow {
  /** Someone waits for a part, and everything before it has to be taken in. */
  waits(): void;
  /** One of those that wait has got something. */
  woken(): void;
  /** Bytes went into memory, or out of it where they are less than none. */
  hold(bytes: number): void;
  /** Counts what is collected whole. @throws DecodeError past the limit */
  collect(bytes: number): void;
  /** A part is done with: read, or left. */
  left(): void;
}

export class ReceivedPart extends Attachment {
  readonly #flow: PartFlow;
  readonly #kept: Uint8Array[] = [];
  #head: AttachmentHead | undefined;
  #state: "open" | "ended" | "left" | "failed" = "open";
  #failure: unknown;
  #isRead = false;
  readonly #waiters: (() => void)[] = [];

  constructor(flow: PartFlow) {
    super();
    this.#flow = flow;
  }

  /** Whether nobody will read what comes. */
  get isLeft(): boolean {
    return this.#state === "left";
  }

  /** Whether all of it has been taken in, or nobody wants more of it. */
  get isDone(): boolean {
    return this.#state !== "open";
  }

  begin(head: AttachmentHead): void {
    this.#head = head;
    this.#wake();
  }

  push(chunk: Uint8Array): void {
    if (this.#state !== "open" || chunk.byteLength === 0) return;
    this.#kept.push(chunk);
    this.#flow.hold(chunk.byteLength);
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

  /** Drops what is there and what will come. */
  leave(): void {
    if (this.#state === "left") return;
    for (const chunk of this.#kept.splice(0)) this.#flow.hold(-chunk.byteLength);
    this.#state = "left";
    this.#wake();
    this.#flow.left();
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

  /** @throws TypeError where it has been read before */
  [Symbol.asyncIterator](): AsyncIterator<Uint8Array> {
    const chunks = this.#chunks(() => {});
    return {
      next: () => chunks.next(),
      // Before the first `next` a generator would not run its `finally`.
      return: async () => {
        this.leave();
        return chunks.return(undefined);
      },
    };
  }

  #chunks(count: (bytes: number) => void): AsyncGenerator<Uint8Array, undefined, undefined> {
    if (this.#isRead) throw new TypeError("This attachment was read before: its bytes come once.");
    this.#isRead = true;
    return this.#read(count);
  }

  async *#read(count: (bytes: number) => void): AsyncGenerator<Uint8Array, undefined, undefined> {
    try {
      for (;;) {
        const chunk = this.#kept.shift();
        if (chunk !== undefined) {
          this.#flow.hold(-chunk.byteLength);
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
    this.#flow.waits();
    return new Promise((resolve) => {
      this.#waiters.push(resolve);
    });
  }

  #wake(): void {
    for (const resolve of this.#waiters.splice(0)) {
      this.#flow.woken();
      resolve();
    }
  }
}
