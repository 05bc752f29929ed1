/** Bodies as async iterables that let go of their connection when they are left early. */
import type { Readable } from "node:stream";

/** Bytes that are read before they are asked for. */
const READ_AHEAD = 64 * 1024;
/** Of a body that nobody wants, bytes that are read all the same. */
const MAX_DRAINED = 64 * 1024;

/** Lets go of a body; a short one is read, so that its connection can be used again. */
export async function drain(body: AsyncIterable<Uint8Array>): Promise<void> {
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > MAX_DRAINED) return;
  }
}

/** Puts `release` on `return`: before the first `next` a generator would not run its `finally`. */
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
 * The chunks of `stream`, which must not have emitted anything yet. Does what iterating the stream does, with fewer
 * steps: that is felt where the whole body is one chunk.
 *
 * @param explain gives what to throw for the stream's error, or for its closing before its end
 * @param done is called when nothing more will come
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
