/** Logs HTTP exchanges as text, without their secrets. */

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

/** Options of `wireLog`. */
export interface WireLogOptions {
  /**
   * Operations whose schemas mark secret elements. Default: none; then only elements with names such as `sPassword` or
   * `authCode` are redacted, and a secret with another name is shown.
   */
  readonly operations?: Iterable<Operation>;
  /** The number of bytes of each body that are shown, and kept in memory for it; default 65,536. */
  readonly maxBody?: number;
}

const MAX_BODY = 65_536;
/** The headers of responses that are shown. */
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
 * Wraps a transport so that each exchange is written to `write`: the request when it is sent (a streamed one at its end,
 * or when the response arrives), the response when its body ends. Each is one text of several lines that ends with a line
 * break. Passwords, auth codes and cookies are replaced by `***`: elements by the schemas and by their names, parameters
 * and headers by their names. Bodies still pass through chunk by chunk.
 *
 * @param transport sends the requests
 * @param write gets each text; its result is ignored
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
  const left = body.left > 0 ? [`[${body.left} more bytes]`] : [];
  return ["", shownBody(body.bytes, contentType, secret).text, ...left];
}

/** The first line unchanged, the others with a prefix of their direction and exchange. */
function lines(mark: string, exchange: number, texts: readonly string[]): string {
  const [first = "", ...rest] = texts.flatMap((text) => text.split(/\r\n|\r|\n/));
  return [first, ...rest.map((line) => `${mark} ${exchange}   ${line}`.trimEnd(), "")]
    .join("\n")
    .concat("\n");
}
