/** Containment of built-in types (XML Schema part 2 §3). */
import { BUILTIN_TYPES, type BuiltinType, isBuiltin, withBases } from "../../../schema/index.js";

/** Whether all values of a built-in type are values of another. */
export function isWithin(narrow: string, wide: string): boolean {
  if (wide === "anyType" || wide === "anySimpleType" || wide === "string") {
    return narrow !== "anyType";
  }
  if (!isBuiltin(narrow) || !isBuiltin(wide)) return narrow === wide;
  if (withBases(narrow).includes(wide) || (narrow === "float" && wide === "double")) return true;
  const inner = BUILTIN_TYPES[narrow];
  const outer = BUILTIN_TYPES[wide];
  return inner.kind === "integer" && outer.kind === "integer" && isRangeWithin(inner, outer);
}

function isRangeWithin(inner: BuiltinType, outer: BuiltinType): boolean {
  const isAbove = outer.min === undefined || (inner.min !== undefined && inner.min >= outer.min);
  const isBelow = outer.max === undefined || (inner.max !== undefined && inner.max <= outer.max);
  return isAbove && isBelow;
}
