/** The transport over `fetch`, for browsers, Deno, Bun and workers: nothing of Node is loaded. */

import { releasing } from "../bytes/index.js";
import { ConnectionError } from "../errors/index.js";
import { connectionFailure, type Peer } from "./connection-failure.js";
import { httpHeaders } from "./headers.js";
import { outgoingHeaders } from "./outgoing-headers.js";
import { type Compress, compressing } from "./request-compression.js";
import { parseRequestUrl } from "./request-url.js";
import { BodySource } from "./streamed-body.js";
import type { HttpHeaders, HttpRequest, Transport } from "./transport.js";

export interface FetchTransportOptions {
  /** What to call in place of the global `fetch`: one with a proxy, credentials or other settings of its own. */
  readonly fetch?: typeof fetch;
  /** Whether a browser sends cookies along: `include` to other origins too, which a session there needs. Default `same-origin`. */
  readonly credentials?: RequestInit["credentials"];
  /** Compresses bodies of requests, from 1,024 bytes on by default. Off by default: not every server takes them. */
  readonly compress?: Compress<"gzip" | "deflate">;
}

/**
 * A transport over `fetch`. Connections, decoding and proxies are the platform's; so are cookies in a browser, which
 * shows none of them. Redirects are given as they are, as far as the platform tells: a browser hides where they lead,
 * so there one is a ConnectionError.
 */
export function fetchTransport(options: FetchTransportOptions = {}): Transport {
  const send: Transport = async (request) => {
    const { signal } = request;
    signal?.throwIfAborted();
    const { url, authorization } = parseRequestUrl(request.url);
    const peer: Peer = { host: url.host };
    const explain = (during: "head" | "body") => (error: unknown) =>
      signal?.aborted ? signal.reason : connectionFailure(error, peer, during);
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
        `${url.host} redirects to another address, which the browser does not tell; the endpoint has to be that one.`,
      );
    }
    return {
      status: response.status,
      headers: headersOf(response.headers),
      body: bodyOf(response.body, explain("body"), () => source.stop()),
    };
  };
  return options.compress === undefined ? send : compressing(send, options.compress, encode);
}

/** The `deflate` of streams is that of HTTP, with the wrapper of zlib. */
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

/** By its reader: not every browser can iterate a stream. */
function bodyOf(
  stream: ReadableStream<Uint8Array> | null,
  explain: (error: unknown) => unknown,
  done: () => void,
): AsyncIterable<Uint8Array> {
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
    // What it was cancelled for is nobody's concern any more.
    reader?.cancel().catch(() => {});
  });
}
