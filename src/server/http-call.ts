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
  const streamed = isStreamed ? streamedBody(request, maxBytes) : undefined;
  return { ...locationOf(request), headers, body, streamed, cookies };
}

/** Headers by lower-case name. */
export function lowerCase(headers: HttpRequest["headers"]): Record<string, string> {
  const result: Record<string, string> = {};
  for (const name in headers) result[name.toLowerCase()] = headers[name] ?? "";
  return result;
}

type Location = Pick<HttpCall, "method" | "origin" | "host" | "path" | "query">;

/** Splits the address as text: the path of a request need not be normalized, or valid. */
function locationOf({ url, method }: HttpRequest): Location {
  const [origin = "", host = ""] = /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)/i.exec(url) ?? [];
  const target = url.slice(origin.length);
  const mark = target.includes("?") ? target.indexOf("?") : target.length;
  const path = target.slice(0, mark);
  return { method, origin, host, path: path === "" ? "/" : path, query: target.slice(mark + 1) };
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
export async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  if (bytes.byteLength > 0) yield bytes;
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
