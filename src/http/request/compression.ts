/** Requests with a content coding (RFC 9110 §8.4, RFC 7694), for servers that support it. */
import { drain } from "../../bytes/index.js";
import { hasHeader } from "../headers.js";
import { around, type HttpResponse, type RequestBody, type Transport } from "../transport.js";
import { parseRequestUrl } from "./url.js";

/** A content coding, or a content coding with its options. */
export type Compress<Coding extends string> = Coding | RequestCompression<Coding>;

/** A content coding with its options. */
export interface RequestCompression<Coding extends string> {
  /** The content coding. */
  readonly coding: Coding;
  /** The smallest body that is compressed, in bytes; default 1,024: a smaller one hardly shrinks. */
  readonly minBytes?: number;
}

const MIN_BYTES = 1_024;

/**
 * Compresses the bodies of requests, except streamed ones. If the server could not read a body (status 415, or 400
 * without content, the response of ASMX), the request is sent again without compression. After that, and after an
 * Accept-Encoding without the coding, requests to that origin are not compressed any more.
 *
 * @param encode compresses a body
 */
export function compressing<Coding extends string>(
  transport: Transport,
  compress: Compress<Coding>,
  encode: (coding: Coding, body: Uint8Array) => Promise<Uint8Array>,
): Transport {
  const { coding, minBytes = MIN_BYTES }: RequestCompression<Coding> =
    typeof compress === "string" ? { coding: compress } : compress;
  /** The origins that don't support the coding. */
  const unsupported = new Set<string>();
  return around(transport, async (request) => {
    const body = bytesOf(request.body);
    if (body === undefined || body.byteLength < minBytes) return transport(request);
    const { origin } = parseRequestUrl(request.url).url;
    if (unsupported.has(origin) || hasHeader(request.headers, "content-encoding")) {
      return transport(request);
    }
    const response = await transport({
      ...request,
      headers: { ...request.headers, "Content-Encoding": coding },
      body: await encode(coding, body),
    });
    const accepts = acceptedCodings(response);
    if (accepts !== undefined && !accepts.has(coding) && !accepts.has("*")) unsupported.add(origin);
    if (!isUnread(response)) return response;
    unsupported.add(origin);
    await drain(response.body);
    return transport(request);
  });
}

function bytesOf(body: RequestBody | undefined): Uint8Array | undefined {
  if (typeof body === "string") return new TextEncoder().encode(body);
  return body instanceof Uint8Array ? body : undefined;
}

/** The codings that the server supports in requests (RFC 7694 §3); `undefined` if the response does not list them. */
function acceptedCodings({ headers }: HttpResponse): ReadonlySet<string> | undefined {
  const accepted = headers.get("accept-encoding");
  if (accepted === undefined) return undefined;
  const codings = accepted.split(",").filter((coding) => !/;\s*q=0(?:\.0*)?\s*$/.test(coding));
  return new Set(codings.map((coding) => coding.replace(/;.*/s, "").trim().toLowerCase()));
}

/** Whether the server could not read the request, so that it has not processed it either. */
function isUnread({ status, headers }: HttpResponse): boolean {
  return status === 415 || (status === 400 && headers.get("content-length") === "0");
}
