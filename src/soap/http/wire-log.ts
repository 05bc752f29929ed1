/** The wire, to be read by people: a transport that shows what goes out and comes in, without the secrets in it. */

import type { Operation } from "../schema.js";
import {
  redactForm,
  redactHeader,
  redactText,
  redactUrl,
  redactXml,
  secretElements,
} from "./redaction.js";
import {
  type HttpHeaders,
  type HttpRequest,
  type HttpResponse,
  isReplayable,
  type Transport,
} from "./transport.js";

export interface WireLogOptions {
  /** Operations whose schemas say which elements are secret. Without them, names such as `Password` still do. */
  readonly operations?: Iterable<Operation>;
  /** How much of each body is shown and held in memory for it, in bytes; default 65,536. */
  readonly maxBody?: number;
}

const MAX_BODY = 65_536;
/** What is worth showing of a response's head. */
const SHOWN_HEADERS = [
  "content-type",
  "content-encoding",
  "content-length",
  "location",
  "retry-after",
  "www-authenticate",
  "server",
] as const;

/**
 * A transport that writes each exchange through `write`: the request when it is sent (a streamed one when all of it
 * is, or an answer comes), the response when its body ends, each as one text of lines that ends with a line break. Passwords, auth codes, cookies and the like are
 * replaced by `***`: elements by the schemas' `secret` and by their names, parameters and headers by their names.
 * The body passes through chunk by chunk as it comes.
 *
 * @example
 * const transport = wireLog(httpTransport(), (text) => process.stderr.write(text));
 */
export function wireLog(
  transport: Transport,
  write: (text: string) => unknown,
  options: WireLogOptions = {},
): Transport {
  const secret = secretElements(options.operations ?? []);
  const maxBody = options.maxBody ?? MAX_BODY;
  let exchanges = 0;
  return async (request) => {
    exchanges += 1;
    const exchange = exchanges;
    const sentAt = performance.now();
    const elapsed = () => `${Math.round(performance.now() - sentAt)} ms`;
    const sent = new SentRequest(request, maxBody, (body) =>
      write(requestText(exchange, request, body, secret)),
    );
    let response: HttpResponse;
    try {
      response = await transport(sent.request);
      sent.show();
    } catch (error) {
      sent.show();
      write(`< ${exchange} no response after ${elapsed()}: ${reason(error)}\n`);
      throw error;
    }
    const head = [`< ${exchange} HTTP ${response.status}`, ...responseHeaders(response.headers)];
    const body = new BodyHead(maxBody);
    const finish = (note: string) => {
      const shown = bodyLines(body, response.headers.get("content-type") ?? "", secret);
      write(lines("<", exchange, [...head, ...shown, `${note} after ${elapsed()}`]));
    };
    return {
      status: response.status,
      headers: response.headers,
      body: observed(response.body, body, finish),
    };
  };
}

/** The first bytes of a body, and how many it has in all. */
class BodyHead {
  readonly chunks: Uint8Array[] = [];
  size = 0;

  constructor(readonly limit: number) {}

  add(chunk: Uint8Array): void {
    const room = this.limit - this.size;
    if (room > 0) this.chunks.push(chunk.slice(0, room));
    this.size += chunk.byteLength;
  }

  /** How many bytes there are beside those kept. */
  get left(): number {
    return Math.max(0, this.size - this.limit);
  }

  /** By its byte order mark or else by `charset`; `undefined` where it is no text. */
  text(charset: string): string | undefined {
    const mark = this.chunks.find((chunk) => chunk.byteLength > 0);
    const utf16 = mark?.[0] === 0xff ? "utf-16le" : mark?.[0] === 0xfe ? "utf-16be" : undefined;
    try {
      const decoder = new TextDecoder(utf16 ?? charset);
      const text = this.chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join("");
      return text.includes("\0") ? undefined : text;
    } catch {
      return undefined;
    }
  }
}

/** A request that is shown once: at once, or when what it streams has been sent or nothing more is. */
class SentRequest {
  readonly request: HttpRequest;
  readonly #body: BodyHead;
  readonly #write: (body: BodyHead) => void;
  #isShown = false;

  constructor(request: HttpRequest, maxBody: number, write: (body: BodyHead) => void) {
    this.#body = new BodyHead(maxBody);
    this.#write = write;
    const { body } = request;
    if (isReplayable(body)) {
      this.request = request;
      this.#body.add(body instanceof Uint8Array ? body : new TextEncoder().encode(body));
      this.show();
    } else {
      this.request = { ...request, body: observed(body, this.#body, () => this.show()) };
    }
  }

  show(): void {
    if (!this.#isShown) this.#write(this.#body);
    this.#isShown = true;
  }
}

/** Passes `body` on and keeps its head; `finish` is called once, when it ends in whatever way. */
async function* observed(
  body: AsyncIterable<Uint8Array>,
  head: BodyHead,
  finish: (note: string) => void,
): AsyncIterable<Uint8Array> {
  let note = "not read to its end";
  try {
    for await (const chunk of body) {
      head.add(chunk);
      yield chunk;
    }
    note = "complete";
  } catch (error) {
    note = `broken off: ${reason(error)}`;
    throw error;
  } finally {
    finish(note);
  }
}

function requestText(
  exchange: number,
  request: HttpRequest,
  body: BodyHead,
  secret: ReadonlySet<string>,
): string {
  const headers = Object.entries(request.headers);
  const contentType = headers.find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "";
  return lines(">", exchange, [
    `> ${exchange} ${request.method} ${redactUrl(request.url)}`,
    ...headers.map(([name, value]) => `${name}: ${redactHeader(name, value)}`),
    ...bodyLines(body, contentType, secret),
  ]);
}

function responseHeaders(headers: HttpHeaders): string[] {
  const shown = SHOWN_HEADERS.flatMap((name) => {
    const value = headers.get(name);
    if (value === undefined) return [];
    return `${name}: ${name === "location" ? redactUrl(value) : redactHeader(name, value)}`;
  });
  return [
    ...shown,
    ...headers.setCookie.map((cookie) => `set-cookie: ${redactHeader("set-cookie", cookie)}`),
  ];
}

function bodyLines(body: BodyHead, contentType: string, secret: ReadonlySet<string>): string[] {
  if (body.size === 0) return [];
  const text = body.text(/charset\s*=\s*"?([^\s;"]+)/i.exec(contentType)?.[1] ?? "utf-8");
  if (text === undefined) return ["", `[${body.size} bytes that are no text]`];
  const left = body.left > 0 ? [`[${body.left} bytes more]`] : [];
  return ["", redactBody(text, contentType, secret), ...left];
}

function redactBody(text: string, contentType: string, secret: ReadonlySet<string>): string {
  if (/^\s*</.test(text)) return redactXml(text, secret);
  return /form-urlencoded/i.test(contentType) ? redactForm(text) : redactText(text);
}

/** The first line as it is, the others behind the mark of their direction and exchange. */
function lines(mark: string, exchange: number, texts: readonly string[]): string {
  const [first = "", ...rest] = texts.flatMap((text) => text.split(/\r\n|\r|\n/));
  return [first, ...rest.map((line) => `${mark} ${exchange}   ${line}`.trimEnd(), "")]
    .join("\n")
    .concat("\n");
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
