/** The operations of a contract in memory: the objects that generated code prints. */
import type { Contract } from "../contract/index.js";
import { buildModel, type ModelOptions } from "./model/model.js";
import type { ContractOperation } from "./wire/contract-operation.js";
import { type WireClient, type WirePort, WireSchema } from "./wire/wire-schema.js";

export type { ContractOperation, Fields } from "./wire/contract-operation.js";

/** A client of a contract, with what generated code exports for it. */
export interface ContractClient extends WireClient {
  /** The name of the class in generated code. */
  readonly name: string;
  /** By the names of the client's methods. Overloads have a suffix. */
  readonly operations: ContractOperations;
  /** By name. They offer the same operations. */
  readonly ports: Readonly<Record<string, ContractPort>>;
}

/** The operations of a contract by their names in generated code. */
export type ContractOperations = Readonly<Record<string, ContractOperation>>;

/** A port of a service: its protocol and its address. */
export type ContractPort = WirePort;

/** What to select from the contract, and how to map its types; the same as in `generate`. */
export type ContractOptions = Omit<ModelOptions, "keptNames">;

/**
 * The clients of a contract with their operations, as generated code exports them: with the same types, enumerations,
 * headers, faults and outcomes, without writing or loading any code.
 *
 * @throws GenerateError if a selected name does not exist, or nothing is selected
 */
export function contractClients(
  contract: Contract,
  options: ContractOptions = {},
): readonly ContractClient[] {
  const model = buildModel(contract, options);
  const wire = new WireSchema(model);
  return model.clients.map((client) => ({ name: client.name, ...wire.client(client) }));
}

/**
 * The operations of all clients that use SOAP, or of all clients if none does. If several clients have an operation of
 * the same name, it is the first one's.
 *
 * @throws GenerateError as `contractClients`
 */
export function contractOperations(
  contract: Contract,
  options: ContractOptions = {},
): ContractOperations {
  const clients = contractClients(contract, options);
  const soap = clients.filter(({ ports }) =>
    Object.values(ports).some(({ protocol }) => protocol.startsWith("soap")),
  );
  const used = soap.length > 0 ? soap : clients;
  return Object.fromEntries(
    used.toReversed().flatMap(({ operations }) => Object.entries(operations)),
  );
}
