/** Complex types as types of TypeScript (XML Schema part 1 §3.4). */
import type { ComplexDefinition } from "../../contract/index.js";
import type { Model } from "../model/model.js";
import { type Doc, objectType, typeArgument } from "../print/layout.js";
import type { Node, Shape } from "../shape/node.js";
import { isRepeated } from "../shape/node.js";
import { shapeOf } from "../shape/shape.js";
import { constraintSentence, facetSentence } from "./facets.js";
import { type Property, propertyHead } from "./property.js";
import { simpleText } from "./simple-type.js";
import { memberText } from "./value-type.js";

/** An object type: its properties, and what it is intersected with, since properties can't say it. */
export interface ObjectParts {
  readonly properties: readonly Property[];
  readonly intersected: readonly Doc[];
}

export function complexParts(type: ComplexDefinition, model: Model): ObjectParts {
  const shape = shapeOf(type);
  const content: ObjectParts =
    shape.form === "content"
      ? { properties: [contentProperty(shape, model)], intersected: [] }
      : nodeParts(shape.nodes, false, model);
  return {
    properties: [
      ...valueProperty(shape, model),
      ...content.properties,
      ...attributeProperties(shape, model),
    ],
    intersected: content.intersected,
  };
}

/** Whether a type can be an interface: nothing in it or its bases needs a union. */
export function isInterface(type: ComplexDefinition): boolean {
  const { nodes, base, form } = shapeOf(type);
  return (form === "content" || !nodes.some(hasUnion)) && (base === undefined || isInterface(base));
}

function hasUnion(node: Node): boolean {
  if (node.kind === "member" || node.kind === "any" || node.member !== undefined) return false;
  return node.kind === "choice" || node.nodes.some(hasUnion);
}

/** @param optional all of them may be left out, together */
function nodeParts(nodes: readonly Node[], optional: boolean, model: Model): ObjectParts {
  const properties: Property[] = [];
  const intersected: Doc[] = [];
  for (const node of nodes) {
    const mayMiss = optional || node.minOccurs === 0;
    if (node.kind === "member" || node.kind === "any") {
      properties.push(leafProperty(node, mayMiss, model));
    } else if (node.member !== undefined) {
      const item =
        node.kind === "choice"
          ? oneOf(node.nodes, false, model)
          : objectDoc(nodeParts(node.nodes, false, model));
      properties.push({
        name: node.member,
        type: [item, "[]"],
        optional: mayMiss,
        documentation: [groupSentence(node)],
      });
    } else if (node.kind === "choice") intersected.push(oneOf(node.nodes, mayMiss, model));
    else {
      const inner = nodeParts(node.nodes, mayMiss, model);
      properties.push(...inner.properties);
      intersected.push(...inner.intersected);
    }
  }
  return { properties, intersected };
}

function groupSentence({ kind }: Node): string {
  return kind === "choice"
    ? "In the order of the wire, one in each item."
    : "An item for each time.";
}

function leafProperty(
  node: Extract<Node, { kind: "member" | "any" }>,
  optional: boolean,
  model: Model,
): Property {
  if (node.kind === "any") {
    const any = model.runtime("XmlElement");
    const type = isRepeated(node) ? `${any}[]` : any;
    return { name: node.member, type, optional, documentation: [] };
  }
  const { element, member, documentation } = node;
  const facets =
    element.type.kind === "restriction" && element.type.name === undefined
      ? facetSentence(element.type)
      : undefined;
  return {
    name: member,
    type: memberText(element, node, model),
    optional,
    documentation: [documentation, facets, constraintSentence(element.constraint)],
  };
}

/** `OneOf<{ a: A } | { b: B }>`: the arms exclude each other. */
function oneOf(arms: readonly Node[], optional: boolean, model: Model): Doc {
  const texts = arms.map((arm) => objectDoc(nodeParts([arm], false, model)));
  return typeArgument(model.runtime(optional ? "AtMostOneOf" : "OneOf"), texts);
}

function objectDoc({ properties, intersected }: ObjectParts): Doc {
  const members = properties.map((property): Doc => [`${propertyHead(property)} `, property.type]);
  if (members.length === 0 && intersected.length > 0) return joined(intersected);
  const object = members.length === 0 ? "Record<never, never>" : objectType(members);
  return joined([object, ...intersected]);
}

function joined(parts: readonly Doc[]): Doc {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [" & ", part]));
}

function contentProperty({ nodes, mixed }: Shape, model: Model): Property {
  const arms = nodes.map((node) => objectDoc(nodeParts([node], false, model)));
  const [only, ...others] = arms;
  const items =
    others.length === 0 && only !== undefined ? only : typeArgument(model.runtime("OneOf"), arms);
  const item: Doc = mixed ? ["(string | ", items, ")"] : items;
  return {
    name: "$content",
    type: [item, "[]"],
    optional: false,
    documentation: [
      mixed ? "Text and elements, in the order of the wire." : "In the order of the wire.",
    ],
  };
}

function valueProperty({ value }: Shape, model: Model): readonly Property[] {
  if (value === undefined) return [];
  const documentation = [value.name === undefined ? facetSentence(value) : undefined];
  return [{ name: "$value", type: simpleText(value, model), optional: false, documentation }];
}

function attributeProperties(
  { attributes, anyAttribute }: Shape,
  model: Model,
): readonly Property[] {
  const properties = attributes.map(({ member, attribute }): Property => {
    const { type, required, documentation, constraint } = attribute;
    const facets = type.name === undefined ? facetSentence(type) : undefined;
    return {
      name: member,
      type: simpleText(type, model),
      optional: !required,
      documentation: [documentation, facets, constraintSentence(constraint)],
    };
  });
  if (!anyAttribute) return properties;
  const documentation = ["Further attributes, by `{namespace}name`."];
  return [
    ...properties,
    { name: "$attributes", type: "Record<string, string>", optional: true, documentation },
  ];
}
