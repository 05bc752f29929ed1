/** Records HTTP exchanges, for a support ticket or for `replay`. */
import { publicUrl } from "../errors/index.js";
import {
  around,
  BodyHead,
  type HttpHeaders,
  type HttpResponse,
  observed,
  reason,
  SentRequest,
  type Transport,
} from "../http/index.js";
import { joinedSecrets, REDACTED, SentSecrets, secretElements } from "../redaction/index.js";
import type { Operation } from "../schema/index.js";
import type { HarEntry, HarResponse } from "./har.js";
import {
  type RecordedSecrets,
  recordedBody,
  recordedHeader,
  recordedRequest,
} from "./recorded-request.js";

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
  const names = secretElements(options.operations ?? []);
  const known = new SentSecrets(() => names);
  const { maxBody = MAX_RECORDED_BODY } = options;
  return around(transport, async (request) => {
    const startedDateTime = new Date().toISOString();
    const sentAt = performance.now();
    known.addRequest(request);
    const secrets = { names, values: joinedSecrets(known, request.secrets) };
    const sent = new SentRequest({ ...request, secrets: secrets.values }, maxBody);
    const finish = (respondedAt: number, response: HarResponse) => {
      const endedAt = performance.now();
      sink({
        startedDateTime,
        time: round(endedAt - sentAt),
        request: recordedRequest(request, sent.body, secrets),
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
      const _error = secrets.values.remove(reason(error));
      finish(performance.now(), { ...responseHead(0, undefined, secrets), _error });
      throw error;
    }
    const respondedAt = performance.now();
    const body = new BodyHead(maxBody);
    for (const cookie of response.headers.setCookie) secrets.values.addHeader("set-cookie", cookie);
    const ended = (note: string) => {
      const type = response.headers.get("content-type") ?? "";
      const content = recordedBody(body, type, secrets);
      finish(respondedAt, {
        ...responseHead(response.status, response.headers, secrets),
        content: { mimeType: secrets.values.remove(type), ...content },
        bodySize: content.size,
        ...(note !== "complete" && { _error: secrets.values.remove(note) }),
      });
    };
    return { ...response, body: observed(response.body, body, ended) };
  });
}

function responseHead(
  status: number,
  headers: HttpHeaders | undefined,
  secrets: RecordedSecrets,
): HarResponse {
  const given = [...(headers?.entries?.() ?? [])];
  const cookies = headers?.setCookie.map((cookie) => ["set-cookie", cookie] as const) ?? [];
  return {
    status,
    statusText: "",
    httpVersion: "HTTP/1.1",
    cookies: [],
    headers: [...given, ...cookies].map((header) => recordedHeader(header, secrets)),
    content: { mimeType: "", size: 0 },
    redirectURL: secrets.values.remove(publicUrl(headers?.get("location") ?? "", REDACTED)),
    headersSize: -1,
    bodySize: -1,
  };
}

/** To the microsecond. */
function round(ms: number): number {
  return Math.round(ms * 1_000) / 1_000;
}
