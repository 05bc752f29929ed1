/** The operations of a contract in memory: the objects that generated code prints. */
import type { Contract, Protocol } from "../contract/index.js";
import { buildModel, type ModelOptions } from "./model/model.js";
import type { ContractOperation } from "./wire/contract-operation.js";
import { wireSchema } from "./wire/wire-schema.js";

export type { ContractOperation, Fields } from "./wire/contract-operation.js";

/** What generated code has for each client: `operations` and `ports` of its schema.ts. */
export interface ContractClient {
  /** The name of the class in generated code. */
  readonly name: string;
  /** By the names of the client's methods. Overloads have a suffix. */
  readonly operations: ContractOperations;
  /** By name. They offer the same operations. */
  readonly ports: Readonly<Record<string, ContractPort>>;
}

export type ContractOperations = Readonly<Record<string, ContractOperation>>;

export interface ContractPort {
  readonly protocol: Protocol;
  /** As the WSDL states it; may be empty. */
  readonly address: string;
}

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
  const { operations } = wireSchema(model);
  return model.clients.map((client) => ({
    name: client.name,
    operations: Object.fromEntries(
      client.operations.flatMap((operation) => {
        const wire = operations.get(operation);
        return wire === undefined ? [] : [[operation.name, wire]];
      }),
    ),
    ports: Object.fromEntries(
      client.ports.map(({ name, protocol, address }) => [name, { protocol, address }]),
    ),
  }));
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
