/** `Expect: 100-continue` (RFC 9110 §10.1.1): the server says by a request's head whether it wants the body. */
import type { ClientRequest } from "node:http";
import { drain } from "../../bytes/index.js";
import { headerName } from "../headers.js";
import { parseRequestUrl } from "../request-url.js";
import { isReplayable, type RequestBody, type Transport } from "../transport.js";

/** How long the server is waited for, in ms, as curl does; then the body is sent unasked, since not all of them answer. */
const LONGEST_WAIT = 1_000;

/**
 * Announces bodies of `minBytes` and more, and those in chunks. A server that knows no Expect says so by 417; it gets the
 * request again without, and further ones too.
 */
export function announcing(transport: Transport, minBytes: number): Transport {
  const refusing = new Set<string>();
  return async (request) => {
    const { origin } = parseRequestUrl(request.url).url;
    const body = typeof request.body === "string" ? encoder.encode(request.body) : request.body;
    const size = sizeOf(body);
    if (size < minBytes || refusing.has(origin)) return transport(request);
    const headers: Record<string, string> = { ...request.headers, Expect: "100-continue" };
    // The head goes out before Node sees the body.
    if (Number.isFinite(size))
      headers[headerName(headers, "content-length") ?? "Content-Length"] = `${size}`;
    const response = await transport({
      ...request,
      headers,
      ...(body === undefined ? {} : { body }),
    });
    if (response.status !== 417 || !isReplayable(request.body)) return response;
    refusing.add(origin);
    await drain(response.body);
    return transport(request);
  };
}

const encoder = new TextEncoder();

/** In bytes; none is smaller than any. */
function sizeOf(body: Exclude<RequestBody, string> | undefined): number {
  if (body === undefined) return Number.NEGATIVE_INFINITY;
  return body instanceof Uint8Array ? body.byteLength : Number.POSITIVE_INFINITY;
}

/** Calls `send` when the server asks for the body or keeps silent; not when it has answered already. */
export function whenWanted(outgoing: ClientRequest, send: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(timer);
    outgoing.off("continue", go);
  };
  const go = () => {
    stop();
    send();
  };
  outgoing.once("continue", go).once("response", stop).once("close", stop);
  outgoing.once("socket", () => {
    timer = setTimeout(go, LONGEST_WAIT);
  });
  outgoing.flushHeaders();
}
