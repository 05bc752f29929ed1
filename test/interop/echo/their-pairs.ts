/** The clients of others with servers that echo. */
import { echoProxies } from "../mono/proxies.js";
import type { Lacks, Pair } from "../pair.js";
import { MONO, type Peer } from "../peer.js";
import { find } from "../rescue/pairs.js";
import { ECHO_KINDS, type EchoKind } from "./kinds.js";
import { SOAP_VERSIONS } from "./our-pairs.js";
import { type ContractUrls, SERVERS, type ServerStack } from "./servers.js";

export interface EchoClient {
  readonly name: string;
  readonly peers: readonly Peer[];
  readonly lacks: Lacks<EchoKind>;
  /** @returns a line for each kind: `ok <kind>`, or `failed <kind>: <why>` */
  run(urls: ContractUrls, version: string): Promise<string>;
}

export const ECHO_CLIENTS: readonly EchoClient[] = [
  { name: "C# proxy (Mono)", peers: [MONO], lacks: {}, run: echoProxies },
];

function theirPair(client: EchoClient, server: ServerStack): Pair<EchoKind> {
  return {
    client: client.name,
    server: server.name,
    peers: [...client.peers, ...server.peers],
    protocols: Object.keys(SOAP_VERSIONS),
    kinds: ECHO_KINDS,
    lacks: () => ({ ...server.lacks, ...client.lacks }),
    /** The program runs once, and shows all kinds. */
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

/** What others make of our services, and of Mono's for comparison. */
export const THEIR_PAIRS: readonly (readonly Pair[])[] = [
  SERVERS.ours,
  SERVERS["ours-asmx"],
  SERVERS.mono,
].map((server) => ECHO_CLIENTS.map((client) => theirPair(client, server)));
