/** Agents for `node:http(s)`: direct ones, or through a proxy. */
import type { Agent, AgentOptions } from "node:http";
import { ConnectionError } from "../../errors/index.js";
import { parseRequestUrl } from "../request/url.js";

/** The way of requests to one origin. */
export interface Route {
  /** The proxy's `host:port`, without its credentials. */
  readonly proxy: string | undefined;
  /** The Proxy-Authorization header, which the agents add; `undefined` if the proxy's address has no credentials. */
  readonly authorization: string | undefined;
  readonly newAgent: (options: AgentOptions) => Agent;
}

/**
 * The route to `url`: through the given proxy, or the one of HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY, in lower or
 * upper case. The libraries for proxies are loaded only if there is one.
 *
 * @param proxyUrl `false`: no proxy; `undefined`: the one of the environment
 * @throws ConnectionError if the proxy's address is not an http: or https: URL
 */
export async function routeTo(url: URL, proxyUrl?: string | false): Promise<Route> {
  const secure = url.protocol === "https:";
  const address = proxyUrl ?? (await proxyOfEnvironment(url));
  if (address === false || address === "") {
    const { Agent } = process.getBuiltinModule(secure ? "node:https" : "node:http");
    return {
      proxy: undefined,
      authorization: undefined,
      newAgent: (options) => new Agent(options),
    };
  }
  const proxy = URL.canParse(address) ? new URL(address) : undefined;
  if (proxy === undefined || (proxy.protocol !== "http:" && proxy.protocol !== "https:")) {
    const variable = secure ? "HTTPS_PROXY (or ALL_PROXY)" : "HTTP_PROXY (or ALL_PROXY)";
    const where = proxyUrl === undefined ? variable : "the transport's options";
    throw new ConnectionError(
      `Can't reach ${url.host}: the proxy in ${where} has to be an http: or https: URL.`,
      { delivery: "not-sent" },
    );
  }
  const { authorization } = parseRequestUrl(address);
  const shown = { proxy: proxy.host, authorization };
  if (secure) {
    const { HttpsProxyAgent } = await import("https-proxy-agent");
    return { ...shown, newAgent: (options) => new HttpsProxyAgent(proxy, options) };
  }
  const { HttpProxyAgent } = await import("http-proxy-agent");
  return { ...shown, newAgent: (options) => new HttpProxyAgent(proxy, options) };
}

const PROXY_VARIABLES = ["http_proxy", "https_proxy", "all_proxy"];

/** Empty if this address needs no proxy. */
async function proxyOfEnvironment(url: URL): Promise<string> {
  const isSet = PROXY_VARIABLES.some(
    (name) => process.env[name] || process.env[name.toUpperCase()],
  );
  return isSet ? (await import("proxy-from-env")).getProxyForUrl(url) : "";
}
