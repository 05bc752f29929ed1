/** Agents for `node:http(s)`: direct ones, or through the proxy that the environment names. */
import type { Agent, AgentOptions } from "node:http";
import { ConnectionError } from "../errors.js";

/** How requests to one origin travel. */
export interface Route {
  /** The proxy's `host:port`, without its credentials. */
  readonly proxy: string | undefined;
  readonly newAgent: (options: AgentOptions) => Agent;
}

/**
 * The route to `url` by HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY, in lower or upper case. The libraries for it
 * are only loaded where one of them is set.
 *
 * @throws ConnectionError where the proxy's address is not an http: or https: URL
 */
export async function routeTo(url: URL): Promise<Route> {
  const secure = url.protocol === "https:";
  const proxyUrl = PROXY_VARIABLES.some(
    (name) => process.env[name] || process.env[name.toUpperCase()],
  )
    ? (await import("proxy-from-env")).getProxyForUrl(url)
    : "";
  if (proxyUrl === "") {
    const { Agent } = process.getBuiltinModule(secure ? "node:https" : "node:http");
    return { proxy: undefined, newAgent: (options) => new Agent(options) };
  }
  const proxy = URL.canParse(proxyUrl) ? new URL(proxyUrl) : undefined;
  if (proxy === undefined || (proxy.protocol !== "http:" && proxy.protocol !== "https:")) {
    const variable = secure ? "HTTPS_PROXY" : "HTTP_PROXY";
    throw new ConnectionError(
      `Can't reach ${url.host}: the proxy in ${variable} (or ALL_PROXY) has to be an http: or https: URL.`,
    );
  }
  if (secure) {
    const { HttpsProxyAgent } = await import("https-proxy-agent");
    return { proxy: proxy.host, newAgent: (options) => new HttpsProxyAgent(proxy, options) };
  }
  const { HttpProxyAgent } = await import("http-proxy-agent");
  return { proxy: proxy.host, newAgent: (options) => new HttpProxyAgent(proxy, options) };
}

const PROXY_VARIABLES = ["http_proxy", "https_proxy", "all_proxy"];
