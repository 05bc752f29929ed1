/** The transport over `node:http` and `node:https`, which are loaded by the first request. */
import type { Agent, AgentOptions } from "node:http";
import type { Socket } from "node:net";
import { streamChunks } from "../../bytes/index.js";
import { ConnectionError } from "../../errors/index.js";
import { connectionFailure, failureCode, type Peer } from "../connection-failure.js";
import { hasHeader, httpHeaders } from "../headers.js";
import { outgoingHeaders } from "../outgoing-headers.js";
import { type Compress, compressing } from "../request-compression.js";
import { onAbort } from "../signal/abort-listener.js";
import { type HttpRequest, type HttpResponse, isReplayable, type Transport } from "../transport.js";
import {
  ACCEPT_ENCODING,
  decodeContent,
  encodeContent,
  type RequestCoding,
} from "./content-coding.js";
import { expectingContinue, whenWanted } from "./expect-continue.js";
import { sendBody } from "./send-body.js";
import { type Target, targets } from "./target.js";
import type { TlsOptions } from "./tls.js";

/** Options of `httpTransport`. */
export interface HttpTransportOptions {
  /** The largest number of connections to one origin; default 16. Further requests wait for a free one. */
  readonly maxSockets?: number;
  /**
   * The proxy of all requests, `http://user:password@host:port`, or `false` for no proxy. Default: the one of HTTP_PROXY,
   * HTTPS_PROXY, ALL_PROXY and NO_PROXY at the first request to an origin.
   */
  readonly proxy?: string | false;
  /** Compresses the bodies of requests, by default from 1,024 bytes. Default: off, since not every server supports it. */
  readonly compress?: Compress<RequestCoding>;
  /**
   * The smallest body, in bytes, that is sent only after the server has agreed to receive it (`Expect: 100-continue`), so
   * that a rejected request costs no upload. Default: off, since it costs a round trip.
   */
  readonly expectContinue?: number;
  /** Your own authority or a client certificate, for `https:` addresses. Default: the settings of Node. */
  readonly tls?: TlsOptions;
}

/**
 * The time after which an idle connection is closed, in ms; earlier if the server announces it (Keep-Alive: timeout). It
 * is shorter than in common servers, so that they rarely close a connection when it is used again.
 */
const IDLE_LIMIT = 4_000;

/**
 * The time in which a connection that the server closed while it was idle fails, in ms: about a round trip. If it fails
 * later, the request is the cause.
 */
const STALE_WINDOW = 1_000;

/**
 * A transport for Node. Connections are kept alive; idle ones don't keep the process running. gzip, deflate and br are
 * decoded. Cookies and redirects are not handled: see `cookies` and `redirects`.
 *
 * A request is sent again, once and on a new connection, if it was sent on a used connection that turned out to be closed:
 * reset within a second, without a byte of a response. An idle timeout of the server looks like this. So does a server
 * that received the request and crashed within that second: a call could then be processed twice. RFC 9110 §9.2.2 leaves
 * this judgement to the client. A streamed body is sent only once.
 *
 * @throws from the transport: ConnectionError, or the signal's reason
 */
export function httpTransport(options: HttpTransportOptions = {}): Transport {
  const keepAlive: AgentOptions = {
    keepAlive: true,
    noDelay: true,
    maxSockets: options.maxSockets ?? 16,
    timeout: IDLE_LIMIT,
  };
  const targetAt = targets(keepAlive, options);
  // Nearly every call has the address of the previous one.
  let target: Target | undefined;

  const send: Transport = async (request) => {
    const current = target?.address === request.url ? target : await targetAt(request.url);
    target = current;
    return exchange(request, current, current.agent);
  };
  const { compress, expectContinue } = options;
  const sender = expectContinue === undefined ? send : expectingContinue(send, expectContinue);
  return compress === undefined ? sender : compressing(sender, compress, encodeContent);
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
    // What an abort destroys: the request, and after the head of the response its content.
    let current: { destroy(): void } = outgoing;
    const abort = () => {
      reject(signal?.reason);
      current.destroy();
    };
    const done = onAbort(signal, abort);

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
    // The event of https-proxy-agent, which otherwise presents the error of the proxy as the response of the service. The
    // event of http-proxy-agent has no status: there the proxy sends the response.
    outgoing.on("proxyConnect", ({ statusCode = 200 }: { statusCode?: number }) => {
      if (statusCode === 200) return;
      reject(rejectedByProxy(peer, statusCode));
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
        // The response is complete: the server does not read the rest of the request.
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
    `The response of ${host} has the content coding "${coding}", which is not supported and was not requested.`,
  );
}

function rejectedByProxy({ host, proxy }: Peer, status: number): ConnectionError {
  // tinyproxy responds with 401 to a wrong password.
  const needsPassword = status === 407 || status === 401;
  const why = needsPassword ? ": it requires a user and a password in its address" : "";
  return new ConnectionError(
    `The proxy ${proxy} rejected the connection to ${host} with status ${status}${why}.`,
  );
}
