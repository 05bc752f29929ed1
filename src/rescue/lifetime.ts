/** The calls of a client until it is closed. */
import { AbortError } from "../errors/index.js";
import { ClientClosedError } from "./errors.js";

export class Lifetime {
  readonly #closing = new AbortController();
  #calls = 0;
  #onIdle = () => {};
  #closed: Promise<void> | undefined;

  /** Ends the waits of the calls. */
  get signal(): AbortSignal {
    return this.#closing.signal;
  }

  /**
   * Counts a call that starts. `leave` has to be called at its end.
   *
   * @throws ClientClosedError after the closing
   */
  enter(operation: string): void {
    if (this.signal.aborted) {
      throw new ClientClosedError(`${operation} was not sent: the client is closed.`, "not-sent");
    }
    this.#calls++;
  }

  leave(): void {
    if (--this.#calls === 0) this.#onIdle();
  }

  /** The error of a call: a ClientClosedError if the closing has ended its wait. */
  explained(error: unknown, operation: string): unknown {
    const { aborted, reason } = this.signal;
    if (!aborted || !(error instanceof AbortError) || error.cause !== reason) return error;
    return new ClientClosedError(`${operation} ended: the client was closed.`, error.delivery);
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
