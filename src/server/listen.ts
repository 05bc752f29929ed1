/** Serves a service over a socket, with `node:http`. */
import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from "node:http";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import {
  ACCEPT_ENCODING,
  decodeContent,
  type HttpRequest,
  type HttpResponse,
} from "../http/index.js";
import { isPackage } from "../protocol/index.js";
import { type Cors, corsHeaders, preflightHeaders } from "./cors.js";
import { type GuardOptions, rejection } from "./request-guard.js";
import { listenError } from "./server-error.js";
import type { Service } from "./service.js";

/** The address of a server. */
export interface ListenOptions {
  /** The port; default 0: a free one. */
  readonly port?: number;
  /** The address to listen at; default `127.0.0.1`, which other machines cannot reach. */
  readonly host?: string;
  /**
   * The pages that may call the service from a browser: `true` for all, or an origin such as `http://localhost:5173`.
   * Default: none. With `true`, every page that you open can use the service, cookies included. Forms of other origins get the
   * status 403.
   */
  readonly cors?: Cors;
  /**
   * Further names by which clients may address the server, `name` or `name:port`. Default: none. A server that listens at a
   * loopback address responds with 403 to other names than those of loopback and `host`: otherwise a page
   * could use the service by the name of its site, if that leads to this machine (DNS rebinding).
   */
  readonly allowedHosts?: readonly string[];
}

/** A service that listens. */
export interface RunningService {
  /** The address of the service, with its port. */
  readonly url: string;
  /** Stops listening and closes all connections. A second call does nothing. */
  close(): Promise<void>;
}

/**
 * Listens until it is closed.
 *
 * @throws ServerError (`PORT_IN_USE`, `PORT_NOT_ALLOWED`, `HOST_NOT_FOUND`, `LISTEN_FAILED`)
 */
export async function listen(
  service: Service,
  { port = 0, host = "127.0.0.1", cors = false, allowedHosts = [] }: ListenOptions,
): Promise<RunningService> {
  const guard = { host, cors, allowedHosts };
  const onRequest = (request: IncomingMessage, response: ServerResponse) => {
    respond(service, guard, request, response).catch(() => response.destroy());
  };
  const server = createServer(onRequest);
  // The client waits for the permission to send the body.
  server.on("checkContinue", (request: IncomingMessage, response: ServerResponse) => {
    if (!isTooLong(request, service)) response.writeContinue();
    onRequest(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(listenError(error, host, port)));
    server.listen(port, host, resolve);
  });
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${portOf(server)}${service.path}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Whether the length that a request announces is over the limit; attachments may be longer, since they are streamed. */
function isTooLong({ headers }: IncomingMessage, { maxRequestBytes }: Service): boolean {
  return (
    Number(headers["content-length"] ?? 0) > maxRequestBytes && !isPackage(headers["content-type"])
  );
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

async function respond(
  service: Service,
  guard: GuardOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { headers, method = "GET" } = request;
  const rejected = rejection(request, guard);
  if (rejected !== undefined) {
    request.resume();
    response.writeHead(403, { "Content-Type": "text/plain" }).end(`${rejected}\n`);
    return;
  }
  if (isTooLong(request, service)) {
    // The rest of the request is not read.
    response.writeHead(413, { "Content-Length": 0, Connection: "close" }).end();
    return;
  }
  const body = service.acceptsCodings
    ? decodeContent(request, headers["content-encoding"])
    : request;
  if (body === undefined) {
    request.resume();
    response.writeHead(415, { "Accept-Encoding": ACCEPT_ENCODING, "Content-Length": 0 }).end();
    return;
  }
  const allowed = corsHeaders(guard.cors, headers);
  if (allowed !== undefined && headers["access-control-request-method"] !== undefined) {
    request.resume();
    response.writeHead(204, { ...allowed, ...preflightHeaders(headers) }).end();
    return;
  }
  if (method !== "GET" && method !== "HEAD" && method !== "POST") {
    request.resume();
    response.writeHead(405, { ...allowed, Allow: "GET, HEAD, POST", "Content-Length": 0 }).end();
    return;
  }
  let isBroken = false;
  if (body !== request) {
    body.once("error", () => {
      isBroken = true;
    });
  }
  try {
    const given = await service.handle(httpRequest(request, response, body));
    await send(response, given, allowed);
  } catch (error) {
    if (!isBroken || response.headersSent) throw error;
    // The body does not have the coding that it claims.
    response.writeHead(400, { "Content-Length": 0 }).end();
  }
}

function httpRequest(
  { headers, url = "/", method }: IncomingMessage,
  response: ServerResponse,
  body: Readable,
): HttpRequest {
  // A reader that stops early must not end the connection: the response is sent over it.
  const chunks = body.iterator({ destroyOnReturn: false });
  const values: Record<string, string> = {};
  for (const name in headers) values[name] = String(headers[name]);
  const request = {
    // The request line of a request to a proxy has the whole address.
    url: url.startsWith("/") ? `http://${headers.host ?? "localhost"}${url}` : url,
    // The response to HEAD has the head of that to GET (RFC 9110 §9.3.2); Node.js does not send its body.
    method: method === "POST" ? ("POST" as const) : ("GET" as const),
    headers: values,
    body: chunks,
  };
  return isPackage(headers["content-type"])
    ? { ...request, signal: endOf(response, () => skipRest(chunks, body)) }
    : request;
}

/** A signal that aborts when the response has been sent, or the connection ends. */
function endOf(response: ServerResponse, release: () => Promise<void>): AbortSignal {
  const controller = new AbortController();
  response.once("close", () => {
    controller.abort();
    release().catch(() => {});
  });
  return controller.signal;
}

async function skipRest(chunks: AsyncIterator<Uint8Array>, body: Readable): Promise<void> {
  await chunks.return?.();
  body.resume();
}

async function send(
  response: ServerResponse,
  { status, headers, body }: HttpResponse,
  allowed: OutgoingHttpHeaders | undefined,
): Promise<void> {
  const head: OutgoingHttpHeaders = { ...allowed };
  for (const [name, value] of headers.entries?.() ?? []) head[spelled(name)] = value;
  if (headers.setCookie.length > 0) head["Set-Cookie"] = [...headers.setCookie];
  // The rest of the request is not read.
  if (status === 413) head.Connection = "close";
  response.writeHead(status, head);
  const chunks = body[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done === true) response.end();
  else if (String(first.value.byteLength) === headers.get("content-length")) {
    // All of it: with the head, in one packet.
    response.end(first.value);
  } else await pipeline(withFirst(first.value, chunks), response);
}

async function* withFirst(
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield first;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
      yield next.value;
    }
  } finally {
    await rest.return?.();
  }
}

const spellings = new Map([["mime-version", "MIME-Version"]]);

/** The usual letter case of a header's name: some old clients depend on it. */
function spelled(name: string): string {
  let spelling = spellings.get(name);
  if (spelling === undefined) {
    spelling = name.replace(/(?:^|-)[a-z]/g, (letter) => letter.toUpperCase());
    spellings.set(name, spelling);
  }
  return spelling;
}
