/** A server that responds as a test defines and records the requests. */
import { createServer, type ServerResponse } from "node:http";

export type Respond = (response: ServerResponse, body: string) => void;

export interface Service {
  /** The URL of API.asmx. */
  readonly endpoint: string;
  /** The bodies of the requests so far. */
  readonly requests: string[];
  respond: Respond;
  close(): Promise<void>;
}

export async function startService(respond: Respond): Promise<Service> {
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    service.requests.push(body);
    service.respond(response, body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("It listens at no port.");
  const service: Service = {
    endpoint: `http://127.0.0.1:${address.port}/API/API.asmx`,
    requests: [],
    respond,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return service;
}

const NAMESPACE = "https://secure.logmeinrescue.com/API/API.asmx";

export function envelope(body: string): string {
  return `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope"><soap:Body>${body}</soap:Body></soap:Envelope>`;
}

/** The response of an operation: its result, and the XML of its out parameters. */
export function response(operation: string, result: string, outs = ""): string {
  return envelope(
    `<${operation}Response xmlns="${NAMESPACE}"><${operation}Result>${result}</${operation}Result>${outs}</${operation}Response>`,
  );
}

export function soap(text: string, status = 200): Respond {
  return (to) =>
    to.writeHead(status, { "Content-Type": "application/soap+xml; charset=utf-8" }).end(text);
}
