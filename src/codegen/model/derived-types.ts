/** The types derived from each type (XML Schema part 1 §3.4.2): xsi:type can name them instead of the base. */
import type { ComplexDefinition, Contract } from "../../contract/index.js";
import { derivationChain } from "../shape/shape.js";

export type DerivedTypes = (type: ComplexDefinition) => readonly ComplexDefinition[];

/** @returns a function from a type to the types derived from it, directly or indirectly, sorted by name */
export function derivedTypes({ types }: Contract): DerivedTypes {
  const derived = new Map<ComplexDefinition, ComplexDefinition[]>();
  for (const type of types) {
    if (type.kind !== "complex") continue;
    for (const base of derivationChain(type).slice(0, -1)) {
      const list = derived.get(base);
      if (list === undefined) derived.set(base, [type]);
      else list.push(type);
    }
  }
  for (const list of derived.values()) {
    list.sort((a, b) => ((a.name?.key ?? "") < (b.name?.key ?? "") ? -1 : 1));
  }
  return (type) => derived.get(type) ?? [];
}
