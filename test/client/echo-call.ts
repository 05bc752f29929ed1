/** One call of an operation that returns its request, with the messages. */
import { SoapClient, type SoapClientOptions } from "../../src/client/index.js";
import type { HttpRequest } from "../../src/http/transport.js";
import type { Operation } from "../../src/schema/index.js";
import { ENVELOPE_NAMESPACE, type SoapVersion } from "../../src/schema/soap-version.js";

export const NAMESPACE = "urn:echo";

/** Its body is `<echo xmlns="urn:echo"><text>…</text></echo>`, also in the response. */
export const echo: Operation<{ text: string }, { text: string }> = {
  generator: "test",
  name: "echo",
  soapAction: "urn:echo/echo",
  input: message("echo"),
  output: message("echo"),
};

function message(element: string) {
  return {
    element,
    namespace: NAMESPACE,
    type: { namespace: NAMESPACE, sequence: [{ element: "text", type: "string" }] },
  } as const;
}

export interface EchoOptions extends Partial<Omit<SoapClientOptions, "transport">> {
  readonly text?: string;
  /** Returns the envelope of the response for that of the request; default: the same. */
  readonly respond?: (envelope: string) => string;
}

/** Calls `echo` once. */
export async function callEcho({ text = "a < b & ü 😀", respond, ...options }: EchoOptions = {}) {
  const sent: HttpRequest[] = [];
  const client = new SoapClient({
    endpoint: "http://127.0.0.1/echo",
    ...options,
    transport: async (request) => {
      sent.push(request);
      const envelope = String(request.body);
      const bytes = new TextEncoder().encode(respond?.(envelope) ?? envelope);
      return {
        status: 200,
        headers: {
          get: (name) => (name === "content-type" ? "text/xml; charset=utf-8" : undefined),
          setCookie: [],
        },
        body: (async function* () {
          yield bytes;
        })(),
      };
    },
  });
  const result = await client.call(echo, { text });
  const [request] = sent;
  if (request === undefined) throw new Error("Nothing was sent.");
  return { result, request, envelope: String(request.body) };
}

/** An envelope as another stack might write it. */
export function envelopeOf(body: string, header = "", version: SoapVersion = "soap12"): string {
  return `<s:Envelope xmlns:s="${ENVELOPE_NAMESPACE[version]}"><s:Header>${header}</s:Header><s:Body>${body}</s:Body></s:Envelope>`;
}
