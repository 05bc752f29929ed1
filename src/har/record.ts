/** Records HTTP exchanges, for a support ticket or for `replay`. */
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

/** Options of `record`. */
export interface RecordOptions {
  /**
   * Operations whose schemas mark secret elements. Default: none; then only elements with names such as `sPassword` or
   * `authCode` are redacted, and a secret with another name is recorded.
   */
  readonly operations?: Iterable<Operation>;
  /** The number of bytes of each body that are recorded; default 1 MiB. A larger response cannot be replayed. */
  readonly maxBody?: number;
}

const MAX_RECORDED_BODY = 1024 * 1024;

/**
 * Wraps a transport so that each exchange is recorded. Secrets are replaced by `***`, as in `wireLog`. Wrap it around the
 * transport that compresses, and inside `cookies`.
 *
 * @param transport sends the requests
 * @param sink gets each exchange when the body of its response ends, or when there is no response; its result is ignored
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
    const finish = (respondedAt: number, response: HarResponse) => {
      const endedAt = performance.now();
      sink({
        startedDateTime,
        time: round(endedAt - sentAt),
        request: recordedRequest(request, sent.body, secret),
        response,
        cache: {},
        timings: {
          send: 0,
          wait: round(respondedAt - sentAt),
          receive: round(endedAt - respondedAt),
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
    const respondedAt = performance.now();
    const body = new BodyHead(maxBody);
    const mimeType = response.headers.get("content-type") ?? "";
    const ended = (note: string) => {
      const content = recordedBody(body, mimeType, secret);
      finish(respondedAt, {
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
