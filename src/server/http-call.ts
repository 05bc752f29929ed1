/** HTTP requests in the form that the endpoints read. */
import { type HttpRequest, isReplayable } from "../http/index.js";
import { concatenated } from "../mime/index.js";
import { isPackage } from "../protocol/index.js";
import type { CookieAccess, HttpCall, StreamedBody } from "./http-exchange.js";

const EMPTY = new Uint8Array();

/**
 * Reads a request; the body of a multipart message is left to be streamed.
 *
 * @param maxBytes the largest body, and how much of a streamed one may be kept in memory
 * @returns `undefined` if the body is larger
 */
export async function readCall(
  request: HttpRequest,
  maxBytes: number,
  cookies: CookieAccess,
): Promise<HttpCall | undefined> {
  const headers = lowerCase(request.headers);
  const isStreamed = isPackage(headers["content-type"]);
  const body = isStreamed ? EMPTY : await readBody(request.body, maxBytes);
  if (body === undefined) return undefined;
  const { origin, host, path, query } = locationOf(request.url);
  const streamed = isStreamed ? streamedBody(request, maxBytes) : undefined;
  return { method: request.method, origin, host, path, query, headers, body, streamed, cookies };
}

/** Headers by lower-case name. */
function lowerCase(headers: HttpRequest["headers"]): Record<string, string> {
  const result: Record<string, string> = {};
  for (const name in headers) result[name.toLowerCase()] = headers[name] ?? "";
  return result;
}

type Location = Pick<HttpCall, "origin" | "host" | "path" | "query">;

/** Splits the address as text: the path of a request need not be normalized, or valid. */
function locationOf(url: string): Location {
  const authority = url.indexOf("://") + 3;
  const question = url.indexOf("?", authority);
  const end = question < 0 ? url.length : question;
  const slash = url.indexOf("/", authority);
  const start = slash < 0 || slash > end ? end : slash;
  return {
    origin: url.slice(0, start),
    host: url.slice(authority, start),
    path: start === end ? "/" : url.slice(start, end),
    query: url.slice(end + 1),
  };
}

async function readBody(
  body: HttpRequest["body"],
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  if (isReplayable(body)) {
    const whole = bytesOf(body);
    return whole.byteLength > maxBytes ? undefined : whole;
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.byteLength;
    if (length > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return concatenated(chunks);
}

function bytesOf(body: string | Uint8Array | undefined): Uint8Array {
  return typeof body === "string" ? new TextEncoder().encode(body) : (body ?? EMPTY);
}

/** A reader that stops early does not end the exchange: the response still has to be sent over it. */
function streamedBody({ body, signal }: HttpRequest, maxBytes: number): StreamedBody {
  const source = isReplayable(body) ? oneChunk(bytesOf(body)) : body;
  const iterator = source[Symbol.asyncIterator]();
  const next = () => iterator.next();
  return {
    chunks: { [Symbol.asyncIterator]: () => ({ next }) },
    maxBytes,
    signal: signal ?? new AbortController().signal,
  };
}

/** Bytes as a body of one chunk; none if they are empty. */
export function oneChunk(bytes: Uint8Array): AsyncIterableIterator<Uint8Array> {
  let chunk = bytes.byteLength > 0 ? bytes : undefined;
  return {
    next() {
      const value = chunk;
      chunk = undefined;
      const next = value === undefined ? { done: true as const, value } : { done: false, value };
      return Promise.resolve(next);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** The cookies of a request, and those that its response sets. */
export class Cookies implements CookieAccess {
  /** The values of the response's Set-Cookie headers. */
  readonly written: string[] = [];
  readonly #values = new Map<string, string>();

  constructor(header: string) {
    for (const pair of header.split(";")) {
      const equals = pair.indexOf("=");
      if (equals > 0) this.#values.set(pair.slice(0, equals).trim(), pair.slice(equals + 1).trim());
    }
  }

  get(name: string): string | undefined {
    return this.#values.get(name);
  }

  set(name: string, value: string): void {
    this.#values.set(name, value);
    this.written.push(`${name}=${value}; path=/; HttpOnly; SameSite=Lax`);
  }
}
