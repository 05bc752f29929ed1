/** Logs HTTP exchanges as text, without their secrets. */

import { publicUrl } from "../errors/index.js";
import {
  around,
  BodyHead,
  type ExchangeSecrets,
  type HttpHeaders,
  type HttpRequest,
  type HttpResponse,
  observed,
  reason,
  SentRequest,
  type Transport,
} from "../http/index.js";
import type { Operation } from "../schema/index.js";
import { REDACTED, redactHeader } from "./redaction.js";
import { isPublicHeader, secretElements } from "./secret-names.js";
import { contentType, joinedSecrets, SentSecrets } from "./sent-secrets.js";
import { type BodyRedaction, shownBody } from "./shown-body.js";

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
 * break. Bodies still pass through chunk by chunk.
 *
 * Passwords, auth codes, cookies and headers that are not known to be public are replaced by `***`: elements by the
 * schemas and by their names, parameters and headers by their names. Their values are also replaced in all other places,
 * in the texts of this exchange and of later ones: a server may repeat what it was sent.
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
  const names = secretElements(options.operations ?? []);
  const known = new SentSecrets(() => names);
  const maxBody = options.maxBody ?? MAX_BODY;
  let exchanges = 0;
  return around(transport, async (request) => {
    exchanges += 1;
    const exchange = exchanges;
    const sentAt = performance.now();
    const elapsed = () => `${Math.round(performance.now() - sentAt)} ms`;
    const secrets = joinedSecrets(known, request.secrets);
    known.addRequest(request);
    const shownBy: Shown = { exchange, secrets, names };
    const sent = new SentRequest({ ...request, secrets }, maxBody, (body) =>
      write(requestText(request, body, shownBy)),
    );
    let response: HttpResponse;
    try {
      response = await transport(sent.request);
      sent.show();
    } catch (error) {
      sent.show();
      write(secrets.remove(`< ${exchange} no response after ${elapsed()}: ${reason(error)}\n`));
      throw error;
    }
    for (const cookie of response.headers.setCookie) secrets.addHeader("set-cookie", cookie);
    const head = [`< ${exchange} HTTP ${response.status}`, ...responseHeaders(response.headers)];
    const body = new BodyHead(maxBody);
    const finish = (note: string) => {
      const shown = bodyLines(body, response.headers.get("content-type") ?? "", shownBy);
      write(lines("<", { head, body: shown, end: `${note} after ${elapsed()}` }, shownBy));
    };
    return {
      status: response.status,
      headers: response.headers,
      body: observed(response.body, body, finish),
    };
  });
}

/** How the texts of an exchange are shown. */
interface Shown {
  /** Its number. */
  readonly exchange: number;
  readonly secrets: ExchangeSecrets;
  /** The names of secret elements. */
  readonly names: BodyRedaction["names"];
}

function requestText(request: HttpRequest, body: BodyHead, shown: Shown): string {
  const headers = Object.entries(request.headers).map(
    ([name, value]) => `${name}: ${isPublicHeader(name, value) ? value : hidden(name, value)}`,
  );
  const head = [
    `> ${shown.exchange} ${request.method} ${publicUrl(request.url, REDACTED)}`,
    ...headers,
  ];
  return lines(">", { head, body: bodyLines(body, contentType(request.headers), shown) }, shown);
}

/** Cookies keep their names. */
function hidden(name: string, value: string): string {
  return name.toLowerCase() === "cookie" ? redactHeader(name, value) : REDACTED;
}

function responseHeaders(headers: HttpHeaders): string[] {
  const shown = SHOWN_HEADERS.flatMap((name) => {
    const value = headers.get(name);
    if (value === undefined) return [];
    return `${name}: ${name === "location" ? publicUrl(value, REDACTED) : redactHeader(name, value)}`;
  });
  return [
    ...shown,
    ...headers.setCookie.map((cookie) => `set-cookie: ${redactHeader("set-cookie", cookie)}`),
  ];
}

function bodyLines(body: BodyHead, type: string, { names, secrets }: Shown): string[] {
  if (body.size === 0) return [];
  const left = body.left > 0 ? [`[${body.left} more bytes]`] : [];
  const remove = (text: string) => secrets.remove(text);
  return ["", shownBody(body.bytes, type, { names, remove }).text, ...left];
}

/** The lines of a message. */
interface MessageLines {
  readonly head: readonly string[];
  /** Without secrets. */
  readonly body: readonly string[];
  readonly end?: string;
}

/** The first line unchanged, the others with a prefix of their direction and exchange. */
function lines(
  mark: string,
  { head, body, end }: MessageLines,
  { exchange, secrets }: Shown,
): string {
  const shown = [
    secrets.remove(head.join("\n")),
    ...body,
    ...(end === undefined ? [] : [secrets.remove(end)]),
  ];
  const [first = "", ...rest] = shown.flatMap((text) => text.split(/\r\n|\r|\n/));
  return [first, ...rest.map((line) => `${mark} ${exchange}   ${line}`.trimEnd(), "")]
    .join("\n")
    .concat("\n");
}
