/** The target of a request over `node:http(s)`: computed once per address, since parsing a URL costs measurable time in each call. */
import type { Agent, AgentOptions, RequestOptions, request } from "node:http";
import { parseRequestUrl, type RequestUrl } from "../request/url.js";
import { type Route, routeTo } from "./proxy.js";
import { type TlsOptions, tlsConnection } from "./tls.js";

interface Origin {
  readonly route: Route;
  /** Keeps the connections alive. */
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
 * Returns a function from an address to its target; addresses of one origin share an agent, made with `options`. `tls` is
 * for the service, and never shown to a proxy.
 *
 * @throws from the function: ConnectionError for an address or a proxy that is not an http: or https: URL, and for
 *   invalid `tls` options
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
        hostname: url.hostname.replace(/^\[|\]$/g, ""), // Only URLs put an IPv6 address in brackets.
        port: url.port,
        path: url.pathname + url.search,
      },
    };
  };
}
