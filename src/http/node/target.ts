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

/** The way to the service. */
export interface TargetOptions {
  /** For the service; it is never shown to a proxy. */
  readonly tls?: TlsOptions;
  readonly proxy?: string | false;
}

/** The targets of a transport; addresses of one origin share an agent. */
export class Targets {
  readonly #agentOptions: AgentOptions;
  readonly #options: TargetOptions;
  readonly #origins = new Map<string, Promise<Origin>>();
  #connection: ReturnType<typeof tlsConnection> | undefined;
  /** Nearly every call has the address of the previous one. */
  #latest: Target | undefined;

  constructor(agentOptions: AgentOptions, options: TargetOptions) {
    this.#agentOptions = agentOptions;
    this.#options = options;
  }

  /**
   * @throws ConnectionError for an address or a proxy that is not an http: or https: URL, and for invalid `tls` options
   */
  async at(address: string): Promise<Target> {
    if (this.#latest?.address !== address) this.#latest = await this.#make(address);
    return this.#latest;
  }

  /** Closes the connections. */
  close(): void {
    for (const origin of this.#origins.values()) {
      origin.then(
        ({ agent }) => agent.destroy(),
        () => {},
      );
    }
    this.#origins.clear();
    this.#latest = undefined;
  }

  async #make(address: string): Promise<Target> {
    const { url, authorization } = parseRequestUrl(address);
    const secure = url.protocol === "https:";
    const { tls } = this.#options;
    if (secure && tls !== undefined) this.#connection ??= tlsConnection(tls);
    return {
      ...(await this.#originOf(url)),
      address,
      authorization,
      host: url.host,
      open: process.getBuiltinModule(secure ? "node:https" : "node:http").request,
      location: {
        ...(secure && this.#connection),
        protocol: url.protocol,
        hostname: url.hostname.replace(/^\[|\]$/g, ""), // Only URLs put an IPv6 address in brackets.
        port: url.port,
        path: url.pathname + url.search,
      },
    };
  }

  #originOf(url: URL): Promise<Origin> {
    let origin = this.#origins.get(url.origin);
    if (origin === undefined) {
      const route = routeTo(url, this.#options.proxy);
      origin = route.then((each) => ({ route: each, agent: each.newAgent(this.#agentOptions) }));
      this.#origins.set(url.origin, origin);
    }
    return origin;
  }
}
