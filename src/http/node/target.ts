/** Where a request goes over `node:http(s)`: worked out once for an address, since taking a URL apart is felt in each call. */
import type { Agent, AgentOptions, RequestOptions, request } from "node:http";
import { parseRequestUrl, type RequestUrl } from "../request-url.js";
import { type Route, routeTo } from "./proxy.js";
import { type TlsOptions, tlsConnection } from "./tls.js";

interface Origin {
  readonly route: Route;
  /** Has the connections that are kept alive. */
  readonly agent: Agent;
}

export interface Target extends Origin, Pick<RequestUrl, "authorization"> {
  readonly address: string;
  /** `host:port`, for messages. */
  readonly host: string;
  readonly open: typeof request;
  readonly location: RequestOptions;
}

/**
 * Gives the target of an address; addresses of one origin share an agent, made with `options`. `tls` is for the service,
 * and never shown to a proxy.
 *
 * @throws ConnectionError for an address or a proxy that is no http: or https: URL, and for `tls` that can't be used
 */
export function targets(
  options: AgentOptions,
  { tls, proxy }: { readonly tls?: TlsOptions; readonly proxy?: string | false } = {},
): (address: string) => Promise<Target> {
  const origins = new Map<string, Promise<Origin>>();
  let connection: ReturnType<typeof tlsConnection> | undefined;
  return async (address) => {
    const { url, authorization } = parseRequestUrl(address);
    let origin = origins.get(url.origin);
    if (origin === undefined) {
      origin = routeTo(url, proxy).then((route) => ({ route, agent: route.newAgent(options) }));
      origins.set(url.origin, origin);
    }
    const secure = url.protocol === "https:";
    if (secure && tls !== undefined) connection ??= tlsConnection(tls);
    return {
      ...(await origin),
      address,
      authorization,
      host: url.host,
      open: process.getBuiltinModule(secure ? "node:https" : "node:http").request,
      location: {
        ...(secure && connection),
        protocol: url.protocol,
        hostname: url.hostname.replace(/^\[|\]$/g, ""), // An IPv6 address stands in brackets only in URLs.
        port: url.port,
        path: url.pathname + url.search,
      },
    };
  };
}
