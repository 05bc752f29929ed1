/** From a complex type to the shape of its values. */
import {
  type AttributeDeclaration,
  type ComplexDefinition,
  type Particle,
  STRING,
} from "../../contract/index.js";
import { isAmbiguous } from "./ambiguity.js";
import { MemberNames } from "./member-names.js";
import { type AttributeNode, isRepeated, type MemberNode, type Node, type Shape } from "./node.js";
import { leaves, type PlainParticle, plain } from "./particle.js";

const shapes = new WeakMap<ComplexDefinition, Shape>();

/** The shape of a type; the same for the same type. */
export function shapeOf(type: ComplexDefinition): Shape {
  let shape = shapes.get(type);
  if (shape === undefined) {
    shape = extended(type) ?? whole(type);
    shapes.set(type, shape);
  }
  return shape;
}

/** The shape as an extension of its base; `undefined` if that is not possible. */
function extended(type: ComplexDefinition): Shape | undefined {
  const { derivation, content } = type;
  if (derivation?.by !== "extension" || isCircular(type)) return undefined;
  const base = shapeOf(derivation.base);
  if (base.form === "content" || isMixed(type)) return undefined;
  // An array has no members that an extension could add to.
  if (repeatedItem(derivation.base) !== undefined) return undefined;
  const own = content === undefined ? undefined : plain(content);
  if (own !== undefined && isAmbiguous(own)) return undefined;
  const names = new MemberNames(namespaceOf(type), inheritedMembers(derivation.base));
  const nodes = own === undefined ? [] : names.nodes(own);
  const attributes = names.attributes(type.attributes);
  if (nodes === undefined || attributes === undefined) return undefined;
  return {
    base: derivation.base,
    form: isAll(content) ? "all" : "record",
    nodes,
    mixed: false,
    value: derivation.base.text === undefined ? type.text : undefined,
    attributes,
    anyAttribute: type.anyAttribute !== undefined && !allowsAnyAttribute(derivation.base),
  };
}

/** The only element of a type named `ArrayOf…`, if it is repeated, as in .NET. */
export function repeatedItem(type: ComplexDefinition): MemberNode | undefined {
  if (type.soapArray !== undefined || type.name?.local.startsWith("ArrayOf") !== true)
    return undefined;
  const { nodes, attributes, anyAttribute, form, base } = shapeOf(type);
  const [node, ...others] = nodes;
  if (node?.kind !== "member" || others.length > 0 || !isRepeated(node)) return undefined;
  const isBare =
    attributes.length === 0 && !anyAttribute && form === "record" && base === undefined;
  return isBare ? node : undefined;
}

/** The shape with everything that it inherits. */
function whole(type: ComplexDefinition): Shape {
  const content = effectiveContent(type);
  const own = content === undefined ? undefined : plain(content);
  const mixed = isMixed(type);
  const names = new MemberNames(namespaceOf(type), new Set());
  const isContent = own !== undefined && (mixed || isAmbiguous(own));
  const nodes = own === undefined ? [] : isContent ? contentNodes(own, names) : names.nodes(own);
  return {
    base: undefined,
    form: isContent ? "content" : isAll(content) ? "all" : "record",
    nodes: nodes ?? [],
    mixed,
    value: type.text ?? (mixed && own === undefined ? STRING : undefined),
    attributes: names.attributes(effectiveAttributes(type)) ?? [],
    anyAttribute: allowsAnyAttribute(type),
  };
}

/** Whether the content is an xs:all, perhaps in a named group (part 1 §3.8.6). */
function isAll(content: Particle | undefined): boolean {
  if (content === undefined || content.kind === "element" || content.kind === "any") return false;
  if (content.kind === "all") return true;
  const [only, ...others] = content.particles;
  return others.length === 0 && isAll(only) && content.maxOccurs === 1;
}

