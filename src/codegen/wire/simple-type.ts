/** Simple types as wire schema (XML Schema part 2). */
import type { SimpleDefinition } from "../../wsdl/index.js";
import { arrayLiteral, behind, type Doc, objectLiteral } from "../layout.js";
import { isAttachmentReference } from "../mappings.js";
import type { Model } from "../model.js";
import { stringLiteral } from "../names.js";
import { isStringEnumeration } from "../reached-types.js";

export function simpleWire(type: SimpleDefinition, model: Model): Doc {
  if (isAttachmentReference(type)) return objectLiteral(['builtin: "anyURI"', 'as: "Attachment"']);
  switch (type.kind) {
    case "builtin":
      return builtinWire(type.name.local, model);
    case "enumeration":
      return isStringEnumeration(type)
        ? objectLiteral([behind("enumeration:", `enums.${model.nameOf(type)}`)])
        : simpleWire(type.base, model);
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

function builtinWire(name: string, { mappings }: Model): Doc {
  for (const [builtin, mapped] of mappings) {
    if (builtin === name) {
      return objectLiteral([`builtin: ${stringLiteral(name)}`, `as: ${stringLiteral(mapped)}`]);
    }
  }
  return stringLiteral(name);
}
