/** Bodies as async iterables that release their connection if an iteration ends early. */
import type { Readable } from "node:stream";

/** The number of bytes that are read before somebody asks for them. */
const READ_AHEAD = 64 * 1024;
/** The longest rest of an unwanted body that is read, in bytes. */
const MAX_DRAINED = 64 * 1024;

/** Releases a body. A short rest is read, so that its connection can be used again. */
export async function drain(body: AsyncIterable<Uint8Array>): Promise<void> {
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > MAX_DRAINED) return;
  }
}

/** Calls `release` on `return`: a generator that was not started does not run its `finally`. */
export function releasing(
  chunks: AsyncGenerator<Uint8Array, void, undefined>,
  release: () => void,
): AsyncIterableIterator<Uint8Array> {
  return {
    next: () => chunks.next(),
    return: () => {
      release();
      return chunks.return();
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/**
 * The chunks of `stream`, which must not have emitted anything yet. It does the same as an iteration of the stream, with
 * fewer steps, which matters if the whole body is one chunk.
 *
 * @param explain returns the error to throw for an error of the stream, or if it closes before its end
 * @param done is called when the stream has ended or failed
 */
export function streamChunks(
  stream: Readable,
  explain: (error: unknown) => unknown,
  done: () => void,
): AsyncIterableIterator<Uint8Array> {
  let state: "open" | "ended" | "failed" = "open";
  let failure: unknown;
  let wake = () => {};
  const settle = (next: "ended" | "failed") => {
    if (state !== "open") return;
    state = next;
    done();
    wake();
  };
  const fail = (error: unknown) => {
    if (state === "open") failure = explain(error);
    settle("failed");
  };
  const waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  stream.on("data", (chunk: Uint8Array) => {
    waiting.push(chunk);
    waitingBytes += chunk.length;
    if (waitingBytes > READ_AHEAD) stream.pause();
    wake();
  });
  stream.on("end", () => settle("ended"));
  stream.on("error", fail);
  stream.on("close", () => {
    if (state === "open") fail(Object.assign(new Error("closed"), { code: "ECONNRESET" }));
  });

  async function* chunks(): AsyncGenerator<Uint8Array, void, undefined> {
    for (;;) {
      if (state === "failed") throw failure;
      const chunk = waiting.shift();
      if (chunk !== undefined) {
        waitingBytes -= chunk.length;
        if (waiting.length === 0 && stream.isPaused()) stream.resume();
        yield chunk;
      } else if (state === "ended") return;
      else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  }
  return releasing(chunks(), () => {
    settle("ended");
    stream.destroy();
  });
}
