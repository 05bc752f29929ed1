/** The transport over `fetch`, for browsers, Deno, Bun and workers: it loads no module of Node. */

import { releasing } from "../../bytes/index.js";
import { ConnectionError } from "../../errors/index.js";
import { connectionFailure, type Peer } from "../connection-failure.js";
import { unknownCoding } from "../content-codings.js";
import { httpHeaders } from "../headers.js";
import { type Compress, compressing } from "../request/compression.js";
import { outgoingHeaders, withoutReservedHeaders } from "../request/headers.js";
import { parseRequestUrl } from "../request/url.js";
import {
  type HttpHeaders,
  type HttpRequest,
  type HttpResponse,
  type Transport,
  withTraits,
} from "../transport.js";
import { decodeLeft, leftCodings } from "./left-encoded.js";
import { BodySource } from "./streamed-body.js";

/** Options of `fetchTransport`. */
export interface FetchTransportOptions {
  /** Replaces the global `fetch`, for example by one with a proxy. Default: the global one at each request. */
  readonly fetch?: typeof fetch;
  /**
   * Whether a browser sends cookies: `include` also to other origins, which a session there needs and which their CORS
   * headers have to allow. Default: `same-origin`.
   */
  readonly credentials?: RequestInit["credentials"];
  /** Compresses the bodies of requests, by default from 1,024 bytes. Default: off, since not every server supports it. */
  readonly compress?: Compress<"gzip" | "deflate">;
}

/**
 * A transport over `fetch`. The platform manages connections, content decoding and proxies, and in a browser the cookies;
 * elsewhere wrap it in `cookies`. Redirects are returned as responses (see `redirects`); a browser does not show their
 * address, so there a redirect is a ConnectionError.
 *
 * The platform decides whether it sends a request again after an idle connection has broken (RFC 9110 §9.2.2). `fetch` of
 * Node does not for a POST; browsers may.
 *
 * @throws from the transport: ConnectionError, or the signal's reason
 */
export function fetchTransport(options: FetchTransportOptions = {}): Transport {
  const send: Transport = async (request) => {
    const { signal } = request;
    signal?.throwIfAborted();
    const { url, authorization } = parseRequestUrl(request.url);
    const peer: Peer = { host: url.host };
    const explain = (during: "head" | "body") => (error: unknown) =>
      signal?.aborted ? signal.reason : connectionFailure(error, peer, { during });
    const headers = outgoingHeaders(request, { host: url.host, authorization });
    const source = new BodySource(url);
    let response: Response;
    try {
      const init = await initOf(request, headers, options, source);
      response = await (options.fetch ?? fetch)(url, init);
    } catch (error) {
      source.stop();
      if (source.failure !== undefined) throw source.failure.error;
      throw explain("head")(error);
    }
    if (response.type === "opaqueredirect") {
      throw new ConnectionError(
        `${url.host} redirects to another address, which the browser does not show; set the endpoint to that address.`,
      );
    }
    return {
      status: response.status,
      headers: headersOf(response.headers),
      body: decodedBody(response, { host: url.host, explain, done: () => source.stop() }),
    };
  };
  // A function of the caller may reach another service, as in a test.
  if (options.fetch === undefined) withTraits(send, { usesNetwork: true });
  return withoutReservedHeaders(
    options.compress === undefined ? send : compressing(send, options.compress, encode),
  );
}

/** `deflate` of CompressionStream is that of HTTP: with the zlib wrapper. */
async function encode(coding: "gzip" | "deflate", body: Uint8Array): Promise<Uint8Array> {
  const encoded = new Blob([body]).stream().pipeThrough(new CompressionStream(coding));
  return new Uint8Array(await new Response(encoded).arrayBuffer());
}

async function initOf(
  request: HttpRequest,
  headers: Record<string, string>,
  { credentials }: FetchTransportOptions,
  source: BodySource,
): Promise<RequestInit> {
  return {
    method: request.method,
    headers,
    redirect: "manual",
    ...(credentials === undefined ? {} : { credentials }),
    ...(await source.init(request.body)),
    ...(request.signal === undefined ? {} : { signal: request.signal }),
  };
}

function headersOf(headers: Headers): HttpHeaders {
  const values: Record<string, string | readonly string[]> = Object.fromEntries(headers);
  values["set-cookie"] = headers.getSetCookie();
  return httpHeaders(values);
}

/** @throws ConnectionError for a coding that is not supported */
function decodedBody(
  response: Response,
  { host, explain, done }: BodyContext,
): HttpResponse["body"] {
  const body = bodyOf(response.body, explain("body"), done);
  const header = response.headers.get("content-encoding") ?? undefined;
  const left = leftCodings(header);
  const unknown = () => unknownCoding(host, header);
  if (left?.length === 0) return body;
  if (left !== undefined) return decodeLeft(body, left, { explain: explain("body"), unknown });
  void body.return?.();
  throw unknown();
}

interface BodyContext {
  readonly host: string;
  readonly explain: (during: "head" | "body") => (error: unknown) => unknown;
  readonly done: () => void;
}

/** Uses the reader of the stream: not every browser can iterate a stream. */
function bodyOf(
  stream: ReadableStream<Uint8Array> | null,
  explain: (error: unknown) => unknown,
  done: () => void,
): AsyncIterableIterator<Uint8Array> {
  const reader = stream?.getReader();
  async function* chunks(): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      for (;;) {
        const next = await reader?.read();
        if (next === undefined || next.done) return;
        yield next.value;
      }
    } catch (error) {
      throw explain(error);
    } finally {
      done();
    }
  }
  return releasing(chunks(), () => {
    done();
    // An error of the cancellation is ignored.
    reader?.cancel().catch(() => {});
  });
}
