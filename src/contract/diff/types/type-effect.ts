/** The effect on messages if a value gets another type. */
import type { ContractJson, TypeReferenceJson } from "../../json/model.js";
import type { Effect } from "../compatibility.js";
import { isWithin } from "./builtin-types.js";

/** A type with the contract that defines the types it refers to. */
export interface TypeIn {
  readonly reference: TypeReferenceJson;
  readonly contract: ContractJson;
}

/** By the built-in types that both types derive from; `changed` if one does not derive from a built-in type. */
export function typeEffect(before: TypeIn, after: TypeIn): Effect {
  const [old, now] = [builtinOf(before), builtinOf(after)];
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
  /** Whether only some of its values are allowed. */
  readonly restricted: boolean;
}

const MAX_DEPTH = 100;

function builtinOf({ reference, contract }: TypeIn, depth = 0): Builtin | undefined {
  if (typeof reference === "string" && reference.startsWith("xs:")) {
    return { name: reference.slice(3), restricted: false };
  }
  const type = typeof reference === "string" ? contract.types[reference] : reference;
  if (type === undefined || depth > MAX_DEPTH) return undefined;
  const base =
    "enumeration" in type
      ? (type.base ?? "xs:string")
      : "restriction" in type
        ? type.restriction
        : undefined;
  if (base === undefined) return undefined;
  const found = builtinOf({ reference: base, contract }, depth + 1);
  const isRestricted = "enumeration" in type || ("facets" in type && type.facets !== undefined);
  return found && { name: found.name, restricted: found.restricted || isRestricted };
}
