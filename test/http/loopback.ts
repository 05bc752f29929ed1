/** Servers on 127.0.0.1 for a test, closed after it. */
import type { IncomingMessage, RequestListener } from "node:http";
import { createServer, type Server, type Socket } from "node:net";
import { afterEach } from "vitest";
import type { HttpResponse } from "../../src/http/transport.js";

const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

export interface Loopback {
  /** `127.0.0.1:port`. */
  readonly host: string;
  /** `http://127.0.0.1:port/`. */
  readonly url: string;
  /** Connections that were made to it so far. */
  readonly connections: () => number;
  /** Those that are still there of the ones that sent something. */
  readonly open: () => number;
}

/** Starts a server of any kind: `node:http`, `node:https` or `node:net`. */
export async function listen(server: Server): Promise<Loopback> {
  const sockets = new Set<Socket>();
  let connections = 0;
  server.on("connection", (socket: Socket) => {
    connections++;
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  );
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const host = `127.0.0.1:${address.port}`;
  return {
    host,
    url: `http://${host}/`,
    connections: () => connections,
    open: () => [...sockets].filter((socket) => socket.bytesRead > 0).length,
  };
}

export async function serve(listener: RequestListener): Promise<Loopback> {
  const { createServer } = await import("node:http");
  return listen(createServer(listener));
}

/** A server that hands over the connection's raw bytes: each chunk that comes in, and how many came before. */
export function serveRaw(
  onData: (socket: Socket, chunk: string, index: number) => void,
): Promise<Loopback> {
  return listen(
    createServer((socket) => {
      let index = 0;
      socket.on("data", (chunk) => onData(socket, chunk.toString(), index++));
    }),
  );
}

/** A port on which nothing listens. */
export async function closedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return `127.0.0.1:${address.port}`;
}

export async function textOf(body: HttpResponse["body"]): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of body) text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}

export async function received(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) text += chunk;
  return text;
}

/** What a promise rejects with. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("It was to fail and did not.");
}
