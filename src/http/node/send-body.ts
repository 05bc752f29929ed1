/** The body of a request over `node:http(s)`. */
import type { ClientRequest } from "node:http";
import { isReplayable, type RequestBody } from "../transport.js";

/**
 * Sends a body and ends the request. Chunks are read as fast as the connection sends them, until the whole response has
 * arrived or the request is aborted.
 *
 * @param failed gets the error of the chunks' source, which aborts the request
 */
export function sendBody(
  outgoing: ClientRequest,
  body: RequestBody | undefined,
  failed: (error: unknown) => void,
): void {
  if (isReplayable(body)) outgoing.end(body);
  else {
    sendChunks(outgoing, body).catch((error: unknown) => {
      failed(error);
      outgoing.destroy();
    });
  }
}

async function sendChunks(
  outgoing: ClientRequest,
  chunks: AsyncIterable<Uint8Array>,
): Promise<void> {
  let wake = () => {};
  const onEvent = () => wake();
  outgoing.on("drain", onEvent).on("close", onEvent);
  for await (const chunk of chunks) {
    if (outgoing.destroyed) return;
    if (outgoing.write(chunk)) continue;
    await new Promise<void>((resolve) => {
      wake = resolve;
      if (outgoing.destroyed) resolve();
    });
  }
  if (!outgoing.destroyed) outgoing.end();
}
