/** Our client with servers of other stacks. */
import type { SoapVersion } from "../../../src/soap/index.js";
import type { Pair } from "../pair.js";
import { ECHO_KINDS, type EchoKind } from "./kinds.js";
import { generateClients, runOurCell } from "./our-client.js";
import { SERVERS, type ServerStack } from "./servers.js";

export const SOAP_VERSIONS: Readonly<Record<string, SoapVersion>> = {
  "1.1": "soap11",
  "1.2": "soap12",
};

function ourPair({ name, peers, start, lacks }: ServerStack): Pair<EchoKind> {
  return {
    client: "ours",
    server: name,
    peers,
    protocols: Object.keys(SOAP_VERSIONS),
    kinds: ECHO_KINDS,
    lacks: () => lacks,
    async start(protocol) {
      const version = SOAP_VERSIONS[protocol] ?? "soap12";
      const server = await start(version);
      try {
        const contracts = await generateClients(server.urls);
        return {
          run: (kind) => runOurCell(kind, version, contracts, server.urls),
          close: () => server.close(),
        };
      } catch (error) {
        await server.close();
        throw error;
      }
    },
  };
}

export const OUR_PAIRS: readonly Pair[] = Object.values(SERVERS).map(ourPair);
