/** Types that derive from others (XML Schema part 1 §3.4.2). */
import type { ComplexDefinition, TypeDefinition } from "./schema-components.js";

/** @returns a function that returns the types that derive from a type directly */
export function directlyDerived(
  types: readonly TypeDefinition[],
): (type: ComplexDefinition) => readonly ComplexDefinition[] {
  const derived = new Map<ComplexDefinition, ComplexDefinition[]>();
  for (const type of types) {
    if (type.kind !== "complex" || type.derivation === undefined) continue;
    const { base } = type.derivation;
    const list = derived.get(base);
    if (list === undefined) derived.set(base, [type]);
    else list.push(type);
  }
  return (type) => derived.get(type) ?? [];
}
