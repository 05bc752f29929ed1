/** Checks that the chosen operations and ports exist. */
import { type Contract, publicUrl, suggestion } from "../../contract/index.js";
import { GenerateError } from "../errors.js";
import type { Interface, Selection } from "./interfaces.js";

/** @throws GenerateError with code `UNKNOWN_NAME` or `NOTHING` */
export function checkSelection(
  contract: Contract,
  interfaces: readonly Interface[],
  { operations, ports }: Selection,
): void {
  const here = contract.services.flatMap((service) => service.ports);
  const unknown = [
    ...unknownNames(
      "operation",
      operations,
      here.flatMap((port) => port.operations.map(({ name }) => name)),
    ),
    ...unknownNames(
      "port",
      ports,
      here.map(({ name }) => name),
    ),
  ];
  if (unknown.length > 0) {
    throw new GenerateError(
      "UNKNOWN_NAME",
      `${publicUrl(contract.source)} has no ${unknown.join(", no ")}.`,
    );
  }
  if (interfaces.length === 0) {
    throw new GenerateError(
      "NOTHING",
      `${publicUrl(contract.source)} has no operation to generate code for.`,
    );
  }
}

/** A phrase for each of the names that does not exist, with a suggestion. */
function unknownNames(
  kind: string,
  names: readonly string[] = [],
  existing: readonly string[],
): readonly string[] {
  const known = new Set(existing);
  return names
    .filter((name) => !known.has(name))
    .map((name) => `${kind} ${name} ${suggestion(name, known)}`);
}
