/** HTTP as the endpoints see it, and the server that calls them. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type Cors, corsHeaders, preflightHeaders } from "./cors.js";
import type { CookieAccess } from "./service.js";

export interface HttpCall {
  readonly method: string;
  /** The path without the query. */
  readonly path: string;
  readonly query: string;
  /** What the client called the server: host and port. */
  readonly host: string;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
  readonly cookies: CookieAccess;
}

export interface HttpAnswer {
  readonly status: number;
  /** The media type; `undefined` where there is no body. */
  readonly type?: string;
  readonly body: string;
}

export interface ListenOptions {
  readonly port: number;
  readonly host: string;
  /** A larger request is refused with 413, in bytes. */
  readonly maxRequestBytes: number;
  readonly cors: Cors;
}

/** Listens; `handle` answers each call, and where it rejects the connection ends. */
export function listen(
  { port, host, ...options }: ListenOptions,
  handle: (call: HttpCall) => Promise<HttpAnswer>,
): Promise<Server> {
  const server = createServer((request, response) => {
    answer(request, response, options, handle).catch(() => response.destroy());
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve(server));
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { cors, maxRequestBytes }: Omit<ListenOptions, "port" | "host">,
  handle: (call: HttpCall) => Promise<HttpAnswer>,
): Promise<void> {
  const body = await readBody(request, maxRequestBytes);
  if (body === undefined) {
    response.writeHead(413, { Connection: "close" }).end();
    return;
  }
  const allowed = corsHeaders(cors, request.headers);
  if (allowed !== undefined && request.headers["access-control-request-method"] !== undefined) {
    response.writeHead(204, { ...allowed, ...preflightHeaders(request.headers) }).end();
    return;
  }
  const cookies = new Cookies(request.headers.cookie ?? "");
  const { status, type, body: text } = await handle(httpCall(request, body, cookies));
  const bytes = Buffer.from(text);
  response.writeHead(status, {
    "Cache-Control": "private, max-age=0",
    ...allowed,
    ...(type === undefined ? {} : { "Content-Type": type }),
    "Content-Length": bytes.length,
    ...(status === 405 ? { Allow: "GET, POST" } : {}),
    ...(cookies.written.length > 0 ? { "Set-Cookie": cookies.written } : {}),
  });
  response.end(bytes);
}

/** `undefined` where it is longer than `maxBytes`. */
async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function httpCall(request: IncomingMessage, body: Buffer, cookies: CookieAccess): HttpCall {
  const url = request.url ?? "/";
  const mark = url.includes("?") ? url.indexOf("?") : url.length;
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  const host = request.headers.host ?? "localhost";
  return {
    method: request.method ?? "GET",
    path: url.slice(0, mark),
    query: url.slice(mark + 1),
    host,
    headers,
    body,
    cookies,
  };
}

class Cookies implements CookieAccess {
  readonly written: string[] = [];
  readonly #given = new Map<string, string>();

  constructor(header: string) {
    for (const pair of header.split(";")) {
      const equals = pair.indexOf("=");
      if (equals > 0) this.#given.set(pair.slice(0, equals).trim(), pair.slice(equals + 1).trim());
    }
  }

  get(name: string): string | undefined {
    return this.#given.get(name);
  }

  set(name: string, value: string): void {
    this.#given.set(name, value);
    this.written.push(`${name}=${value}; path=/; HttpOnly; SameSite=Lax`);
  }
}
