/** Requests and bodies in the form of a HAR file, without their secrets. */
import { encodeBase64 } from "../bytes/index.js";
import type { BodyHead, HttpRequest } from "../http/index.js";
import { redactHeader, redactUrl, shownBody } from "../redaction/index.js";
import type { HarBody, HarNameValue, HarRequest } from "./har.js";

/** @param body the bytes that were kept of the request's body */
export function recordedRequest(
  { method, url, headers }: Pick<HttpRequest, "url" | "headers"> & { readonly method: string },
  body: BodyHead,
  secret: ReadonlySet<string>,
): HarRequest {
  const shownUrl = redactUrl(url);
  // The size of the redacted body: that of the original would reveal the length of a password.
  const mimeType =
    Object.entries(headers).find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "";
  const { size, ...shown } = recordedBody(body, mimeType, secret);
  return {
    method,
    url: shownUrl,
    httpVersion: "HTTP/1.1",
    cookies: [],
    headers: Object.entries(headers).map(recordedHeader),
    queryString: queryOf(shownUrl),
    headersSize: -1,
    bodySize: size,
    ...(size > 0 && { postData: { mimeType, ...shown } }),
  };
}

export function recordedHeader([name, value]: readonly [string, string]): HarNameValue {
  const shown = name.toLowerCase() === "location" ? redactUrl(value) : redactHeader(name, value);
  return { name, value: shown };
}

/** A body as it is recorded: text, or base64 if it contains binary content. */
export function recordedBody(
  body: BodyHead,
  contentType: string,
  secret: ReadonlySet<string>,
): HarBody & { readonly size: number } {
  const { text, bytes, isPartial } = shownBody(body.bytes, contentType, secret);
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
