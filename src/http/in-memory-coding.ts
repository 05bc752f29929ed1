/** The content coding of requests in memory, which their service accepts as over a socket. */
import { headerName, httpHeaders } from "./headers.js";
import { ACCEPT_ENCODING, decodeContent } from "./node/content-coding.js";
import { type HttpRequest, type HttpResponse, isReplayable } from "./transport.js";

/** The body of a request after content decoding. */
export interface DecodedRequest {
  /** Overrides the body of the request; empty if it has no coding. */
  readonly part: Pick<HttpRequest, "body">;
  /** Whether the body does not have the coding that it claims, as far as it was read. */
  readonly isBroken: () => boolean;
}

/** A request without a coding. */
export const UNCHANGED: DecodedRequest = { part: {}, isBroken: () => false };

/** `undefined` if the coding is not supported. */
export function decodedRequest({ headers, body }: HttpRequest): DecodedRequest | undefined {
  const name = headerName(headers, "content-encoding");
  if (name === undefined) return UNCHANGED;
  const { Readable } = process.getBuiltinModule("node:stream");
  const encoded = Readable.from(isReplayable(body) ? [Buffer.from(body ?? "")] : body);
  const content = decodeContent(encoded, headers[name]);
  if (content === undefined) return undefined;
  // Not even a streamed body has been read yet.
  if (content === encoded) return UNCHANGED;
  let isBroken = false;
  content.once("error", () => {
    isBroken = true;
  });
  return { part: { body: content }, isBroken: () => isBroken };
}

/** The response to a coding that is not supported (RFC 9110 §15.5.16). */
export const UNSUPPORTED_CODING: HttpResponse = withoutBody(415, {
  "accept-encoding": ACCEPT_ENCODING,
});

/** The response to a body that does not have the coding that it claims. */
export const BROKEN_CODING: HttpResponse = withoutBody(400, {});

function withoutBody(status: number, headers: Record<string, string>): HttpResponse {
  return {
    status,
    headers: httpHeaders({ ...headers, "content-length": "0" }),
    body: { [Symbol.asyncIterator]: () => NOTHING },
  };
}

const NOTHING: AsyncIterator<Uint8Array> = {
  next: async () => ({ done: true, value: undefined }),
};
