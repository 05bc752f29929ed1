/** The types of members' values: of elements, arrays, wildcards. */
import type { ElementDeclaration, Occurrence, TypeDefinition } from "../../contract/index.js";
import { arrayItem } from "../model/arrays.js";
import { isRepeated } from "../shape/node.js";
import {
  arrayOf,
  keyword,
  literalType,
  nullable,
  type TypeNode,
  union,
} from "../typescript/type-nodes.js";
import type { References } from "./references.js";
import { simpleType } from "./simple-type.js";

export function valueType(type: TypeDefinition, references: References): TypeNode {
  if (type.kind === "any") return references.runtime("XmlElement");
  if (type.kind !== "complex") return simpleType(type, references);
  if (type.soapArray !== undefined) {
    const { item, ranks } = type.soapArray;
    let node = valueType(item, references);
    for (const rank of ranks) {
      // Items may be null; the rows of one array are all there.
      node = nullable(node);
      for (let dimension = 0; dimension < rank; dimension++) node = arrayOf(node);
    }
    return node;
  }
  const item = arrayItem(type);
  if (item !== undefined) {
    const { element } = item;
    return arrayOf(elementType(element, references, references.isNullable(type)));
  }
  return references.union(type) ?? references.declared(type) ?? keyword("never");
}

/**
 * The value of one element.
 *
 * @param mayBeNull whether it may be null because of the message that contains it
 */
export function elementType(
  { type, nillable }: Pick<ElementDeclaration, "type" | "nillable">,
  references: References,
  mayBeNull: boolean,
): TypeNode {
  const node = valueType(type, references);
  if (!nillable && !mayBeNull) return node;
  const nil = nilType(type, node, references);
  return nullable(nil === undefined ? node : union([node, nil]));
}

/** The values of a nil element with attributes; `undefined` if its type has none. */
function nilType(
  type: TypeDefinition,
  node: TypeNode,
  references: References,
): TypeNode | undefined {
  if (type.kind !== "complex" || node.kind === "array" || node.kind === "keyword") return undefined;
  const names = references.attributesOf(type);
  if (names === undefined) return undefined;
  const members = names.length === 0 ? keyword("never") : union(names.map(literalType));
  return references.runtime("Nil", [node, members]);
}

/** The value of a member: an array if the element repeats. */
export function memberType(
  element: Pick<ElementDeclaration, "type" | "nillable">,
  occurrence: Occurrence,
  references: References,
  mayBeNull: boolean,
): TypeNode {
  const node = elementType(element, references, mayBeNull);
  return isRepeated(occurrence) ? arrayOf(node) : node;
}
