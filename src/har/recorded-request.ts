/** Requests and bodies in the form of a HAR file, without their secrets. */
import { encodeBase64 } from "../bytes/index.js";
import { publicUrl } from "../errors/index.js";
import type { BodyHead, ExchangeSecrets, HttpRequest } from "../http/index.js";
import {
  contentType,
  isPublicHeader,
  isSecretHeader,
  REDACTED,
  redactHeader,
  shownBody,
} from "../redaction/index.js";
import type { HarBody, HarNameValue, HarRequest } from "./har.js";

/** The secrets that are not recorded. */
export interface RecordedSecrets {
  /** The local names of secret elements. */
  readonly names: ReadonlySet<string>;
  readonly values: ExchangeSecrets;
}

/** @param body the bytes that were kept of the request's body */
export function recordedRequest(
  { method, url, headers }: Pick<HttpRequest, "url" | "headers"> & { readonly method: string },
  body: BodyHead,
  secrets: RecordedSecrets,
): HarRequest {
  const shownUrl = secrets.values.remove(publicUrl(url, REDACTED));
  // The size of the redacted body: that of the original would reveal the length of a password.
  const mimeType = contentType(headers);
  const { size, ...shown } = recordedBody(body, mimeType, secrets);
  return {
    method,
    url: shownUrl,
    httpVersion: "HTTP/1.1",
    cookies: [],
    headers: Object.entries(headers).map((header) => requestHeader(header, secrets)),
    queryString: queryOf(shownUrl),
    headersSize: -1,
    bodySize: size,
    ...(size > 0 && { postData: { mimeType, ...shown } }),
  };
}

/** Unknown headers of requests may contain credentials. */
function requestHeader(header: readonly [string, string], secrets: RecordedSecrets): HarNameValue {
  const shown = recordedHeader(header, secrets);
  return isPublicHeader(...header) || isSecretHeader(header[0])
    ? shown
    : { ...shown, value: REDACTED };
}

export function recordedHeader(
  [name, value]: readonly [string, string],
  { values }: RecordedSecrets,
): HarNameValue {
  const shown =
    name.toLowerCase() === "location" ? publicUrl(value, REDACTED) : redactHeader(name, value);
  return { name: values.remove(name), value: values.remove(shown) };
}

/** A body as it is recorded: text, or base64 if it contains binary content. */
export function recordedBody(
  body: BodyHead,
  type: string,
  { names, values }: RecordedSecrets,
): HarBody & { readonly size: number } {
  const { text, bytes, isPartial } = shownBody(body.bytes, type, {
    names,
    remove: (text) => values.remove(text),
  });
  const missing = [
    ...(body.left > 0 ? [`${body.left} more bytes were not recorded`] : []),
    ...(isPartial ? ["content that is not text and may contain secrets was omitted"] : []),
  ];
  const { byteLength } = bytes ?? new TextEncoder().encode(text);
  return {
    size: byteLength + body.left,
    ...(bytes === undefined ? { text } : { text: encodeBase64(bytes), encoding: "base64" }),
    ...(body.left > 0 && { _kept: body.size - body.left }),
    ...(isPartial && { _omitted: true }),
    ...(missing.length > 0 && { comment: missing.join("; ") }),
  };
}

function queryOf(url: string): HarNameValue[] {
  const query = url.includes("?") ? url.slice(url.indexOf("?") + 1) : "";
  return [...new URLSearchParams(query)].map(([name, value]) => ({ name, value }));
}
