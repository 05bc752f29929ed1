/** The sizes of an exchange, for the observers of a call. */
import { BodyHead, observed, SentRequest, type Transport } from "../http/index.js";
import type { Call } from "../protocol/index.js";

/** The transport, which records the sizes and the status of an exchange if the call has an observer. */
export function measured(transport: Transport, { progress }: Call): Transport {
  if (!progress.isObserved) return transport;
  return async (original) => {
    const { request, body: sent } = new SentRequest(original, 0);
    const received = new BodyHead(0);
    progress.sizes = {
      get request() {
        return sent.size;
      },
      get response() {
        return received.size;
      },
    };
    progress.httpStatus = undefined;
    const response = await transport(request);
    progress.httpStatus = response.status;
    return { ...response, body: observed(response.body, received, () => {}) };
  };
}
