/** Types that are arrays in TypeScript because they only wrap a repeated element. */
import type { ElementDeclaration, Occurrence, TypeDefinition } from "../../contract/index.js";
import { repeatedItem } from "../shape/shape.js";

/** The repeated element of an array type. */
export interface ArrayItem extends Occurrence {
  readonly element: ElementDeclaration;
}

/** More nested arrays are types with a member. A type of TypeScript that is nested deeper can't be read or checked. */
const MAX_NESTED = 32;

/** The item of a complex type that represents an array: a type named `ArrayOf…` with one repeated element, as in .NET. */
export function arrayItem(type: TypeDefinition): ArrayItem | undefined {
  const item = onlyItem(type);
  if (item === undefined) return undefined;
  const seen = new Set<ElementDeclaration>();
  for (
    let next: ArrayItem | undefined = item;
    next !== undefined;
    next = onlyItem(next.element.type)
  ) {
    // A type of TypeScript can't be an array of itself.
    if (seen.has(next.element) || seen.size === MAX_NESTED) return undefined;
    seen.add(next.element);
  }
  return item;
}

function onlyItem(type: TypeDefinition): ArrayItem | undefined {
  return type.kind === "complex" ? repeatedItem(type) : undefined;
}
