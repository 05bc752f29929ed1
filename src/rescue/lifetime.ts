/** The calls of a client until it is closed. */
import { AbortError } from "../errors/index.js";
import { joined } from "../http/index.js";
import type { Interceptor } from "../protocol/index.js";
import { ClientClosedError } from "./errors.js";

export class Lifetime {
  readonly #closing = new AbortController();
  #calls = 0;
  #onIdle = () => {};
  #closed: Promise<void> | undefined;

  /**
   * The outermost step: it rejects calls after the closing, whose waits the closing ends. Not an async function, whose state
   * would need more memory for each call that waits.
   */
  readonly interceptor: Interceptor = (next) => (call) => {
    const { name } = call.operation;
    const closing = this.#closing.signal;
    if (closing.aborted) {
      const message = `${name} was not sent: the client is closed.`;
      return Promise.reject(new ClientClosedError(message, "not-sent"));
    }
    const { signal, release } = joined(call.signal, closing);
    this.#calls++;
    return started(() => next({ ...call, waitSignal: signal }))
      .catch((error: unknown) => {
        throw this.#explained(error, name);
      })
      .finally(() => {
        release();
        if (--this.#calls === 0) this.#onIdle();
      });
  };

  #explained(error: unknown, name: string): unknown {
    const { aborted, reason } = this.#closing.signal;
    if (!aborted || !(error instanceof AbortError) || error.cause !== reason) return error;
    return new ClientClosedError(`${name} ended: the client was closed.`, error.delivery);
  }

  /**
   * Ends the waits of all calls, waits for the exchanges in progress, and runs `end`. A further call returns the same promise.
   */
  close(end: () => Promise<void>): Promise<void> {
    this.#closed ??= this.#close(end);
    return this.#closed;
  }

  async #close(end: () => Promise<void>): Promise<void> {
    this.#closing.abort();
    if (this.#calls > 0) {
      await new Promise<void>((resolve) => {
        this.#onIdle = resolve;
      });
    }
    await end();
  }
}

/** An interceptor may throw instead of returning a promise that rejects. */
function started<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return run();
  } catch (error) {
    return Promise.reject(error);
  }
}
