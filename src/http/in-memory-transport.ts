/** A transport to a service in the same process. */
import { releasing } from "../bytes/index.js";
import { ConnectionError } from "../errors/index.js";
import { cookies } from "./cookies.js";
import {
  BROKEN_CODING,
  decodedRequest,
  UNCHANGED,
  UNSUPPORTED_CODING,
} from "./in-memory-coding.js";
import { withoutReservedHeaders } from "./request/headers.js";
import { onAbort } from "./signal/abort-listener.js";
import { type HttpRequest, type HttpResponse, isReplayable, type Transport } from "./transport.js";

/** Responds to HTTP requests: a service of `createService`, or an object of your own. */
export interface HttpHandler {
  /** Resolves when the head of the response is known. The signal of the request aborts when the exchange ends. */
  handle(request: HttpRequest): Promise<HttpResponse>;
  /**
   * Whether requests may have a Content-Encoding: then `inMemory` decodes them before it calls `handle`, and responds to an
   * unknown coding with the status 415. Default: bodies are passed on as they are.
   */
  readonly acceptsCodings?: boolean;
}

/**
 * Connects a client to a service without a socket, for unit tests: nothing is sent, no port is opened. Messages are
 * encoded and decoded as over HTTP, cookies are kept, bodies are streamed, and calls can be aborted. The host of the
 * address is ignored; its path has to be one of the service. The body of a response is the decoded content, whatever its
 * Content-Encoding.
 *
 * @example
 * const service = await createService(operations, { handlers: { getQuote: () => ({ price: "12.50" }) } });
 * const client = new StockClient({ endpoint: service.url, transport: inMemory(service) });
 * @throws from the transport: ConnectionError if the service fails without a response; the signal's reason if it aborts
 */
export function inMemory(service: HttpHandler): Transport {
  return withoutReservedHeaders(cookies((request) => exchange(service, request)));
}

async function exchange(service: HttpHandler, request: HttpRequest): Promise<HttpResponse> {
  const { signal } = request;
  signal?.throwIfAborted();
  const sent = new SentBody(request);
  const whole = { ...request, ...sent.part };
  const decoded = service.acceptsCodings === true ? decodedRequest(whole) : UNCHANGED;
  if (decoded === undefined) return UNSUPPORTED_CODING;
  const lifetime = new Lifetime(signal);
  try {
    const response = await lifetime.race(
      service.handle({ ...whole, ...decoded.part, signal: lifetime.signal }),
    );
    return { ...response, body: received(response.body, lifetime, sent) };
  } catch (error) {
    lifetime.end();
    if (decoded.isBroken() && !lifetime.isAborted && sent.failure === undefined) {
      return BROKEN_CODING;
    }
    throw failure(error, lifetime, sent);
  }
}

/** The time from the request to the end of the response, or to the abort of the caller. */
class Lifetime {
  readonly #controller = new AbortController();
  readonly #aborted: Promise<never>;

  constructor(private readonly caller: AbortSignal | undefined) {
    this.#aborted = new Promise((_, reject) => {
      this.#release = onAbort(caller, () => {
        reject(caller?.reason);
        this.#controller.abort(caller?.reason);
      });
    });
    this.#aborted.catch(() => {});
  }

  #release = () => {};

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get isAborted(): boolean {
    return this.caller?.aborted === true;
  }

  /** The result of `work`, or the caller's reason if it aborts before. */
  race<Result>(work: Promise<Result>): Promise<Result> {
    return Promise.race([work, this.#aborted]);
  }

  end(): void {
    this.#release();
    this.#controller.abort();
  }
}

/** The body of the request as the service reads it, with the error of its source. */
class SentBody {
  /** Overrides the body of the request; empty for one that is not streamed. */
  readonly part: Pick<HttpRequest, "body">;
  failure: { readonly error: unknown } | undefined;

  constructor({ body }: HttpRequest) {
    this.part = isReplayable(body) ? {} : { body: this.#observed(body) };
  }

  async *#observed(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    try {
      yield* chunks;
    } catch (error) {
      this.failure = { error };
      throw error;
    }
  }
}

function received(
  body: HttpResponse["body"],
  lifetime: Lifetime,
  sent: SentBody,
): HttpResponse["body"] {
  const chunks = body[Symbol.asyncIterator]();
  const release = () => {
    lifetime.end();
    void chunks.return?.();
  };
  async function* all(): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      for (;;) {
        const next = await lifetime.race(chunks.next());
        if (next.done === true) return;
        yield next.value;
      }
    } catch (error) {
      throw failure(error, lifetime, sent);
    } finally {
      release();
    }
  }
  return releasing(all(), release);
}

/** The error that the caller gets: over HTTP, too, it learns of a failure of the service only that there is no response. */
function failure(error: unknown, { isAborted }: Lifetime, sent: SentBody): unknown {
  if (isAborted) return error;
  if (sent.failure !== undefined) return sent.failure.error;
  const message = error instanceof Error ? error.message : String(error);
  return new ConnectionError(`The service in memory failed: ${message}`, { cause: error });
}
