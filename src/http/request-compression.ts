/** Requests with a content coding (RFC 9110 §8.4, RFC 7694), for servers that take it. */
import { drain } from "../bytes/index.js";
import { hasHeader } from "./headers.js";
import { parseRequestUrl } from "./request-url.js";
import type { HttpResponse, RequestBody, Transport } from "./transport.js";

/** A coding, or a coding and from which size on it pays. */
export type Compress<Coding extends string> = Coding | RequestCompression<Coding>;

export interface RequestCompression<Coding extends string> {
  readonly coding: Coding;
  /** Smaller bodies are sent as they are, in bytes; default 1,024. */
  readonly minBytes?: number;
}

const MIN_BYTES = 1_024;

/**
 * Compresses the bodies of requests, all but those that come in chunks. Where the answer says that the server could not
 * read one, that one is sent again as it is: a 415 says so, and a 400 without content, which is what ASMX makes of it.
 * After these, and after an Accept-Encoding that lacks the coding, all further ones to that origin are sent as they are.
 *
 * @param encode does the compressing
 */
export function compressing<Coding extends string>(
  transport: Transport,
  compress: Compress<Coding>,
  encode: (coding: Coding, body: Uint8Array) => Promise<Uint8Array>,
): Transport {
  const { coding, minBytes = MIN_BYTES }: RequestCompression<Coding> =
    typeof compress === "string" ? { coding: compress } : compress;
  /** The origins that don't take it. */
  const refusing = new Set<string>();
  return async (request) => {
    const body = bytesOf(request.body);
    if (body === undefined || body.byteLength < minBytes) return transport(request);
    const { origin } = parseRequestUrl(request.url).url;
    if (refusing.has(origin) || hasHeader(request.headers, "content-encoding")) {
      return transport(request);
    }
    const response = await transport({
      ...request,
      headers: { ...request.headers, "Content-Encoding": coding },
      body: await encode(coding, body),
    });
    const accepts = acceptedCodings(response);
    if (accepts !== undefined && !accepts.has(coding) && !accepts.has("*")) refusing.add(origin);
    if (!isUnread(response)) return response;
    refusing.add(origin);
    await drain(response.body);
    return transport(request);
  };
}

function bytesOf(body: RequestBody | undefined): Uint8Array | undefined {
  if (typeof body === "string") return new TextEncoder().encode(body);
  return body instanceof Uint8Array ? body : undefined;
}

/** What the server takes of requests to come (RFC 7694 §3); `undefined` where it doesn't say. */
function acceptedCodings({ headers }: HttpResponse): ReadonlySet<string> | undefined {
  const accepted = headers.get("accept-encoding");
  if (accepted === undefined) return undefined;
  const codings = accepted.split(",").filter((coding) => !/;\s*q=0(?:\.0*)?\s*$/.test(coding));
  return new Set(codings.map((coding) => coding.replace(/;.*/s, "").trim().toLowerCase()));
}

/** Whether the server could make nothing of the request, so that it has done nothing either. */
function isUnread({ status, headers }: HttpResponse): boolean {
  return status === 415 || (status === 400 && headers.get("content-length") === "0");
}
