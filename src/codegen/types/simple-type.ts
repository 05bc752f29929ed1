/** Simple types as types of TypeScript (XML Schema part 2). */
import type { SimpleDefinition } from "../../contract/index.js";
import { builtinTypeNamed, type MappedType } from "../../schema/index.js";
import { isAttachmentReference } from "../model/mappings.js";
import { isStringEnumeration } from "../model/reached-types.js";
import { arrayOf, keyword, local, type TypeNode, union } from "../typescript/type-nodes.js";
import type { References } from "./references.js";

const STRING = keyword("string");

/** The type of a built-in type's values in the codec; decimals, dates and durations are strings. */
function builtinType(name: string, references: References): TypeNode {
  for (const [builtin, mapped] of references.mappings) {
    if (builtin === name) return mappedType(mapped, references);
  }
  const typescript = builtinTypeNamed(name)?.typescript ?? "string";
  if (typescript === "string[]") return arrayOf(STRING);
  return typescript === "Uint8Array" ? local(typescript) : keyword(typescript);
}

function mappedType(name: MappedType["as"], references: References): TypeNode {
  if (name === "Attachment") return references.runtime(name);
  return name === "Date" ? local(name) : keyword(name);
}

/** The type of a value: by its name if it has one. */
export function simpleType(type: SimpleDefinition, references: References): TypeNode {
  if (type.kind === "builtin") return builtinType(type.name.local, references);
  return references.declared(type) ?? simpleContent(type, references);
}

/** The type in the declaration of a simple type. */
export function simpleContent(
  type: Exclude<SimpleDefinition, { kind: "builtin" }>,
  references: References,
): TypeNode {
  if (isAttachmentReference(type)) return references.runtime("Attachment");
  switch (type.kind) {
    case "list":
      return arrayOf(simpleType(type.item, references));
    case "union":
      return unionOf(type.members, references);
    default:
      return simpleType(type.base, references);
  }
}

/** A union with `string` would lose the listed values: `Unlisted` keeps them. */
function unionOf(members: readonly SimpleDefinition[], references: References): TypeNode {
  const hasListed = members.some(
    (member) => member.kind === "enumeration" && isStringEnumeration(member),
  );
  const types = members.map((member) => {
    const type = simpleType(member, references);
    const isString = type.kind === "keyword" && type.name === "string";
    return isString && hasListed ? references.runtime("Unlisted") : type;
  });
  return types.length === 0 ? STRING : union(types);
}
