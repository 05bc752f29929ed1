/** A client whose transport has one response. */
import { SoapClient, type SoapClientOptions } from "../../src/client/index.js";
import type { HttpRequest, Transport } from "../../src/http/transport.js";

export interface CannedResponse {
  status?: number;
  type?: string;
  body: string | Uint8Array | readonly (string | Uint8Array)[];
}

/** A transport with one response, and a client that uses it. */
export function clientFor(canned: CannedResponse, options: Partial<SoapClientOptions> = {}) {
  const requests: HttpRequest[] = [];
  const transport: Transport = async (request) => {
    requests.push(request);
    const parts = Array.isArray(canned.body) ? canned.body : [canned.body];
    return {
      status: canned.status ?? 200,
      headers: {
        get: (name) =>
          name === "content-type" ? (canned.type ?? "text/xml; charset=utf-8") : undefined,
        setCookie: [],
      },
      body: (async function* () {
        for (const part of parts) yield typeof part === "string" ? Buffer.from(part) : part;
      })(),
    };
  };
  return {
    client: new SoapClient({ endpoint: "http://127.0.0.1/API.asmx", transport, ...options }),
    requests,
    transport,
  };
}
