/** The wire, to be read by people: a transport that shows what goes out and comes in, without the secrets in it. */

import {
  BodyHead,
  type HttpHeaders,
  type HttpRequest,
  type HttpResponse,
  observed,
  reason,
  SentRequest,
  type Transport,
} from "../http/index.js";
import type { Operation } from "../schema/index.js";
import { redactHeader, redactUrl, secretElements } from "./redaction.js";
import { shownBody } from "./shown-body.js";

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
 * is, or an answer comes), the response when its body ends, each as one text of lines that ends with a line break.
 * Passwords, auth codes, cookies and the like are replaced by `***`: elements by the schemas' `secret` and by their names, parameters and headers by their names.
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
  const left = body.left > 0 ? [`[${body.left} bytes more]`] : [];
  return ["", shownBody(body.bytes, contentType, secret).text, ...left];
}

/** The first line as it is, the others behind the mark of their direction and exchange. */
function lines(mark: string, exchange: number, texts: readonly string[]): string {
  const [first = "", ...rest] = texts.flatMap((text) => text.split(/\r\n|\r|\n/));
  return [first, ...rest.map((line) => `${mark} ${exchange}   ${line}`.trimEnd(), "")]
    .join("\n")
    .concat("\n");
}
