/** The transport over `node:http` and `node:https`, which are loaded by the first request. */
import type { AgentOptions } from "node:http";
import { type Compress, compressing } from "../request/compression.js";
import { withoutReservedHeaders } from "../request/headers.js";
import { type Transport, withTraits } from "../transport.js";
import { encodeContent, type RequestCoding } from "./content-coding.js";
import { exchange } from "./exchange.js";
import { expectingContinue } from "./expect-continue.js";
import { Targets } from "./target.js";
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
 * A transport for Node. Connections are kept alive; idle ones don't keep the process running. gzip, deflate and br are
 * decoded. Cookies and redirects are not handled: see `cookies` and `redirects`.
 *
 * A server may close an idle connection at any time. If the transport sees that before it has sent a byte, it uses a new
 * connection. If the connection breaks later, the server may have processed the request, and only one that is `repeatable`
 * is sent again (RFC 9110 §9.2.2), once. Any other is a ConnectionError with the `delivery` `unknown`.
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
  const targets = new Targets(keepAlive, options);
  const exchanges: Transport = async (request) => {
    const target = await targets.at(request.url);
    return exchange(request, target, target.agent);
  };
  const closable: Transport = Object.assign(exchanges, { close: () => targets.close() });
  const send = withTraits(closable, { usesNetwork: true });
  const { compress, expectContinue } = options;
  const sender = expectContinue === undefined ? send : expectingContinue(send, expectContinue);
  return withoutReservedHeaders(
    compress === undefined ? sender : compressing(sender, compress, encodeContent),
  );
}
