/** Requests of other vendors' clients, and the values that they were given. */
import { createServer, type IncomingMessage } from "node:http";
import { createClientAsync } from "soap";
import { run } from "../../interop/program.js";
import { type RecordedMessage, writeMessage } from "./message-file.js";
import { folderOf } from "./stacks.js";

export interface RecordedRequest {
  readonly stack: "php" | "perl" | "node-soap";
  readonly name: string;
  readonly kind: string;
  readonly contract: string;
  readonly operation: string;
  readonly value: object;
  readonly header?: object;
  readonly deviations?: readonly string[];
}

const last = { name: "Last <&>", price: "2.50" };
const item = { name: "First", price: null, next: last };
const sent = {
  items: [item, item],
  grid: [
    [1, 2, 3],
    [4, 5, 6],
  ],
};
const TEXTS = "peers/texts.wsdl";
const SHOP = "peers/shop.wsdl";

/** In the order in which each client sends them. */
export const REQUESTS: readonly RecordedRequest[] = [
  {
    stack: "php",
    name: "request-document",
    kind: "a document, with a block of the Header that must be understood",
    contract: TEXTS,
    operation: "getText",
    value: { kind: "a < b & é 😀" },
    header: { session: { user: "ann", count: 1 } },
  },
  {
    stack: "php",
    name: "request-encoded-soap11",
    kind: "rpc/encoded in SOAP 1.1: arrays, a reference",
    contract: SHOP,
    operation: "send",
    value: sent,
  },
  {
    stack: "php",
    name: "request-encoded-soap12",
    kind: "rpc/encoded in SOAP 1.2: arrays, a reference",
    contract: SHOP,
    operation: "send",
    value: sent,
  },
  {
    stack: "perl",
    name: "request-encoded",
    kind: "rpc/encoded without a WSDL",
    contract: SHOP,
    operation: "send",
    value: { items: [{ name: "First", price: null }], grid: [] },
  },
  {
    stack: "node-soap",
    name: "request-document",
    kind: "a document, with a block of the Header",
    contract: TEXTS,
    operation: "getText",
    value: { kind: "a < b & é 😀" },
    header: { session: { user: "ann", count: 1 } },
  },
];

const CLIENTS: Readonly<Record<RecordedRequest["stack"], (url: string) => Promise<unknown>>> = {
  php: (url) => run(["php", folderOf("peers/php/call.php"), url]),
  perl: (url) => run(["perl", folderOf("peers/perl/call.pl"), url]),
  async "node-soap"(url) {
    const client = await createClientAsync(folderOf(TEXTS), { endpoint: url });
    client.addSoapHeader(
      { session: { attributes: { count: "1" }, user: "ann" } },
      "",
      "tns",
      "urn:texts",
    );
    await client.getTextAsync({ kind: "a < b & é 😀" }).catch(() => {});
  },
};

async function received(request: IncomingMessage): Promise<RecordedMessage> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const headers = Object.entries(request.headers).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value]] : [],
  );
  return {
    start: `${request.method} ${request.url} HTTP/1.1`,
    headers: Object.fromEntries(headers),
    body: Buffer.concat(chunks),
  };
}

/** Runs a client and records its requests. */
export async function recordRequests(stack: RecordedRequest["stack"]): Promise<void> {
  const messages: RecordedMessage[] = [];
  const server = createServer(async (request, response) => {
    messages.push(await received(request));
    response.writeHead(500).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("It listens at no port.");
  try {
    await CLIENTS[stack](`http://127.0.0.1:${address.port}/`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  for (const { name } of REQUESTS.filter((each) => each.stack === stack)) {
    const message = messages.shift();
    if (message === undefined) throw new Error(`${stack} did not send ${name}.`);
    await writeMessage(folderOf(`messages/${stack}/${name}.http`), message);
  }
}
