/** A transport that records what passes through it, for a support ticket or to be replayed. */
import {
  BodyHead,
  type HttpHeaders,
  type HttpResponse,
  observed,
  reason,
  SentRequest,
  type Transport,
} from "../http/index.js";
import { redactUrl, secretElements } from "../redaction/index.js";
import type { Operation } from "../schema/index.js";
import type { HarEntry, HarResponse } from "./har.js";
import { recordedBody, recordedHeader, recordedRequest } from "./recorded-request.js";

export interface RecordOptions {
  /** Operations whose schemas say which elements are secret. Without them, names such as `Password` still do. */
  readonly operations?: Iterable<Operation>;
  /** How much of each body is kept, in bytes; default 1 MiB. */
  readonly maxBody?: number;
}

const MAX_RECORDED_BODY = 1024 * 1024;

/**
 * Gives `sink` each exchange when its body ends or there is no answer to it. Secrets are replaced by `***`, as `wireLog`
 * does it. Lies around the transport that compresses and decompresses, and inside of `cookies`.
 *
 * @example
 * const entries: HarEntry[] = [];
 * const transport = cookies(record(httpTransport(), (entry) => entries.push(entry)));
 * // … calls …
 * await writeFile("calls.har", harText(entries));
 */
export function record(
  transport: Transport,
  sink: (entry: HarEntry) => unknown,
  options: RecordOptions = {},
): Transport {
  const secret = secretElements(options.operations ?? []);
  const { maxBody = MAX_RECORDED_BODY } = options;
  return async (request) => {
    const startedDateTime = new Date().toISOString();
    const sentAt = performance.now();
    const sent = new SentRequest(request, maxBody);
    const finish = (answeredAt: number, response: HarResponse) => {
      const endedAt = performance.now();
      sink({
        startedDateTime,
        time: round(endedAt - sentAt),
        request: recordedRequest(request, sent.body, secret),
        response,
        cache: {},
        timings: {
          send: 0,
          wait: round(answeredAt - sentAt),
          receive: round(endedAt - answeredAt),
        },
      });
    };
    let response: HttpResponse;
    try {
      response = await transport(sent.request);
    } catch (error) {
      finish(performance.now(), { ...responseHead(0), _error: reason(error) });
      throw error;
    }
    const answeredAt = performance.now();
    const body = new BodyHead(maxBody);
    const mimeType = response.headers.get("content-type") ?? "";
    const ended = (note: string) => {
      const content = recordedBody(body, mimeType, secret);
      finish(answeredAt, {
        ...responseHead(response.status, response.headers),
        content: { mimeType, ...content },
        bodySize: content.size,
        ...(note !== "complete" && { _error: note }),
      });
    };
    return { ...response, body: observed(response.body, body, ended) };
  };
}

function responseHead(status: number, headers?: HttpHeaders): HarResponse {
  const given = [...(headers?.entries?.() ?? [])];
  const cookies = headers?.setCookie.map((cookie) => ["set-cookie", cookie] as const) ?? [];
  return {
    status,
    statusText: "",
    httpVersion: "HTTP/1.1",
    cookies: [],
    headers: [...given, ...cookies].map(recordedHeader),
    content: { mimeType: "", size: 0 },
    redirectURL: redactUrl(headers?.get("location") ?? ""),
    headersSize: -1,
    bodySize: -1,
  };
}

/** To the microsecond. */
function round(ms: number): number {
  return Math.round(ms * 1_000) / 1_000;
}
