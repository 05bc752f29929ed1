/** The description of a contract: its JSON, whole or limited to some operations. */
import type { Contract } from "../contract.js";
import type { ContractJson } from "../json/model.js";
import { contractJson } from "../json/write.js";
import { locationText } from "../location.js";
import type { Port } from "../services.js";

/**
 * @param operations only these, with the types and elements that they use; by default all operations, and all types and
 * elements of the schemas
 */
export function describeContract(contract: Contract, operations?: readonly string[]): ContractJson {
  const { format, ...json } =
    operations === undefined
      ? contractJson(contract, "all")
      : contractJson(withOperations(contract, operations), "used");
  const warnings = contract.warnings.map(
    ({ message, location }) => `${locationText(location)}: ${message}`,
  );
  return {
    format,
    source: contract.source,
    ...json,
    ...(warnings.length === 0 ? {} : { warnings }),
  };
}

/** Which half of a description is shown. */
export type Part = "types" | "services";

/** A part of a description as JSON. */
export function partOf(
  { services, elements, types, ...rest }: ContractJson,
  only: Part | undefined,
): Partial<ContractJson> {
  return {
    ...rest,
    ...(only === "types" ? {} : { services }),
    ...(only === "services" ? {} : { elements, types }),
  };
}

/** The names of all operations, each once. */
export function operationNames({ services }: Contract): readonly string[] {
  const operations = services.flatMap(({ ports }) => ports.flatMap((port) => port.operations));
  return [...new Set(operations.map(({ name }) => name))];
}

/** Leaves out ports and services that have none of the operations. */
function withOperations(contract: Contract, names: readonly string[]): Contract {
  const inPort = (port: Port): Port => ({
    ...port,
    operations: port.operations.filter(({ name }) => names.includes(name)),
  });
  const services = contract.services.map((service) => ({
    ...service,
    ports: service.ports.map(inPort).filter(({ operations }) => operations.length > 0),
  }));
  return { ...contract, services: services.filter(({ ports }) => ports.length > 0) };
}
