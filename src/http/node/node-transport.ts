/** The transport over `node:http` and `node:https`, which are loaded at the first request. */
import type { Agent, AgentOptions } from "node:http";
import type { Socket } from "node:net";
import { streamChunks } from "../../bytes/index.js";
import { ConnectionError } from "../../errors/index.js";
import { connectionFailure, failureCode, type Peer } from "../connection-failure.js";
import { hasHeader, httpHeaders } from "../headers.js";
import { outgoingHeaders } from "../outgoing-headers.js";
import { type Compress, compressing } from "../request-compression.js";
import { type HttpRequest, type HttpResponse, isReplayable, type Transport } from "../transport.js";
import {
  ACCEPT_ENCODING,
  decodeContent,
  encodeContent,
  type RequestCoding,
} from "./content-coding.js";
import { announcing, whenWanted } from "./expect-continue.js";
import { sendBody } from "./send-body.js";
import { type Target, targets } from "./target.js";
import type { TlsOptions } from "./tls.js";

export interface HttpTransportOptions {
  /** Connections to one origin at a time, default 16; further calls wait for a free one. */
  readonly maxSockets?: number;
  /**
   * The proxy of all requests, `http://user:password@host:port`, or `false` for none, whatever HTTP_PROXY, HTTPS_PROXY,
   * ALL_PROXY and NO_PROXY say.
   */
  readonly proxy?: string | false;
  /** Compresses bodies of requests, from 1,024 bytes on by default. Off by default: not every server takes them. */
  readonly compress?: Compress<RequestCoding>;
  /** Bodies of this many bytes and more are sent when the server says that it wants them. Off by default. */
  readonly expectContinue?: number;
  /** An authority of your own, a client certificate; for `https:` addresses, through a proxy too. */
  readonly tls?: TlsOptions;
}

/**
 * Idle connections are closed after this time in ms, or earlier where the server announces it (Keep-Alive: timeout). It
 * is below what common servers wait, so that they rarely close one just as it is taken up again.
 */
const IDLE_LIMIT = 4_000;

/**
 * A connection that the server closed while it was idle says so within a round trip. One that breaks later, in ms, broke
 * over the request.
 */
const STALE_WINDOW = 1_000;

/**
 * A transport for Node with connections that are kept alive; idle ones don't keep the process from ending. gzip, deflate
 * and br are decoded, the proxy is taken from HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY as they are at the first
 * request to an origin, and redirects are given as they are: whether to follow one is for `redirects` to say.
 *
 * A request is sent again, once and on a new connection, when it went out on a used one that turned out to be closed:
 * reset within a second, with not a byte of an answer. That is how a server's idle timeout shows; a server that took the
 * request and died within that second looks the same, so the remaining risk of a call done twice is a crash at that
 * moment. RFC 9110 §9.2.2 leaves such a judgement to the client. A body that comes in chunks is sent once.
 */
export function httpTransport(options: HttpTransportOptions = {}): Transport {
  const keepAlive: AgentOptions = {
    keepAlive: true,
    noDelay: true,
    maxSockets: options.maxSockets ?? 16,
    timeout: IDLE_LIMIT,
  };
  const targetAt = targets(keepAlive, options);
  // Nearly every call goes to the address of the one before.
  let target: Target | undefined;

  const send: Transport = async (request) => {
    const current = target?.address === request.url ? target : await targetAt(request.url);
    target = current;
    return exchange(request, current, current.agent);
  };
  const { compress, expectContinue } = options;
  const announced = expectContinue === undefined ? send : announcing(send, expectContinue);
  return compress === undefined ? announced : compressing(announced, compress, encodeContent);
}

function exchange(request: HttpRequest, target: Target, agent: Agent): Promise<HttpResponse> {
  const { host, route } = target;
  const { signal } = request;
  const peer: Peer = { host, proxy: route.proxy };
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const headers = outgoingHeaders(request, target);
    if (!hasHeader(headers, "accept-encoding")) headers["Accept-Encoding"] = ACCEPT_ENCODING;
    const outgoing = target.open({ ...target.location, agent, method: request.method, headers });
    // What to let go of on abort: the request, from the answer's head on its content.
    let current: { destroy(): void } = outgoing;
    const abort = () => {
      reject(signal?.reason);
      current.destroy();
    };
    signal?.addEventListener("abort", abort);
    const done = () => signal?.removeEventListener("abort", abort);

    let isStale = (_error: Error) => false;
    outgoing.on("socket", (socket) => {
      if (outgoing.reusedSocket && isReplayable(request.body)) isStale = staleCheck(socket);
    });
    outgoing.on("error", (error) => {
      done();
      if (!signal?.aborted && isStale(error)) {
        resolve(exchange(request, target, route.newAgent({ keepAlive: false, noDelay: true })));
      } else {
        reject(connectionFailure(error, peer, "head"));
      }
    });
    // From https-proxy-agent, which else passes the proxy's refusal off as the service's answer. http-proxy-agent has
    // the event without a status, since there the answer is the proxy's to give.
    outgoing.on("proxyConnect", ({ statusCode = 200 }: { statusCode?: number }) => {
      if (statusCode === 200) return;
      reject(refusedByProxy(peer, statusCode));
      outgoing.destroy();
    });
    outgoing.on("response", (message) => {
      const headers = httpHeaders(message.headers);
      const coding = headers.get("content-encoding");
      const content = decodeContent(message, coding);
      if (content === undefined) {
        message.destroy();
        reject(unknownCoding(host, coding));
        return;
      }
      current = content;
      const explain = (error: unknown) =>
        signal?.aborted ? signal.reason : connectionFailure(error, peer, "body");
      const body = streamChunks(content, explain, () => {
        done();
        // The server has said all it has to say: what is left of the request it doesn't read.
        if (!outgoing.writableEnded) outgoing.destroy();
      });
      resolve({ status: message.statusCode ?? 0, headers, body });
    });
    const send = () =>
      sendBody(outgoing, request.body, (error) => {
        done();
        reject(error);
      });
    if (hasHeader(headers, "expect")) whenWanted(outgoing, send);
    else send();
  });
}

function staleCheck(socket: Socket): (error: Error) => boolean {
  const { bytesRead } = socket;
  const since = performance.now();
  return (error) => {
    const code = failureCode(error);
    return (
      (code === "ECONNRESET" || code === "EPIPE") &&
      socket.bytesRead === bytesRead &&
      performance.now() - since < STALE_WINDOW
    );
  };
}

function unknownCoding(host: string, coding: string | undefined): ConnectionError {
  return new ConnectionError(
    `The answer of ${host} has the content coding "${coding}", which was not asked for.`,
  );
}

function refusedByProxy({ host, proxy }: Peer, status: number): ConnectionError {
  // tinyproxy says 401 of a password that is wrong.
  const wantsPassword = status === 407 || status === 401;
  const why = wantsPassword ? ": it wants a user and a password in its address" : "";
  return new ConnectionError(
    `The proxy ${proxy} refused the way to ${host} with status ${status}${why}.`,
  );
}
