/** One request and its response over a connection of `node:http(s)`. */
import type { Agent, ClientRequest } from "node:http";
import { streamChunks } from "../../bytes/index.js";
import { ConnectionError } from "../../errors/index.js";
import { connectionFailure, type Peer } from "../connection-failure.js";
import { unknownCoding } from "../content-codings.js";
import { hasHeader, httpHeaders } from "../headers.js";
import { outgoingHeaders } from "../request/headers.js";
import { onAbort } from "../signal/abort-listener.js";
import { type HttpRequest, type HttpResponse, isReplayable } from "../transport.js";
import { Connection } from "./connection.js";
import { ACCEPT_ENCODING, decodeContent } from "./content-coding.js";
import { whenWanted } from "./expect-continue.js";
import { sendBody } from "./send-body.js";
import type { Target } from "./target.js";

/** @throws ConnectionError, the signal's reason, or the error of a streamed body */
export function exchange(
  request: HttpRequest,
  target: Target,
  agent: Agent,
): Promise<HttpResponse> {
  const { host, route } = target;
  const { signal } = request;
  const peer: Peer = { host, proxy: route.proxy };
  return new Promise((resolve, reject) => {
    request.onDelivery?.("not-sent");
    if (signal?.aborted) return reject(signal.reason);
    const headers = outgoingHeaders(request, target);
    if (route.authorization !== undefined) {
      request.secrets?.addHeader("proxy-authorization", route.authorization);
    }
    if (!hasHeader(headers, "accept-encoding")) headers["Accept-Encoding"] = ACCEPT_ENCODING;
    const outgoing = target.open({ ...target.location, agent, method: request.method, headers });
    // What an abort destroys: the request, and after the head of the response its content.
    let current: { destroy(): void } = outgoing;
    const abort = () => {
      reject(signal?.reason);
      current.destroy();
    };
    const done = onAbort(signal, abort);
    const fail = (error: unknown) => {
      done();
      reject(error);
      outgoing.destroy();
    };

    const connection = new Connection(outgoing, () => request.onDelivery?.("unknown"));
    connection.whenReady(() => {
      const send = () => sendBody(outgoing, request.body, fail);
      if (hasHeader(headers, "expect")) whenWanted(outgoing, send);
      else send();
    });
    outgoing.on("error", (error) => {
      done();
      const isRepeatable = request.repeatable === true && isReplayable(request.body);
      if (!signal?.aborted && connection.isStale(error, isRepeatable)) {
        resolve(exchange(request, target, route.newAgent({ keepAlive: false, noDelay: true })));
      } else {
        const { delivery } = connection;
        reject(connectionFailure(error, peer, { during: "head", delivery }));
      }
    });
    onUnwantedHead(outgoing, peer, fail);
    outgoing.on("response", (message) => {
      // Without an Upgrade header in it, Node treats 101 as a response.
      if (message.statusCode === 101) return fail(switchedProtocols(peer));
      const content = decodeContent(message, message.headers["content-encoding"]);
      if (content === undefined) {
        return fail(unknownCoding(host, message.headers["content-encoding"]));
      }
      current = content;
      const explain = (error: unknown) =>
        signal?.aborted ? signal.reason : connectionFailure(error, peer, { during: "body" });
      const body = streamChunks(content, explain, () => {
        done();
        // The response is complete: the server does not read the rest of the request.
        if (!outgoing.writableEnded) outgoing.destroy();
      });
      resolve({ status: message.statusCode ?? 0, headers: httpHeaders(message.headers), body });
    });
  });
}

/** Ends the exchange at a head that is not the one of a response of the service. */
function onUnwantedHead(outgoing: ClientRequest, peer: Peer, fail: (error: unknown) => void): void {
  // The event of https-proxy-agent, which otherwise presents the error of the proxy as the response of the service. The
  // event of http-proxy-agent has no status: there the proxy sends the response.
  outgoing.on("proxyConnect", ({ statusCode = 200 }: { statusCode?: number }) => {
    if (statusCode !== 200) fail(rejectedByProxy(peer, statusCode));
  });
  outgoing.on("upgrade", (_message, socket) => {
    socket.destroy();
    fail(switchedProtocols(peer));
  });
}

function switchedProtocols({ host }: Peer): ConnectionError {
  return new ConnectionError(
    `${host} switched to another protocol (status 101), which was not requested; check the endpoint and its proxies.`,
  );
}

function rejectedByProxy({ host, proxy }: Peer, status: number): ConnectionError {
  // tinyproxy responds with 401 to a wrong password.
  const needsPassword = status === 407 || status === 401;
  const why = needsPassword ? ": it requires a user and a password in its address" : "";
  return new ConnectionError(
    `The proxy ${proxy} rejected the connection to ${host} with status ${status}${why}.`,
    { delivery: "not-sent" },
  );
}
