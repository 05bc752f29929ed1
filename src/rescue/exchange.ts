/** The innermost step of a call: the exchange with the service over the protocol of the client. */
import { type Exchange, soapExchange } from "../client/index.js";
import { clientTransport } from "../http/index.js";
import { SentSecrets } from "../redaction/index.js";
import type { RescueClientOptions } from "./options.js";

export function exchangeOf(options: RescueClientOptions, endpoint: string): Exchange {
  const { protocol = "soap12", auth, ...shared } = options;
  // The service may repeat a password that it got at the sign-in in any later response.
  const known = new SentSecrets(() => new Set());
  known.addValue("authCode" in auth ? auth.authCode : auth.password);
  if (protocol === "post" || protocol === "get") {
    return lazyTextExchange(options, endpoint, protocol === "post" ? "POST" : "GET", known);
  }
  return soapExchange({ ...shared, endpoint, protocol }, known);
}

/** Few clients use the text pages, so their code is loaded with the first call. */
function lazyTextExchange(
  options: RescueClientOptions,
  endpoint: string,
  method: "POST" | "GET",
  known: SentSecrets,
): Exchange {
  const transport = clientTransport(options);
  const { maxResponseBytes } = options;
  let loaded: Promise<Pick<Exchange, "check" | "send">> | undefined;
  const load = () => {
    loaded ??= import("./text-pages/text-call.js").then(({ textExchange }) =>
      textExchange({ endpoint, method, transport, maxResponseBytes, known }),
    );
    return loaded;
  };
  return {
    check: async (call) => (await load()).check(call),
    send: async (call) => (await load()).send(call),
    close: () => transport.close?.(),
  };
}
