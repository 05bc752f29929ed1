/** The part of a call that all protocols share: its request is sent, and its response is read. */
import type { HttpRequest, HttpResponse, Transport } from "../http/index.js";
import type { Call, Reply } from "../protocol/index.js";
import { redactError, type SentSecrets } from "../redaction/index.js";
import { withDeadline } from "./deadline.js";
import { measured } from "./measured.js";

/** A request, and the way to the server. */
export interface Sending {
  readonly request: Pick<HttpRequest, "url" | "method" | "headers" | "body">;
  readonly transport: Transport;
  /** The secrets of the call: its errors do not show them. */
  readonly secrets: SentSecrets;
}

/** The end of an exchange. */
export interface Reading {
  /** Aborts when the call ends early. */
  readonly signal: AbortSignal;
  /** Is called if parts of the response are read after its value is known. */
  readonly continuesUntil: (end: Promise<void>) => void;
}

/**
 * Sends a request within the timeout of its call.
 *
 * @param read decodes the response
 * @throws ConnectionError, TimeoutError, AbortError, and the errors of `read`; without the secrets of the call
 */
export function sendRequest(
  call: Call,
  { request, transport, secrets }: Sending,
  read: (response: HttpResponse, reading: Reading) => Promise<Pick<Reply, "value" | "header">>,
): Promise<Reply> {
  return withDeadline(call.operation.name, call, async (underway, continuesUntil) => {
    try {
      const send = measured(transport, call);
      // Each member by its name: to spread two objects takes half of the time of a call without a network.
      const { signal, onDelivery, repeatable } = underway;
      const { url, method, headers, body } = request;
      const response = await send({
        url,
        method,
        headers,
        ...(body !== undefined && { body }),
        signal,
        onDelivery,
        repeatable,
        secrets,
      });
      secrets.addResponse(response);
      const { value, header } = await read(response, { signal, continuesUntil });
      return { value, header, status: response.status, headers: response.headers, secrets };
    } catch (error) {
      throw redactError(error, secrets);
    }
  });
}
