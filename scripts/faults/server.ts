/** A server on 127.0.0.1 that responds with raw bytes. */
import { createServer, type Socket } from "node:net";

/** One request of a case that has arrived completely. */
export interface Arrival {
  readonly socket: Socket;
  /** Its number in the case, from 1. */
  readonly count: number;
  /** The request as text. */
  readonly text: string;
}

/** The behaviour of the server in a case. */
export interface Behaviour {
  /** Called for each connection. */
  readonly onConnection?: (socket: Socket) => void;
  /** Called for the first bytes of each request. */
  readonly onFirstBytes?: (socket: Socket) => void;
  /** Called for each complete request. */
  readonly onRequest?: (arrival: Arrival) => void;
}

/** The server, and what it got in the current case. */
export class FaultServer {
  readonly #server = createServer((socket) => this.#accept(socket));
  readonly #sockets = new Set<Socket>();
  #behaviour: Behaviour = {};
  #url = "";
  /** The bytes of requests in the case. */
  bytes = 0;
  /** The complete requests of the case. */
  requests = 0;

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("The server has no port.");
    this.#url = `http://127.0.0.1:${address.port}/API/API.asmx`;
  }

  get url(): string {
    return this.#url;
  }

  /** Starts a case. */
  start(behaviour: Behaviour): void {
    this.#behaviour = behaviour;
    this.bytes = 0;
    this.requests = 0;
  }

  get connections(): number {
    return this.#sockets.size;
  }

  /** Closes all connections. */
  disconnect(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  close(): Promise<void> {
    this.disconnect();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  #accept(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => this.#sockets.delete(socket));
    let text = "";
    socket.on("data", (chunk) => {
      this.bytes += chunk.byteLength;
      if (text === "") this.#behaviour.onFirstBytes?.(socket);
      text += chunk.toString("latin1");
      if (!isComplete(text)) return;
      const arrived = text;
      text = "";
      this.requests++;
      this.#behaviour.onRequest?.({ socket, count: this.requests, text: arrived });
    });
    this.#behaviour.onConnection?.(socket);
  }
}

function isComplete(text: string): boolean {
  const end = text.indexOf("\r\n\r\n");
  if (end < 0) return false;
  const length = /^content-length: *(\d+)/im.exec(text.slice(0, end))?.[1] ?? "0";
  return text.length >= end + 4 + Number(length);
}
