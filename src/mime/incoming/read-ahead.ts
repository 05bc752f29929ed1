/** The memory of the parts of a message that is being received: how far reading may be ahead of the readers of parts. */
import { DecodeError } from "../../errors/index.js";
import type { PartFlow } from "./received-part.js";

/** The number of bytes that are read before somebody asks for them: small attachments free their connection early. */
const READ_AHEAD = 256 * 1024;

export class ReadAhead implements PartFlow {
  readonly #maxBytes: number;
  readonly #ahead: number;
  #buffered = 0;
  #collected = 0;
  #waiting = 0;
  #wake = () => {};

  /** @param maxBytes the most bytes in memory; more is a `LIMIT` error */
  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
    this.#ahead = Math.min(READ_AHEAD, maxBytes);
  }

  /** Somebody waits for a part. */
  get isWaitedFor(): boolean {
    return this.#waiting > 0;
  }

  get isFull(): boolean {
    return this.#buffered > this.#ahead;
  }

  /**
   * Waits until there is room for more, or until somebody waits for more: that is another part, if the buffered bytes are
   * not read.
   *
   * @throws DecodeError `LIMIT`; the reason of the signal if it aborts
   */
  async room(signal: AbortSignal | undefined): Promise<void> {
    while (this.isFull && !this.isWaitedFor) {
      signal?.throwIfAborted();
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    this.checkLimit();
  }

  /** Lets `room` check its conditions again. */
  wake(): void {
    this.#wake();
  }

  /** @throws DecodeError `LIMIT` */
  checkLimit(): void {
    if (this.#buffered > this.#maxBytes) throw this.#tooLong();
  }

  beginWait(): void {
    this.#waiting += 1;
    this.#wake();
  }

  endWait(): void {
    this.#waiting -= 1;
  }

  buffer(bytes: number): void {
    this.#buffered += bytes;
    if (bytes < 0) this.#wake();
  }

  collect(bytes: number): void {
    this.#collected += bytes;
    if (this.#collected > this.#maxBytes) throw this.#tooLong();
  }

  finished(): void {
    this.#wake();
  }

  #tooLong(): DecodeError {
    const message = `The attachments of the message are longer than ${this.#maxBytes} bytes, which is the limit.`;
    return new DecodeError("LIMIT", message, "");
  }
}
