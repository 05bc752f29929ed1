/** Reduces values with the members of all versions of an operation to the members of the called version. */
import {
  type ComplexType,
  elementsOf,
  isComplex,
  resolveType,
  type TypeSchema,
} from "../../schema/index.js";
import type { Values } from "../../server/index.js";

export function contractValues(type: ComplexType, values: Values): Values {
  const entries = elementsOf(type).map(
    ({ element, type: reference }) =>
      [element, contractValue(resolveType(reference), values[element])] as const,
  );
  return Object.fromEntries(entries);
}

function contractValue(type: TypeSchema, value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (isComplex(type)) return contractValues(type, { ...value });
  if (typeof type !== "object" || !("item" in type) || !Array.isArray(value)) return value;
  const item = resolveType(type.item.type);
  return value.map((each: unknown) => contractValue(item, each));
}
