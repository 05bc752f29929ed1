/** A transport that answers from a recording, and sends nothing. */
import { decodeBase64 } from "../bytes/index.js";
import { ConnectionError, ReplayError } from "../errors/index.js";
import {
  BodyHead,
  type HttpRequest,
  type HttpResponse,
  httpHeaders,
  isReplayable,
  NOT_READ,
  type Transport,
} from "../http/index.js";
import { secretElements } from "../redaction/index.js";
import type { Har, HarBody, HarEntry, HarResponse } from "./har.js";
import type { RecordOptions } from "./record.js";
import { recordedRequest } from "./recorded-request.js";
import { difference, keyOf, type RequestKey } from "./same-request.js";

/**
 * Answers each request as the recording has it: the same method, address, SOAPAction and body, secrets and the Header of
 * envelopes aside. Of several such the first that was not used yet answers; a failure is a failure again.
 *
 * @param recording what `record` has given, or a HAR file that was parsed
 * @param options those that it was recorded with
 * @throws ReplayError for what is no HAR; its transport for a request that the recording lacks
 */
export function replay(
  recording: Har | readonly HarEntry[],
  options: Pick<RecordOptions, "operations"> = {},
): Transport {
  const secret = secretElements(options.operations ?? []);
  // Another tool may have left secrets in it, which are no part of what is compared.
  const key = (request: Asked, bytes: Uint8Array, kept = bytes.byteLength) => {
    const body = new BodyHead(kept);
    body.add(bytes);
    return keyOf(recordedRequest(request, body, secret));
  };
  const left = entriesOf(recording).map(({ request, response }) => {
    const { postData, method, url } = request;
    const headers = Object.fromEntries(request.headers.map(({ name, value }) => [name, value]));
    const asked = key({ method, url, headers }, bytesOf(postData ?? {}));
    return { key: asked, kept: postData?._kept, response };
  });
  const used: RequestKey[] = [];
  return async (request) => {
    request.signal?.throwIfAborted();
    const body = await bodyBytes(request);
    const keys = new Map<number | undefined, RequestKey>();
    const askedFor = (kept: number | undefined) => {
      const asked = keys.get(kept) ?? key(request, body, kept);
      keys.set(kept, asked);
      return asked;
    };
    const index = left.findIndex((recorded) => {
      const { what, body } = askedFor(recorded.kept);
      return what === recorded.key.what && body === recorded.key.body;
    });
    const [found] = index < 0 ? [] : left.splice(index, 1);
    if (found === undefined) throw notRecorded(askedFor(undefined), left, used);
    used.push(found.key);
    return responseOf(found.response, found.key.what);
  };
}

type Asked = Pick<HttpRequest, "url" | "headers"> & { readonly method: string };

function entriesOf(recording: Har | readonly HarEntry[]): readonly HarEntry[] {
  const entries: unknown = Array.isArray(recording) ? recording : Object(recording).log?.entries;
  if (!Array.isArray(entries) || !entries.every(isEntry)) {
    throw new ReplayError("NOT_HAR", "The recording is no HAR file: it has no log with entries.");
  }
  return entries;
}

function isEntry(value: unknown): value is HarEntry {
  const { request, response } = Object(value);
  return (
    typeof request?.url === "string" &&
    Array.isArray(request.headers) &&
    typeof response?.status === "number" &&
    Array.isArray(response.headers)
  );
}

async function bodyBytes({ body }: HttpRequest): Promise<Uint8Array> {
  if (body instanceof Uint8Array) return body;
  if (isReplayable(body)) return new TextEncoder().encode(body);
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function notRecorded(
  asked: RequestKey,
  left: readonly { readonly key: RequestKey }[],
  used: readonly RequestKey[],
): ReplayError {
  const near = left.find(({ key }) => key.what === asked.what);
  const times = used.filter((key) => key.what === asked.what && key.body === asked.body).length;
  const others = [...new Set(left.map(({ key }) => key.what))].join(", ") || "nothing";
  const why =
    times > 0
      ? `was asked for more often than it was recorded, which is ${times} times`
      : near !== undefined
        ? `was recorded with another body: ${difference(near.key.body, asked.body)}`
        : `is not in the recording, which still has ${others}`;
  return new ReplayError("NOT_RECORDED", `${asked.what} ${why}.`);
}

function responseOf(response: HarResponse, what: string): HttpResponse {
  const { status, headers, content, _error } = response;
  if (status === 0) {
    throw new ConnectionError(`No answer to ${what} was recorded: ${_error ?? "it failed"}`);
  }
  const values: Record<string, string[]> = {};
  for (const { name, value } of headers) {
    const lower = name.toLowerCase();
    values[lower] = [...(values[lower] ?? []), value];
  }
  if (content.mimeType !== "") values["content-type"] ??= [content.mimeType];
  return { status, headers: httpHeaders(values), body: chunksOf(response, what) };
}

async function* chunksOf(
  { content, _error }: HarResponse,
  what: string,
): AsyncGenerator<Uint8Array> {
  const { encoding, _kept, _omitted, comment = "a part of it" } = content;
  const bytes = bytesOf(content);
  // Text is in UTF-8 now, and says so by a byte order mark: its Content-Type may still name what it was in.
  if (encoding !== "base64" && bytes.byteLength > 0) yield Uint8Array.of(0xef, 0xbb, 0xbf);
  yield bytes;
  if (_kept !== undefined || _omitted === true) {
    throw new ReplayError("NOT_RECORDED", `The answer to ${what} is not there whole: ${comment}.`);
  }
  if (_error !== undefined && _error !== NOT_READ) {
    throw new ConnectionError(`The answer to ${what} was recorded in part: ${_error}`);
  }
}

function bytesOf({ text = "", encoding }: HarBody): Uint8Array {
  return encoding === "base64"
    ? (decodeBase64(text) ?? new Uint8Array())
    : new TextEncoder().encode(text);
}
