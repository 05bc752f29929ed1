/** What is an array in TypeScript: elements that repeat, and types that only wrap one. */
import type { ElementDeclaration, TypeDefinition } from "../wsdl/index.js";

/** A complex type that stands for an array: one repeated element in a type called `ArrayOf…`, as .NET writes it. */
export function arrayItem(type: TypeDefinition): ElementDeclaration | undefined {
  const item = onlyItem(type);
  const seen = new Set<ElementDeclaration>();
  for (let next = item; next !== undefined; next = onlyItem(next.type)) {
    // An array of itself has no end as a type of TypeScript.
    if (seen.has(next)) return undefined;
    seen.add(next);
  }
  return item;
}

function onlyItem(type: TypeDefinition): ElementDeclaration | undefined {
  if (type.kind !== "complex" || !type.name?.local.startsWith("ArrayOf")) return undefined;
  const [item, ...others] = type.elements;
  return others.length === 0 && item !== undefined && isRepeated(item) ? item : undefined;
}

export function isRepeated({ maxOccurs }: ElementDeclaration): boolean {
  return maxOccurs === "unbounded" || maxOccurs > 1;
}
