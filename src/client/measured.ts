/** The sizes of an exchange, for the observers of a call. */
import { type HttpRequest, isReplayable, type Transport } from "../http/index.js";
import type { Call } from "../protocol/index.js";

/** The transport, which records the sizes and the status of an exchange if the call has an observer. */
export function measured(transport: Transport, { progress }: Call): Transport {
  if (progress?.isObserved !== true) return transport;
  return async (request) => {
    const sizes = { request: 0, response: 0 };
    progress.sizes = sizes;
    progress.httpStatus = undefined;
    const addRequest = (bytes: number) => {
      sizes.request += bytes;
    };
    const addResponse = (bytes: number) => {
      sizes.response += bytes;
    };
    const response = await transport(withSize(request, addRequest));
    progress.httpStatus = response.status;
    return { ...response, body: counted(response.body, addResponse) };
  };
}

function withSize(request: HttpRequest, add: (bytes: number) => void): HttpRequest {
  const { body } = request;
  if (!isReplayable(body)) return { ...request, body: counted(body, add) };
  if (body !== undefined) add(typeof body === "string" ? utf8Length(body) : body.byteLength);
  return request;
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).byteLength;
}

async function* counted(
  body: AsyncIterable<Uint8Array>,
  add: (bytes: number) => void,
): AsyncIterable<Uint8Array> {
  for await (const chunk of body) {
    add(chunk.byteLength);
    yield chunk;
  }
}
