/** What it does to messages when a value gets another type. */
import type { ContractSummary, TypeReferenceSummary } from "../summary/model.js";
import { type Effect, isWithin } from "./compatibility.js";

/**
 * By the built-in types that both come from, where they do.
 *
 * @param before the contract that `a` is of, and `after` that of `b`
 */
export function typeEffect(
  a: TypeReferenceSummary,
  before: ContractSummary,
  b: TypeReferenceSummary,
  after: ContractSummary,
): Effect {
  const [old, now] = [builtinOf(a, before), builtinOf(b, after)];
  if (old === undefined || now === undefined) return "changed";
  if (old.name === now.name) {
    if (old.restricted === now.restricted) return old.restricted ? "changed" : "same";
    return old.restricted ? "widened" : "narrowed";
  }
  if (!now.restricted && isWithin(old.name, now.name)) return "widened";
  return !old.restricted && isWithin(now.name, old.name) ? "narrowed" : "changed";
}

interface Builtin {
  readonly name: string;
  /** Not all of its values. */
  readonly restricted: boolean;
}

/** The built-in type that a simple type comes from. */
function builtinOf(
  reference: TypeReferenceSummary,
  summary: ContractSummary,
  depth = 0,
): Builtin | undefined {
  if (typeof reference === "string" && reference.startsWith("xs:")) {
    return { name: reference.slice(3), restricted: false };
  }
  const type = typeof reference === "string" ? summary.types[reference] : reference;
  if (type === undefined || depth > 100) return undefined;
  const base =
    "enumeration" in type
      ? (type.base ?? "xs:string")
      : "restriction" in type
        ? type.restriction
        : undefined;
  if (base === undefined) return undefined;
  const found = builtinOf(base, summary, depth + 1);
  const isRestricted = "enumeration" in type || ("facets" in type && type.facets !== undefined);
  return found && { name: found.name, restricted: found.restricted || isRestricted };
}
