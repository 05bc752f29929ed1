/** Complex types as types of TypeScript (XML Schema part 1 §3.4). */
import type { ComplexDefinition } from "../../contract/index.js";
import type { Node, Shape } from "../shape/node.js";
import { isRepeated } from "../shape/node.js";
import { shapeOf } from "../shape/shape.js";
import {
  arrayOf,
  intersection,
  keyword,
  local,
  objectType,
  type Property,
  type TypeNode,
  union,
} from "../typescript/type-nodes.js";
import {
  attributeDocumentation,
  elementDocumentation,
  textDocumentation,
} from "./documentation.js";
import type { References } from "./references.js";
import { simpleType } from "./simple-type.js";
import { memberType } from "./value-type.js";

/** An object type: its properties, and the types that it is intersected with because no property can express them. */
export interface ObjectParts {
  readonly properties: readonly Property[];
  readonly intersected: readonly TypeNode[];
}

/** An object without any property. */
export const EMPTY_OBJECT: TypeNode = local("Record", [keyword("string"), keyword("never")]);
/** An object without a known property; other types add properties to it. */
export const OPEN_OBJECT: TypeNode = local("Record", [keyword("never"), keyword("never")]);

/** What the types of elements in a type depend on. */
interface Scope {
  readonly references: References;
  /** Whether elements that are not nillable may be null, too. */
  readonly mayBeNull: boolean;
}

export function complexParts(type: ComplexDefinition, references: References): ObjectParts {
  const shape = shapeOf(type);
  const scope: Scope = { references, mayBeNull: references.isNullable(type) };
  const content: ObjectParts =
    shape.form === "content"
      ? { properties: [contentProperty(shape, scope)], intersected: [] }
      : nodeParts(shape.nodes, false, scope);
  return {
    properties: [
      ...valueProperty(shape, references),
      ...content.properties,
      ...attributeProperties(shape, references),
    ],
    intersected: content.intersected,
  };
}

/** Whether a type can be an interface: neither it nor its bases need a union. */
export function isInterface(type: ComplexDefinition): boolean {
  const { nodes, base, form } = shapeOf(type);
  return (form === "content" || !nodes.some(hasUnion)) && (base === undefined || isInterface(base));
}

function hasUnion(node: Node): boolean {
  if (node.kind === "member" || node.kind === "any" || node.member !== undefined) return false;
  return node.kind === "choice" || node.nodes.some(hasUnion);
}

/** @param isOptional whether all nodes may be absent, together */
function nodeParts(nodes: readonly Node[], isOptional: boolean, scope: Scope): ObjectParts {
  const properties: Property[] = [];
  const intersected: TypeNode[] = [];
  for (const node of nodes) {
    const mayMiss = isOptional || node.minOccurs === 0;
    if (node.kind === "member" || node.kind === "any") {
      properties.push(leafProperty(node, mayMiss, scope));
    } else if (node.member !== undefined) {
      const item =
        node.kind === "choice"
          ? oneOf(node.nodes, false, scope)
          : objectNode(nodeParts(node.nodes, false, scope));
      properties.push({
        name: node.member,
        type: arrayOf(item),
        isOptional: mayMiss,
        documentation: [groupSentence(node)],
      });
    } else if (node.kind === "choice") intersected.push(oneOf(node.nodes, mayMiss, scope));
    else {
      const inner = nodeParts(node.nodes, mayMiss, scope);
      properties.push(...inner.properties);
      intersected.push(...inner.intersected);
    }
  }
  return { properties, intersected };
}

function groupSentence({ kind }: Node): string {
  return kind === "choice"
    ? "One item per occurrence, in document order. Each item has one of the members."
    : "One item per occurrence.";
}

function leafProperty(
  node: Extract<Node, { kind: "member" | "any" }>,
  isOptional: boolean,
  scope: Scope,
): Property {
  if (node.kind === "any") {
    const any = scope.references.runtime("XmlElement");
    const type = isRepeated(node) ? arrayOf(any) : any;
    const documentation = ["Elements that the schema does not name."];
    return { name: node.member, type, isOptional, documentation };
  }
  const { element, member, documentation } = node;
  return {
    name: member,
    type: memberType(element, node, scope.references, scope.mayBeNull),
    isOptional,
    documentation: elementDocumentation({ ...element, documentation }, node),
  };
}

/** `OneOf<{ a: A } | { b: B }>`: the arms exclude each other. */
function oneOf(arms: readonly Node[], isOptional: boolean, scope: Scope): TypeNode {
  const name = isOptional ? "AtMostOneOf" : "OneOf";
  return scope.references.runtime(name, [union(armTypes(arms, scope))]);
}

function armTypes(arms: readonly Node[], scope: Scope): readonly TypeNode[] {
  return arms.map((arm) => objectNode(nodeParts([arm], false, scope)));
}

function objectNode({ properties, intersected }: ObjectParts): TypeNode {
  if (properties.length > 0) return intersection([objectType(properties), ...intersected]);
  return intersected.length > 0 ? intersection(intersected) : OPEN_OBJECT;
}

function contentProperty({ nodes, mixed }: Shape, scope: Scope): Property {
  const arms = armTypes(nodes, scope);
  const [only, ...others] = arms;
  const items =
    others.length === 0 && only !== undefined
      ? only
      : scope.references.runtime("OneOf", [union(arms)]);
  return {
    name: "$content",
    type: arrayOf(mixed ? union([keyword("string"), items]) : items),
    documentation: [mixed ? "Text and elements in document order." : "Elements in document order."],
  };
}

function valueProperty({ value }: Shape, references: References): readonly Property[] {
  if (value === undefined) return [];
  const documentation = textDocumentation(value);
  return [{ name: "$value", type: simpleType(value, references), documentation }];
}

function attributeProperties(
  { attributes, anyAttribute }: Shape,
  references: References,
): readonly Property[] {
  const properties = attributes.map(({ member, attribute }): Property => {
    const { type, required } = attribute;
    return {
      name: member,
      type: simpleType(type, references),
      isOptional: !required,
      documentation: attributeDocumentation(attribute),
    };
  });
  if (!anyAttribute) return properties;
  const type = local("Record", [keyword("string"), keyword("string")]);
  const documentation = ["Attributes that the schema does not name, by `{namespace}name`."];
  return [...properties, { name: "$attributes", type, isOptional: true, documentation }];
}
