/** Downloads a WSDL: through the proxy of the environment, with redirects, and with limits of time and size. */
import { type Underway, withDeadline } from "../../client/index.js";
import { ConnectionError, publicUrl } from "../../errors/index.js";
import { cookies, type HttpResponse, httpTransport, type Transport } from "../../http/index.js";
import type { Downloaded, DownloadOptions } from "../../wsdl/index.js";

/** In ms, redirects included. */
const TIMEOUT = 60_000;
const MAX_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * Downloads the document at an http(s) URL. The status of the response may be any.
 *
 * @throws ConnectionError, TimeoutError; AbortError if the signal aborts; what `checkRedirect` throws
 */
export function download(url: string, options: DownloadOptions): Promise<Downloaded> {
  const transport = cookies(httpTransport());
  const limits = { timeout: TIMEOUT, signal: options.signal, repeatable: true };
  return withDeadline(`The download of ${publicUrl(url)}`, limits, (underway) =>
    follow(url, transport, underway, options),
  );
}

async function follow(
  start: string,
  transport: Transport,
  underway: Underway,
  { maxBytes, checkRedirect }: DownloadOptions,
): Promise<Downloaded> {
  let url = start;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const headers = { Accept: "text/xml, application/wsdl+xml, application/xml;q=0.9, */*;q=0.1" };
    const response = await transport({ url, method: "GET", headers, ...underway });
    const location = response.headers.get("location");
    const bytes = await readBytes(response, maxBytes);
    if (location === undefined || !REDIRECTS.has(response.status)) {
      const contentType = response.headers.get("content-type");
      return { url, status: response.status, contentType, bytes };
    }
    if (!URL.canParse(location, url)) {
      throw new ConnectionError(
        `${publicUrl(url)} redirects to "${publicUrl(location)}", which is not a URL.`,
      );
    }
    url = new URL(location, url).href;
    if (!/^https?:/.test(url)) {
      throw new ConnectionError(
        `${publicUrl(start)} redirects to ${publicUrl(url)}, which is not an http or https URL.`,
      );
    }
    checkRedirect(url);
  }
  throw new ConnectionError(`${publicUrl(start)} redirects more than ${MAX_REDIRECTS} times.`);
}

/** Ends when the body is longer than `maxBytes`. */
async function readBytes(response: HttpResponse, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.byteLength;
    chunks.push(chunk);
    if (size > maxBytes) break;
  }
  return Buffer.concat(chunks);
}
