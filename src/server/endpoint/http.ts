/** HTTP as the endpoints see it, and the server that calls them. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ACCEPT_ENCODING, decodeContent } from "../../http/index.js";
import { isPackage } from "../../protocol/index.js";
import type { CookieAccess, HttpAnswer, HttpCall, StreamedBody } from "../http-exchange.js";
import { type Cors, corsHeaders, preflightHeaders } from "./cors.js";

export interface ListenOptions {
  readonly port: number;
  readonly host: string;
  /** A larger request is refused with 413, in bytes. */
  readonly maxRequestBytes: number;
  readonly cors: Cors;
  /** Bodies with a content coding are decoded, and those with an unknown one refused with 415 (RFC 9110 §8.4). */
  readonly takesCodings: boolean;
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
  { cors, maxRequestBytes, takesCodings }: Omit<ListenOptions, "port" | "host">,
  handle: (call: HttpCall) => Promise<HttpAnswer>,
): Promise<void> {
  const coding = request.headers["content-encoding"];
  const source = takesCodings ? decodeContent(request, coding) : request;
  if (source === undefined) {
    request.resume();
    response.writeHead(415, { "Accept-Encoding": ACCEPT_ENCODING, "Content-Length": 0 }).end();
    return;
  }
  const isStreamed = isPackage(request.headers["content-type"]);
  let body: Buffer | undefined;
  try {
    body = isStreamed ? Buffer.alloc(0) : await readBody(source, maxRequestBytes);
  } catch (error) {
    if (source === request) throw error;
    // It isn't in the coding that it claims.
    response.writeHead(400, { "Content-Length": 0 }).end();
    return;
  }
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
  const streamed = isStreamed ? streamedBody(source, response, maxRequestBytes) : undefined;
  const given = await handle({ ...httpCall(request, body, cookies), streamed });
  const { status, type, headers } = given;
  const content = typeof given.body === "string" ? Buffer.from(given.body) : given.body;
  response.writeHead(status, {
    "Cache-Control": "private, max-age=0",
    ...allowed,
    ...(type === undefined ? {} : { "Content-Type": type }),
    ...(content instanceof Uint8Array ? { "Content-Length": content.length } : {}),
    ...headers,
    ...(status === 405 ? { Allow: "GET, POST" } : {}),
    ...(cookies.written.length > 0 ? { "Set-Cookie": cookies.written } : {}),
  });
  if (content instanceof Uint8Array) response.end(content);
  else await pipeline(content, response);
}

/** Leaving it early does not end the connection, over which the answer goes: what is left passes behind that. */
function streamedBody(request: Readable, response: ServerResponse, maxBytes: number): StreamedBody {
  const ended = new AbortController();
  const chunks = request.iterator({ destroyOnReturn: false });
  const pass = async () => {
    await chunks.return?.();
    request.resume();
  };
  response.once("close", () => {
    ended.abort();
    pass().catch(() => {});
  });
  const next = () => chunks.next();
  return { chunks: { [Symbol.asyncIterator]: () => ({ next }) }, maxBytes, signal: ended.signal };
}

/** `undefined` where it is longer than `maxBytes`. */
async function readBody(request: Readable, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function httpCall(
  request: IncomingMessage,
  body: Buffer,
  cookies: CookieAccess,
): Omit<HttpCall, "streamed"> {
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
