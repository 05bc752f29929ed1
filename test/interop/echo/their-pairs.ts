/** Clients of other stacks with echo servers. */
import { fileURLToPath } from "node:url";
import { echoProxies } from "../mono/proxies.js";
import type { Lacks, Pair } from "../pair.js";
import { MONO, type Peer, PHP, ZEEP } from "../peer.js";
import { run } from "../program.js";
import { find } from "../rescue/pairs.js";
import { ECHO_KINDS, type EchoKind } from "./kinds.js";
import { SOAP_VERSIONS } from "./our-pairs.js";
import { type ContractUrls, SERVERS, type ServerStack } from "./servers.js";

export interface EchoClient {
  readonly name: string;
  readonly peers: readonly Peer[];
  lacks(server: ServerStack, protocol: string): Lacks<EchoKind>;
  /** @returns a line for each kind: `ok <kind>`, or `failed <kind>: <why>` */
  run(urls: ContractUrls, version: string): Promise<string>;
}

/** A program that runs unchanged. */
function script(interpreter: string, file: string): EchoClient["run"] {
  const path = fileURLToPath(new URL(`../${file}`, import.meta.url));
  return ({ Echo, RpcEncoded, RpcLiteral }, version) =>
    run([interpreter, path, Echo, RpcEncoded, RpcLiteral, version]);
}

const CSHARP_PROXY: EchoClient = {
  name: "C# proxy (Mono)",
  peers: [MONO],
  lacks: () => ({}),
  run: echoProxies,
};

const NO_DETAIL: Lacks<EchoKind> = {
  "fault with detail":
    "passes over the detail of ASP.NET's faults of SOAP 1.2, which has no namespace",
};

export const ECHO_CLIENTS: readonly EchoClient[] = [
  CSHARP_PROXY,
  {
    name: "PHP's SoapClient",
    peers: [PHP],
    lacks: ({ name }, protocol) => ({
      "64-bit and unbounded numbers": "has no unsigned integers of 64 bits",
      "NaN and INF": "writes NAN, which is no xs:double",
      "qualified attributes": "passes over attributes of another namespace",
      "choices in order": "keeps elements by their names, not in their order",
      DataSet: "leaves DataSets to its caller, as XML",
      ...(name === SERVERS["ours-asmx"].name && protocol === "1.2" ? NO_DETAIL : {}),
    }),
    run: script("php", "php/echo_client.php"),
  },
  {
    name: "zeep",
    peers: [ZEEP],
    lacks: ({ name }, protocol) => ({
      "multi-references": "leaves SOAP arrays to its caller, as any content",
      "SOAP arrays": "leaves them to its caller, as any content",
      "NaN and INF": "writes nan, which is no xs:double",
      DataSet: "leaves DataSets to its caller, as any content",
      ...(name === SERVERS["ours-asmx"].name && protocol === "1.2" ? NO_DETAIL : {}),
    }),
    run: script("/usr/bin/python3", "python/zeep_echo.py"),
  },
];

function theirPair(client: EchoClient, server: ServerStack): Pair<EchoKind> {
  return {
    client: client.name,
    server: server.name,
    peers: [...client.peers, ...server.peers],
    protocols: Object.keys(SOAP_VERSIONS),
    kinds: ECHO_KINDS,
    lacks: (protocol) => ({ ...server.lacks, ...client.lacks(server, protocol) }),
    /** The program runs once for all kinds. */
    async start(protocol) {
      const service = await server.start(SOAP_VERSIONS[protocol] ?? "soap12");
      let output: string;
      try {
        output = await client.run(service.urls, protocol);
      } finally {
        await service.close();
      }
      return { run: async (kind) => find(kind, output), close: async () => {} };
    },
  };
}

/** Clients of other stacks with our services, and those of .NET with its own service for comparison. */
export const THEIR_PAIRS: readonly (readonly Pair[])[] = [
  ECHO_CLIENTS.map((client) => theirPair(client, SERVERS.ours)),
  ECHO_CLIENTS.map((client) => theirPair(client, SERVERS["ours-asmx"])),
  [theirPair(CSHARP_PROXY, SERVERS.mono)],
];
