/** The lexical mapping of any simple type of a wire schema. */
import { type BuiltinName, type SimpleType, unrestricted } from "../../schema/index.js";
import { lexicals } from "./builtins.js";
import { enumerated, list, union } from "./composed.js";
import type { Lexical } from "./lexical.js";
import { mapped } from "./mapped.js";
import { restricted } from "./restricted.js";

/**
 * Facets matter only in members of a union: which value a text has depends on them.
 *
 * @param open an enumeration accepts values that it does not list
 */
export function lexicalOf(type: SimpleType, open = false): Lexical {
  const lexical = plainLexical(type, open);
  return lexical.qualified !== true && (open || hasMoreRules(type))
    ? { ...lexical, validated: type }
    : lexical;
}

/** Whether a type has rules that `parse` does not check. */
function hasMoreRules(type: SimpleType): boolean {
  if (typeof type === "string") return NAMES.has(type);
  if ("list" in type) return hasMoreRules(type.list);
  return "restricts" in type || ("union" in type && type.union.some(hasMoreRules));
}

/** Types whose values are any text with collapsed white space to `parse`. */
const NAMES: ReadonlySet<BuiltinName> = new Set<BuiltinName>([
  "ENTITIES",
  "ENTITY",
  "ID",
  "IDREF",
  "IDREFS",
  "language",
  "Name",
  "NCName",
  "NMTOKEN",
  "NMTOKENS",
]);

function plainLexical(type: SimpleType, open: boolean): Lexical {
  const plain = unrestricted(type);
  if (typeof plain === "string") return lexicals[plain];
  if ("enumeration" in plain) return enumerated(Object.values(plain.enumeration), open);
  if ("list" in plain) return list(lexicalOf(plain.list));
  if ("union" in plain) return union(plain.union.map(memberLexical));
  return mapped(plain);
}

function memberLexical(type: SimpleType): Lexical {
  if (typeof type === "string") return lexicals[type];
  if ("list" in type) return list(memberLexical(type.list));
  return "restricts" in type
    ? restricted(memberLexical(type.restricts), type)
    : plainLexical(type, false);
}
