/** Our client, generated from the WSDLs of the server. */
import assert from "node:assert/strict";
import type { SoapVersion } from "../../../src/soap/index.js";
import { type Generated, generated, type LooseClient } from "../generated.js";
import type { EchoKind } from "./kinds.js";
import { MESSAGE_CELLS } from "./our-messages.js";
import { VALUE_CELLS } from "./our-values.js";
import { CONTRACTS, type ContractName, type ContractUrls } from "./servers.js";

/** What a cell calls. */
export interface EchoClients {
  readonly version: SoapVersion;
  readonly echo: LooseClient;
  readonly encoded: LooseClient;
  readonly literal: LooseClient;
}

export type Cells<Kind extends string> = Partial<
  Readonly<Record<Kind, (clients: EchoClients) => Promise<void>>>
>;

const CELLS: Readonly<Record<EchoKind, (clients: EchoClients) => Promise<void>>> = {
  ...MESSAGE_CELLS,
  ...VALUE_CELLS,
};

export type GeneratedContracts = ReadonlyMap<ContractName, Generated>;

/** Generates a client for each contract. */
export async function generateClients(urls: ContractUrls): Promise<GeneratedContracts> {
  const made = CONTRACTS.map(
    async (name): Promise<[ContractName, Generated]> => [
      name,
      await generated(`${urls[name]}?wsdl`),
    ],
  );
  return new Map(await Promise.all(made));
}

/** Makes the calls of a kind, each with a new client; a deviation of a response is a failure. */
export async function runOurCell(
  kind: EchoKind,
  version: SoapVersion,
  contracts: GeneratedContracts,
  urls: ContractUrls,
): Promise<void> {
  const used: LooseClient[] = [];
  const client = (name: ContractName): LooseClient => {
    const contract = contracts.get(name);
    if (contract === undefined) throw new Error(`There is no client for ${name}.`);
    const made = contract.client(version === "soap11" ? "Soap" : "Soap12", urls[name]);
    used.push(made);
    return made;
  };
  await CELLS[kind]({
    version,
    get echo() {
      return client("Echo");
    },
    get encoded() {
      return client("RpcEncoded");
    },
    get literal() {
      return client("RpcLiteral");
    },
  });
  assert.deepEqual(
    used.flatMap(({ deviations }) => deviations),
    [],
  );
}
