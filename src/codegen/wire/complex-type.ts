/** Complex types as wire schema (XML Schema part 1 §3.4). */
import type { ComplexDefinition } from "../../contract/index.js";
import type { ComplexType, ComplexTypes, DeclaredParticle } from "../../schema/index.js";
import type { Node } from "../shape/node.js";
import { shapeOf } from "../shape/shape.js";
import { Declarations } from "./declarations.js";
import { particleWire } from "./particle.js";
import { simpleWire } from "./simple-type.js";
import type { WireTypes } from "./wire-types.js";

export interface ComplexWireOptions {
  /** The namespace of a type that has no elements of its own. */
  readonly outer: string;
  /** The member whose enumeration may have values that the contract does not list. */
  readonly open?: Node | undefined;
}

/** The namespace that a type has for elements. */
export function namespaceOf(type: ComplexDefinition, outer: string): string {
  return firstNamespace(shapeOf(type).nodes) ?? outer;
}

export function complexWire(
  type: ComplexDefinition,
  types: WireTypes,
  { outer, open }: ComplexWireOptions,
): ComplexType {
  const { model } = types;
  const { base, nodes, mixed, value, attributes, anyAttribute } = shapeOf(type);
  const namespace = namespaceOf(type, outer);
  const declarations = new Declarations(types, namespace);
  const isEmpty =
    nodes.length === 0 && (base !== undefined || value !== undefined || attributes.length > 0);
  return {
    ...types.wireName(type),
    ...(base !== undefined && { extends: types.reference(base) }),
    namespace,
    ...(value !== undefined && { value: simpleWire(value, types) }),
    ...(mixed && value === undefined && { mixed: true }),
    ...(!isEmpty &&
      contentWire(
        type,
        nodes.map((node) => particleWire(node, declarations, open)),
      )),
    ...(attributes.length > 0 && {
      attributes: attributes.map((attribute) => declarations.attribute(attribute)),
    }),
    ...(anyAttribute && { anyAttribute: true }),
    ...((model.isPolymorphic(type) || isWithoutValues(type, types)) && {
      types: () => alternatives(type, types),
    }),
    ...declarations.references(),
  };
}

/** The particles under the key that states whether their order matters. */
function contentWire(
  type: ComplexDefinition,
  particles: readonly DeclaredParticle[],
): Pick<ComplexType, "sequence" | "all" | "content"> {
  const { form } = shapeOf(type);
  if (form === "record") return { sequence: particles };
  return form === "all" ? { all: particles } : { content: particles };
}

function firstNamespace(nodes: readonly Node[]): string | undefined {
  for (const node of nodes) {
    if (node.kind === "member") return node.element.name.namespace;
    const inner = node.kind === "any" ? undefined : firstNamespace(node.nodes);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

/** Whether no type of the contract can have a value of it: it is abstract, and so is each type derived from it. */
function isWithoutValues(type: ComplexDefinition, { model }: WireTypes): boolean {
  return type.abstract && model.alternatives(type).length === 0;
}

function alternatives(type: ComplexDefinition, types: WireTypes): ComplexTypes {
  const { model } = types;
  return Object.fromEntries(
    model.alternatives(type).map((each) => [model.nameOf(each) ?? "never", types.structure(each)]),
  );
}
