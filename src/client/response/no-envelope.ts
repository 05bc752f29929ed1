/** The errors of responses without an envelope. */
import { mediaType } from "../../bytes/index.js";
import { DecodeError, HttpError } from "../../errors/index.js";
import { type HttpResponse, retryAfter } from "../../http/index.js";
import { excerptOf } from "../../protocol/index.js";

export interface OtherResponse {
  /** The Content-Type header. */
  readonly type: string | undefined;
  /** Its text without secrets. */
  readonly body: string;
  /** The cause; default: that of the status. */
  readonly hint?: string | undefined;
}

export function noEnvelope(
  response: HttpResponse,
  { type, body, hint = STATUS_HINTS.get(response.status) }: OtherResponse,
): HttpError | DecodeError {
  const { status } = response;
  const excerpt = excerptOf(body);
  const isPage = mediaType(type).type === "text/html";
  const what = excerpt === "" ? "empty" : isPage ? "an HTML page" : "something else";
  if (status === 200) {
    const message = `The response is ${what} instead of a SOAP envelope; check the endpoint.`;
    return new DecodeError("NOT_SOAP", message, "");
  }
  const cause = hint === undefined ? "" : `: ${hint}`;
  return new HttpError(
    `The server responded with status ${status}; the body is ${what} instead of a SOAP envelope${cause}.`,
    status,
    excerpt,
    retryAfter(response),
  );
}

const STATUS_HINTS: ReadonlyMap<number, string> = new Map([
  [400, "it could not read the request"],
  [401, "it requires HTTP authentication"],
  [403, "access is forbidden"],
  [404, "there is no such endpoint"],
  [407, "the proxy requires authentication"],
  [415, "it does not support this version of SOAP"],
  [503, "the service is not available now"],
]);
