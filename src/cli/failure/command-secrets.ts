/** The secrets of a command, which its messages do not show: a server may repeat them. */
import type { ExchangeSecrets, HttpRequest } from "../../http/index.js";
import type { Interceptor } from "../../protocol/index.js";

type Remover = Pick<ExchangeSecrets, "remove">;

/** Collects secrets; the code that removes them is loaded for the first message. */
export class CommandSecrets {
  readonly #values: string[] = [];
  readonly #requests: Pick<HttpRequest, "url" | "headers">[] = [];
  readonly #removers = new Set<Remover>();

  /** Adds a password or an auth code. */
  addValue(value: string): void {
    this.#values.push(value);
  }

  /** Adds the secrets of an address and of headers. */
  addRequest(url: string, headers: HttpRequest["headers"] = {}): void {
    this.#requests.push({ url, headers });
  }

  /** Adds the secrets of each call of a client. */
  readonly ofCalls: Interceptor = (next) => async (call) => {
    const reply = await next(call);
    if (reply.secrets !== undefined) this.#removers.add(reply.secrets);
    return reply;
  };

  /** Removes them from texts. */
  async remover(): Promise<Remover> {
    if (this.#values.length + this.#requests.length + this.#removers.size === 0) {
      return { remove: (text) => text };
    }
    const { SentSecrets } = await import("../../redaction/index.js");
    const own = new SentSecrets(() => new Set());
    for (const value of this.#values) own.addValue(value);
    for (const request of this.#requests) own.addRequest(request);
    const all: readonly Remover[] = [own, ...this.#removers];
    return { remove: (text) => all.reduce((shown, each) => each.remove(shown), text) };
  }
}
