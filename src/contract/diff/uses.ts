/** Which types and elements are in requests and which are in responses. */
import { allOperations, baseOf } from "../json/content.js";
import type { ContractJson } from "../json/model.js";
import {
  type Reference,
  referencesOfElement,
  referencesOfHeaderFaults,
  referencesOfMessage,
  referencesOfPart,
  referencesOfType,
} from "../json/references.js";
import type { Use } from "./compatibility.js";

export class Uses {
  readonly #contracts: readonly ContractUses[];

  /** @param contracts those that are compared: a use in one of them counts */
  constructor(contracts: readonly ContractJson[]) {
    this.#contracts = contracts.map(usesIn);
  }

  of(reference: Reference): Use {
    const id = idOf(reference);
    return {
      request: this.#contracts.some(({ request }) => request.has(id)),
      response: this.#contracts.some(({ response }) => response.has(id)),
    };
  }
}

/** The ids of types and elements. */
interface ContractUses {
  readonly request: ReadonlySet<string>;
  readonly response: ReadonlySet<string>;
}

function usesIn(contract: ContractJson): ContractUses {
  const operations = allOperations(contract);
  const derived = derivedTypes(contract);
  const request = operations.flatMap(({ input }) => referencesOfMessage(input));
  const response = operations.flatMap(({ input, output, faults = [] }) => [
    ...referencesOfMessage(output),
    ...[input, output].flatMap(referencesOfHeaderFaults),
    ...faults.flatMap(({ parts }) => parts.flatMap(referencesOfPart)),
  ]);
  return {
    request: reachedFrom(request, contract, derived),
    response: reachedFrom(response, contract, derived),
  };
}

/** A type may be replaced by the types that derive from it. */
function derivedTypes({ types }: ContractJson): ReadonlyMap<string, readonly Reference[]> {
  const derived = new Map<string, Reference[]>();
  for (const [key, type] of Object.entries(types)) {
    const base = baseOf(type);
    if (base === undefined) continue;
    derived.set(base, [...(derived.get(base) ?? []), { kind: "type", key }]);
  }
  return derived;
}

function reachedFrom(
  start: readonly Reference[],
  { elements, types }: ContractJson,
  derived: ReadonlyMap<string, readonly Reference[]>,
): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...start];
  for (const reference of open) {
    const id = idOf(reference);
    if (reached.has(id)) continue;
    reached.add(id);
    if (reference.kind === "element") {
      const element = elements[reference.key];
      if (element !== undefined) open.push(...referencesOfElement(element));
    } else {
      const type = types[reference.key];
      if (type !== undefined) open.push(...referencesOfType(type));
      open.push(...(derived.get(reference.key) ?? []));
    }
  }
  return reached;
}

function idOf({ kind, key }: Reference): string {
  return `${kind} ${key}`;
}
