/** A transport with the responses of a recording; it sends nothing. */
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
import { SentSecrets, secretElements } from "../redaction/index.js";
import type { Har, HarBody, HarEntry, HarResponse } from "./har.js";
import type { RecordOptions } from "./record.js";
import { recordedRequest } from "./recorded-request.js";
import { difference, isRecordedAs, keyOf, type RequestKey } from "./same-request.js";

/**
 * Returns for each request the recorded response of the same request: the same method, address, SOAPAction and body,
 * except for secrets and the Header of envelopes. If there are several, they are used in the order of the recording, each
 * once. A recorded failure is a ConnectionError again.
 *
 * @param recording the entries of `record`, or a parsed HAR file
 * @param options the options of the recording
 * @throws ReplayError (`NOT_HAR`) if the recording is not a HAR file; from the transport: ReplayError (`NOT_RECORDED`) for
 *   a request that is not in the recording
 */
export function replay(
  recording: Har | readonly HarEntry[],
  options: Pick<RecordOptions, "operations"> = {},
): Transport {
  const names = secretElements(options.operations ?? []);
  // A recording of another tool may contain secrets, which are not compared.
  const key = (request: SentRequestHead, bytes: Uint8Array, kept = bytes.byteLength) => {
    const body = new BodyHead(kept);
    body.add(bytes);
    const values = new SentSecrets(() => names);
    values.addRequest({ ...request, body: bytes });
    return keyOf(recordedRequest(request, body, { names, values }));
  };
  const left = entriesOf(recording).map(({ request, response }) => {
    const { postData, method, url } = request;
    const headers = Object.fromEntries(request.headers.map(({ name, value }) => [name, value]));
    const recorded = key({ method, url, headers }, bytesOf(postData ?? {}));
    return { key: recorded, kept: postData?._kept, response };
  });
  const used: RequestKey[] = [];
  return async (request) => {
    request.signal?.throwIfAborted();
    const body = await bodyBytes(request);
    const keys = new Map<number | undefined, RequestKey>();
    const sentKey = (kept: number | undefined) => {
      const sent = keys.get(kept) ?? key(request, body, kept);
      keys.set(kept, sent);
      return sent;
    };
    const index = left.findIndex(({ key, kept }) => {
      const { target, body } = sentKey(kept);
      return isRecordedAs(key.target, target) && isRecordedAs(key.body, body);
    });
    const [found] = index < 0 ? [] : left.splice(index, 1);
    if (found === undefined) throw notRecorded(sentKey(undefined), left, used);
    used.push(found.key);
    return responseOf(found.response, found.key.target);
  };
}

type SentRequestHead = Pick<HttpRequest, "url" | "headers"> & { readonly method: string };

function entriesOf(recording: Har | readonly HarEntry[]): readonly HarEntry[] {
  const entries: unknown = Array.isArray(recording) ? recording : Object(recording).log?.entries;
  if (!Array.isArray(entries) || !entries.every(isEntry)) {
    const message = "The recording is not a HAR file: it has no log with entries.";
    throw new ReplayError("NOT_HAR", message);
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
  sent: RequestKey,
  left: readonly { readonly key: RequestKey }[],
  used: readonly RequestKey[],
): ReplayError {
  const near = left.find(({ key }) => key.target === sent.target);
  const times = used.filter((key) => key.target === sent.target && key.body === sent.body).length;
  const others = [...new Set(left.map(({ key }) => key.target))].join(", ") || "nothing";
  const why =
    times > 0
      ? `was sent more often than it was recorded, which is ${times} times`
      : near !== undefined
        ? `was recorded with another body: ${difference(near.key.body, sent.body)}`
        : `is not in the recording; the unused entries are ${others}`;
  return new ReplayError("NOT_RECORDED", `${sent.target} ${why}.`);
}

function responseOf(response: HarResponse, target: string): HttpResponse {
  const { status, headers, content, _error } = response;
  if (status === 0) {
    throw new ConnectionError(
      `${target} was recorded without a response: ${_error ?? "it failed"}`,
    );
  }
  const values: Record<string, string[]> = {};
  for (const { name, value } of headers) {
    const lower = name.toLowerCase();
    values[lower] = [...(values[lower] ?? []), value];
  }
  if (content.mimeType !== "") values["content-type"] ??= [content.mimeType];
  return { status, headers: httpHeaders(values), body: chunksOf(response, target) };
}

async function* chunksOf(
  { content, _error }: HarResponse,
  target: string,
): AsyncGenerator<Uint8Array> {
  const { encoding, _kept, _omitted, comment = "a part of it is missing" } = content;
  const bytes = bytesOf(content);
  // The text is now in UTF-8, marked by a byte order mark: its Content-Type may still name the original encoding.
  if (encoding !== "base64" && bytes.byteLength > 0) yield Uint8Array.of(0xef, 0xbb, 0xbf);
  yield bytes;
  if (_kept !== undefined || _omitted === true) {
    const message = `The response to ${target} was not recorded completely: ${comment}.`;
    throw new ReplayError("NOT_RECORDED", message);
  }
  if (_error !== undefined && _error !== NOT_READ) {
    throw new ConnectionError(`The recorded response to ${target} was cut short: ${_error}`);
  }
}

function bytesOf({ text = "", encoding }: HarBody): Uint8Array {
  return encoding === "base64"
    ? (decodeBase64(text) ?? new Uint8Array())
    : new TextEncoder().encode(text);
}
