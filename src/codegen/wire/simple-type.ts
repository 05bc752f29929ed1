/** Simple types as wire schema (XML Schema part 2). */
import type { EnumerationDefinition, SimpleDefinition } from "../../contract/index.js";
import { isAttachmentReference } from "../model/mappings.js";
import type { Model } from "../model/model.js";
import { stringLiteral } from "../model/names.js";
import { isStringEnumeration } from "../model/reached-types.js";
import { arrayLiteral, behind, type Doc, objectLiteral } from "../print/layout.js";

/** A built-in type by its name, or an enumeration: what a text can name. `undefined` where a type is more than that. */
export function plainType(
  type: SimpleDefinition,
  model: Model,
): string | EnumerationDefinition | undefined {
  if (isAttachmentReference(type)) return undefined;
  switch (type.kind) {
    case "builtin":
      return mappedTo(type.name.local, model) === undefined ? type.name.local : undefined;
    case "enumeration":
      return isStringEnumeration(type) ? type : plainType(type.base, model);
    case "restriction":
      return plainType(type.base, model);
    case "list":
    case "union":
      return undefined;
  }
}

export function simpleWire(type: SimpleDefinition, model: Model): Doc {
  const plain = plainType(type, model);
  if (typeof plain === "string") return stringLiteral(plain);
  if (plain !== undefined) {
    return objectLiteral([behind("enumeration:", `enums.${model.nameOf(plain)}`)]);
  }
  if (isAttachmentReference(type)) return objectLiteral(['builtin: "anyURI"', 'as: "Attachment"']);
  switch (type.kind) {
    case "builtin": {
      const { local } = type.name;
      const as = stringLiteral(mappedTo(local, model) ?? "");
      return objectLiteral([`builtin: ${stringLiteral(local)}`, `as: ${as}`]);
    }
    case "enumeration":
    case "restriction":
      return simpleWire(type.base, model);
    case "list":
      return objectLiteral([["list: ", simpleWire(type.item, model)]]);
    case "union": {
      const members = type.members.map((member) => simpleWire(member, model));
      return objectLiteral([["union: ", arrayLiteral(members, false)]]);
    }
  }
}

/** What a built-in type is mapped to, where it is. */
function mappedTo(name: string, { mappings }: Model): string | undefined {
  return [...mappings].find(([builtin]) => builtin === name)?.[1];
}
