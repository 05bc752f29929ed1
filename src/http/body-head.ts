/** Copies of bodies for logs and recordings, while they pass through. */
import { type HttpRequest, isReplayable } from "./transport.js";

/** The first bytes of a body, and its size. */
export class BodyHead {
  readonly #chunks: Uint8Array[] = [];
  /** The size of the whole body, in bytes. */
  size = 0;

  constructor(readonly limit: number) {}

  add(chunk: Uint8Array): void {
    const room = this.limit - this.size;
    if (room > 0) this.#chunks.push(chunk.slice(0, room));
    this.size += chunk.byteLength;
  }

  /** The number of bytes that were not kept. */
  get left(): number {
    return Math.max(0, this.size - this.limit);
  }

  /** The bytes that were kept. */
  get bytes(): Uint8Array {
    const bytes = new Uint8Array(Math.min(this.size, this.limit));
    let at = 0;
    for (const chunk of this.#chunks) {
      bytes.set(chunk, at);
      at += chunk.byteLength;
    }
    return bytes;
  }
}

/** A request that is shown once: immediately, or for a streamed body when it has ended. */
export class SentRequest {
  readonly request: HttpRequest;
  readonly body: BodyHead;
  readonly #sent: (body: BodyHead) => void;
  #isShown = false;

  constructor(request: HttpRequest, maxBody: number, sent: (body: BodyHead) => void = () => {}) {
    this.body = new BodyHead(maxBody);
    this.#sent = sent;
    const { body } = request;
    if (isReplayable(body)) {
      this.request = request;
      this.body.add(body instanceof Uint8Array ? body : new TextEncoder().encode(body));
      this.show();
    } else {
      this.request = { ...request, body: observed(body, this.body, () => this.show()) };
    }
  }

  show(): void {
    if (!this.#isShown) this.#sent(this.body);
    this.#isShown = true;
  }
}

/** The note on a body whose reader stopped before its end. */
export const NOT_READ = "not read to its end";

/** Passes `body` through and copies its head; `finish` is called once: at its end, on an error, or if the reader stops. */
export async function* observed(
  body: AsyncIterable<Uint8Array>,
  head: BodyHead,
  finish: (note: string) => void,
): AsyncIterable<Uint8Array> {
  let note = NOT_READ;
  try {
    for await (const chunk of body) {
      head.add(chunk);
      yield chunk;
    }
    note = "complete";
  } catch (error) {
    note = `broken off: ${reason(error)}`;
    throw error;
  } finally {
    finish(note);
  }
}

/** The message of an error. */
export function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
