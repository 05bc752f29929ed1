/** `Expect: 100-continue` (RFC 9110 §10.1.1): the server decides by the head of a request whether it wants the body. */
import type { ClientRequest } from "node:http";
import { drain } from "../../bytes/index.js";
import { headerName } from "../headers.js";
import { parseRequestUrl } from "../request/url.js";
import { around, isReplayable, type RequestBody, type Transport } from "../transport.js";

/** The longest wait for the server, in ms, as in curl; then the body is sent, since not every server responds to Expect. */
const LONGEST_WAIT = 1_000;

/**
 * Sends `Expect: 100-continue` for bodies of at least `minBytes` and for streamed ones. If the server does not support it
 * (status 417), the request is sent again without, and so are all further requests to that origin.
 */
export function expectingContinue(transport: Transport, minBytes: number): Transport {
  const unsupported = new Set<string>();
  return around(transport, async (request) => {
    const { origin } = parseRequestUrl(request.url).url;
    const body = typeof request.body === "string" ? encoder.encode(request.body) : request.body;
    const size = sizeOf(body);
    if (size < minBytes || unsupported.has(origin)) return transport(request);
    const headers: Record<string, string> = { ...request.headers, Expect: "100-continue" };
    // The head is sent before Node gets the body, so Node can't count it.
    if (Number.isFinite(size))
      headers[headerName(headers, "content-length") ?? "Content-Length"] = `${size}`;
    const response = await transport({
      ...request,
      headers,
      ...(body === undefined ? {} : { body }),
    });
    if (response.status !== 417 || !isReplayable(request.body)) return response;
    unsupported.add(origin);
    await drain(response.body);
    return transport(request);
  });
}

const encoder = new TextEncoder();

/** In bytes; a missing body is smaller than any other. */
function sizeOf(body: Exclude<RequestBody, string> | undefined): number {
  if (body === undefined) return Number.NEGATIVE_INFINITY;
  return body instanceof Uint8Array ? body.byteLength : Number.POSITIVE_INFINITY;
}

/** Calls `send` when the server wants the body or does not react; not if it has sent its response. */
export function whenWanted(outgoing: ClientRequest, send: () => void): void {
  const stop = () => {
    clearTimeout(timer);
    outgoing.off("continue", go);
  };
  const go = () => {
    stop();
    send();
  };
  const timer = setTimeout(go, LONGEST_WAIT);
  outgoing.once("continue", go).once("response", stop).once("close", stop);
  outgoing.flushHeaders();
}
