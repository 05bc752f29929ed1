/** Streamed bodies for `fetch`. */
import { isReplayable, type RequestBody } from "../transport.js";

export class BodySource {
  /** The error of the chunks' source, which `fetch` wraps. */
  failure: { readonly error: unknown } | undefined;
  readonly #url: URL;
  #isStopped = false;

  constructor(url: URL) {
    this.#url = url;
  }

  /** Ends the body: some versions of undici request further chunks after the request has failed. */
  stop(): void {
    this.#isStopped = true;
  }

  /** The members of RequestInit for a body. */
  async init(body: RequestBody | undefined): Promise<Pick<RequestInit, "body" | "duplex">> {
    if (body === undefined) return {};
    if (isReplayable(body)) return { body };
    const chunks = body[Symbol.asyncIterator]();
    if (supportsStreams(this.#url)) return { body: this.#stream(chunks), duplex: "half" };
    return { body: await this.#blob(chunks) };
  }

  #stream(chunks: AsyncIterator<Uint8Array>): ReadableStream<Uint8Array> {
    return new ReadableStream({
      pull: async (controller) => {
        const next = this.#isStopped ? await ended(chunks) : await this.#next(chunks);
        if (next.done === true) controller.close();
        else controller.enqueue(next.value);
      },
      cancel: async () => {
        await chunks.return?.();
      },
    });
  }

  async #blob(chunks: AsyncIterator<Uint8Array>): Promise<Blob> {
    const parts: Uint8Array[] = [];
    for (;;) {
      const next = await this.#next(chunks);
      if (next.done === true) return new Blob(parts);
      parts.push(next.value);
    }
  }

  async #next(chunks: AsyncIterator<Uint8Array>): Promise<IteratorResult<Uint8Array>> {
    try {
      return await chunks.next();
    } catch (error) {
      this.failure = { error };
      throw error;
    }
  }
}

async function ended(chunks: AsyncIterator<Uint8Array>): Promise<IteratorResult<Uint8Array>> {
  await chunks.return?.();
  return { done: true, value: undefined };
}

/**
 * Whether requests can be streamed: otherwise a browser would send `[object ReadableStream]`. Browsers that support it do
 * so only over HTTP/2, which requires TLS.
 */
function supportsStreams({ protocol }: URL): boolean {
  if ("document" in globalThis && protocol === "http:") return false;
  let isAsked = false;
  const { headers } = new Request("http://localhost/", {
    method: "POST",
    body: new ReadableStream(),
    get duplex(): "half" {
      isAsked = true;
      return "half";
    },
  });
  return isAsked && !headers.has("content-type");
}