/** Each element once, whatever its places. */
function contentNodes(own: PlainParticle, names: MemberNames): readonly Node[] {
  const seen = new Set<string>();
  const once = leaves(own).filter((leaf) => {
    const key = leaf.kind === "element" ? leaf.element.name.key : "any";
    return !seen.has(key) && seen.add(key);
  });
  return once.flatMap((leaf) => names.nodes({ ...leaf, minOccurs: 1, maxOccurs: 1 }) ?? []);
}

function namespaceOf({ name }: ComplexDefinition): string {
  return name?.namespace ?? "";
}

function isCircular(type: ComplexDefinition): boolean {
  const seen = new Set<ComplexDefinition>([type]);
  for (let base = type.derivation?.base; base !== undefined; base = base.derivation?.base) {
    if (seen.has(base)) return true;
    seen.add(base);
  }
  return false;
}

/** A type and the types that it extends, the base first. The chain ends at a restriction. */
function extensionChain(type: ComplexDefinition): readonly ComplexDefinition[] {
  const chain = [type];
  for (let last: ComplexDefinition | undefined = type; last?.derivation?.by === "extension"; ) {
    last = last.derivation.base;
    if (chain.includes(last)) break;
    chain.unshift(last);
  }
  return chain;
}

function isMixed(type: ComplexDefinition): boolean {
  return extensionChain(type).some(({ mixed }) => mixed);
}

/** The content with that of the bases before it (part 1 §3.4.2). */
export function effectiveContent(type: ComplexDefinition): Particle | undefined {
  const parts = extensionChain(type).flatMap(({ content }) => content ?? []);
  const [only, ...others] = parts;
  if (only === undefined || others.length === 0) return only;
  const { location } = only;
  return { kind: "sequence", particles: parts, minOccurs: 1, maxOccurs: 1, location };
}

/** The attributes of the type and its bases, without those that a restriction prohibits. */
function effectiveAttributes(type: ComplexDefinition): readonly AttributeDeclaration[] {
  const attributes = new Map<string, AttributeDeclaration>();
  for (const each of derivationChain(type)) {
    for (const name of each.prohibited) attributes.delete(name.key);
    for (const attribute of each.attributes) attributes.set(attribute.name.key, attribute);
  }
  return [...attributes.values()];
}

function allowsAnyAttribute(type: ComplexDefinition): boolean {
  return extensionChain(type).some(({ anyAttribute }) => anyAttribute !== undefined);
}

/** A type and all its base types, by extension or restriction; the base first. */
export function derivationChain(type: ComplexDefinition): readonly ComplexDefinition[] {
  const line = [type];
  for (let base = type.derivation?.base; base !== undefined; base = base.derivation?.base) {
    if (line.includes(base)) break;
    line.unshift(base);
  }
  return line;
}

/** Whether the values of a type have the member `$attributes`. */
export function hasAnyAttribute(type: ComplexDefinition): boolean {
  const { base, anyAttribute } = shapeOf(type);
  return anyAttribute || (base !== undefined && hasAnyAttribute(base));
}

/** The names of all members that a type's values have by its shape and those of its bases. */
function inheritedMembers(type: ComplexDefinition): ReadonlySet<string> {
  const members = new Set<string>();
  for (let each: ComplexDefinition | undefined = type; each !== undefined; ) {
    const shape: Shape = shapeOf(each);
    for (const name of membersIn(shape.nodes)) members.add(name);
    for (const { member } of shape.attributes) members.add(member);
    each = shape.base;
  }
  return members;
}

export function membersIn(nodes: readonly Node[]): readonly string[] {
  return nodes.flatMap((node) => {
    if (node.kind === "member" || node.kind === "any") return [node.member];
    return node.member === undefined ? membersIn(node.nodes) : [node.member];
  });
}

/** A type's attributes with those that it inherits, under the names that its values have for them. */
export function attributesOf(type: ComplexDefinition): readonly AttributeNode[] {
  const { base, attributes } = shapeOf(type);
  return base === undefined ? attributes : [...attributesOf(base), ...attributes];
}
