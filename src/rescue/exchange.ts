/** The innermost step of a call: the exchange with the service over the protocol of the client. */
import { soapExchange } from "../client/index.js";
import { encodeMessage } from "../codec/index.js";
import { clientTransport } from "../http/index.js";
import type { Call, Next } from "../protocol/index.js";
import type { RescueClientOptions } from "./options.js";

export interface Exchange {
  /** Throws if the request can't be sent over the protocol. */
  readonly check: (call: Call) => unknown;
  readonly send: Next;
}

export function exchangeOf(options: RescueClientOptions, endpoint: string): Exchange {
  const { protocol = "soap12", ...shared } = options;
  if (protocol === "post") return textExchange(options, endpoint, "POST");
  if (protocol === "get") return textExchange(options, endpoint, "GET");
  return {
    check: ({ operation, request }) => encodeMessage(operation.input, request),
    send: soapExchange({ ...shared, endpoint, protocol }),
  };
}

/** Few clients use the text pages, so their code is loaded with the first call. */
function textExchange(
  options: RescueClientOptions,
  endpoint: string,
  method: "POST" | "GET",
): Exchange {
  const transport = clientTransport(options);
  const { maxResponseBytes } = options;
  let send: Next | undefined;
  return {
    check: async (call) => (await import("./text-pages/text-parameters.js")).textParameters(call),
    send: async (call) => {
      send ??= (await import("./text-pages/text-call.js")).textExchange({
        endpoint,
        method,
        transport,
        maxResponseBytes,
      });
      return send(call);
    },
  };
}
