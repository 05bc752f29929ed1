/** The lexical mapping of any simple type of a wire schema. */
import type { SimpleType } from "../../schema/index.js";
import { lexicals } from "./builtins.js";
import { enumerated, list, union } from "./composed.js";
import type { Lexical } from "./lexical.js";
import { mapped } from "./mapped.js";
import { restricted } from "./restricted.js";

/** @param open an enumeration accepts values that it does not list */
export function lexicalOf(type: SimpleType, open = false): Lexical {
  if (typeof type === "string") return lexicals[type];
  if ("enumeration" in type) return enumerated(Object.values(type.enumeration), open);
  if ("list" in type) return list(lexicalOf(type.list));
  if ("union" in type) return union(type.union.map((member) => lexicalOf(member)));
  return "restricts" in type ? restricted(lexicalOf(type.restricts), type) : mapped(type);
}
