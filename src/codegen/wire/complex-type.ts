/** Complex types as wire schema (XML Schema part 1 §3.4). */
import type { ComplexDefinition } from "../../contract/index.js";
import { entryName, stringLiteral } from "../model/names.js";
import { arrayLiteral, behind, type Doc, objectLiteral } from "../print/layout.js";
import type { Node } from "../shape/node.js";
import { shapeOf } from "../shape/shape.js";
import { Declarations } from "./declarations.js";
import { particleWire } from "./particle.js";
import { simpleWire } from "./simple-type.js";
import type { WireWriter } from "./wire-writer.js";

export interface ComplexWireOptions {
  /** The namespace where there are no elements to tell it. */
  readonly outer: string;
  /** The member whose enumeration may have values that the contract doesn't list. */
  readonly open?: Node | undefined;
}

export function complexWire(
  type: ComplexDefinition,
  writer: WireWriter,
  options: ComplexWireOptions,
): Doc {
  return objectLiteral(complexEntries(type, writer, options), true);
}

/** The namespace that a type has for elements. */
export function namespaceOf(type: ComplexDefinition, outer: string): string {
  return firstNamespace(shapeOf(type).nodes) ?? outer;
}

/** What the object of a type has in it. */
export function complexEntries(
  type: ComplexDefinition,
  writer: WireWriter,
  { outer, open }: ComplexWireOptions,
): readonly Doc[] {
  const { model } = writer;
  const { base, form, nodes, mixed, value, attributes, anyAttribute } = shapeOf(type);
  const namespace = namespaceOf(type, outer);
  const declarations = new Declarations(writer, namespace);
  const entries: Doc[] = [];
  if (type.name !== undefined && model.isNamedOnWire(type)) {
    entries.push(behind("name:", stringLiteral(type.name.key)));
  }
  if (base !== undefined) {
    const variable = model.variableOf(base);
    entries.push(
      writer.isAbove(base) ? `extends: ${variable}` : behind("extends: () =>", variable),
    );
  }
  entries.push(behind("namespace:", writer.namespace(namespace)));
  const isEmpty =
    nodes.length === 0 && (base !== undefined || value !== undefined || attributes.length > 0);
  if (value !== undefined) entries.push(["value: ", simpleWire(value, model)]);
  if (mixed && value === undefined) entries.push("mixed: true");
  if (!isEmpty) {
    const particles = nodes.map((node) => particleWire(node, declarations, open));
    entries.push([`${KEYS[form]}: `, arrayLiteral(particles)]);
  }
  if (attributes.length > 0) {
    const list = attributes.map((attribute) => declarations.attribute(attribute));
    entries.push(["attributes: ", arrayLiteral(list)]);
  }
  if (anyAttribute) entries.push("anyAttribute: true");
  if (model.isPolymorphic(type)) entries.push(alternativesWire(type, writer));
  return [...entries, ...declarations.references()];
}

const KEYS = { record: "sequence", all: "all", content: "content" } as const;

function firstNamespace(nodes: readonly Node[]): string | undefined {
  for (const node of nodes) {
    if (node.kind === "member") return node.element.name.namespace;
    const inner = node.kind === "any" ? undefined : firstNamespace(node.nodes);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function alternativesWire(type: ComplexDefinition, { model }: WireWriter): Doc {
  const entries = model
    .alternatives(type)
    .map((each): Doc => [`${entryName(model.nameOf(each) ?? "never")}: `, model.variableOf(each)]);
  return ["types: () => (", objectLiteral(entries), ")"];
}
