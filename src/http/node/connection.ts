/** The connection of a request: whether it is open before the first byte is sent, and what its failure means. */
import type { ClientRequest } from "node:http";
import type { Socket } from "node:net";
import type { Delivery } from "../../errors/index.js";
import { failureCode } from "../connection-failure.js";

/**
 * The time in which a connection that the server closed while it was idle fails, in ms: about a round trip. If it fails
 * later, the request is the cause.
 */
const STALE_WINDOW = 1_000;

/**
 * The time after a response in which the next request is sent at once, in ms. After a longer time the end of the connection
 * may be waiting in the event loop. To look for it takes about 40 µs, a sixth of a call on the same machine.
 */
const RECENT = 2;

/** The times at which connections became idle. */
const freedAt = new WeakMap<Socket, number>();

export class Connection {
  readonly #outgoing: ClientRequest;
  readonly #onSend: () => void;
  #socket: Socket | undefined;
  #bytesRead = 0;
  /** The time of the first byte; `undefined` before. */
  #sentAt: number | undefined;

  /** @param onSend is called before the first byte is sent */
  constructor(outgoing: ClientRequest, onSend: () => void) {
    this.#outgoing = outgoing;
    this.#onSend = onSend;
  }

  get delivery(): Delivery {
    return this.#sentAt === undefined ? "not-sent" : "unknown";
  }

  /** Calls `send` when there is a connection. It is not called if that breaks before. */
  whenReady(send: () => void): void {
    this.#outgoing.once("socket", (socket) => {
      this.#socket = socket;
      this.#bytesRead = socket.bytesRead;
      const start = () => {
        if (this.#outgoing.destroyed || socket.destroyed) return;
        if (socket.connecting || isHandshaking(socket, this.#outgoing)) {
          socket.once("encrypted" in socket ? "secureConnect" : "connect", () => this.#sending());
        } else this.#sending();
        send();
      };
      const idleSince = freedAt.get(socket);
      socket.once("free", () => freedAt.set(socket, performance.now()));
      if (idleSince === undefined || performance.now() - idleSince < RECENT) start();
      else afterPendingEvents(start);
    });
  }

  #sending(): void {
    this.#sentAt = performance.now();
    this.#onSend();
  }

  /**
   * Whether the error means that the server had closed the connection while it was idle, and the request can be sent on a
   * new one.
   *
   * @param isRepeatable whether the server may get the request twice
   */
  isStale(error: Error, isRepeatable: boolean): boolean {
    const code = failureCode(error);
    if (!this.#outgoing.reusedSocket || (code !== "ECONNRESET" && code !== "EPIPE")) return false;
    if (this.#sentAt === undefined) return true;
    return (
      isRepeatable &&
      this.#socket?.bytesRead === this.#bytesRead &&
      performance.now() - this.#sentAt < STALE_WINDOW
    );
  }
}

/** A new TLS connection emits `secureConnect` when the server is trusted; before that, no byte of a request is sent. */
function isHandshaking(socket: Socket, { reusedSocket }: ClientRequest): boolean {
  return "encrypted" in socket && !reusedSocket;
}

/**
 * Calls `task` when the events that have already happened were processed, the end of the connection among them: the second
 * `setImmediate` runs after a complete poll phase.
 */
function afterPendingEvents(task: () => void): void {
  setImmediate(() => setImmediate(task));
}
