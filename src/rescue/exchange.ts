/** The innermost step of a call: the exchange with the service over the protocol of the client. */
import { type Exchange, soapExchange } from "../client/index.js";
import { clientTransport } from "../http/index.js";
import type { RescueClientOptions } from "./options.js";

export function exchangeOf(options: RescueClientOptions, endpoint: string): Exchange {
  const { protocol = "soap12", ...shared } = options;
  if (protocol === "post") return lazyTextExchange(options, endpoint, "POST");
  if (protocol === "get") return lazyTextExchange(options, endpoint, "GET");
  return soapExchange({ ...shared, endpoint, protocol });
}

/** Few clients use the text pages, so their code is loaded with the first call. */
function lazyTextExchange(
  options: RescueClientOptions,
  endpoint: string,
  method: "POST" | "GET",
): Exchange {
  const transport = clientTransport(options);
  const { maxResponseBytes } = options;
  let loaded: Promise<Exchange> | undefined;
  const load = () => {
    loaded ??= import("./text-pages/text-call.js").then(({ textExchange }) =>
      textExchange({ endpoint, method, transport, maxResponseBytes }),
    );
    return loaded;
  };
  return {
    check: async (call) => (await load()).check(call),
    send: async (call) => (await load()).send(call),
  };
}
