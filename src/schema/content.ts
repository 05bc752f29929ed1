/** The content of types, with that of the types that they extend, and with parsed texts. */
import { attributeOf, particleOf } from "./declaration.js";
import type { RestrictedType, SimpleType } from "./simple-type.js";
import type {
  AttributeSchema,
  ComplexType,
  ElementSchema,
  Particle,
  TypeReference,
  TypeSchema,
} from "./types.js";

/** Returns the type of a reference. */
export function resolveType(reference: TypeReference): TypeSchema {
  return typeof reference === "function" ? reference() : reference;
}

/** The elements of a complex type at any depth of its choices and groups; those of its bases come first. */
export function elementsOf(type: ComplexType): readonly ElementSchema[] {
  let elements = elementsByType.get(type);
  if (elements === undefined) {
    elements = derivationChain(type).flatMap(particlesOf).flatMap(elementsIn);
    elementsByType.set(type, elements);
  }
  return elements;
}

const elementsByType = new WeakMap<ComplexType, readonly ElementSchema[]>();

/** A type with the types that it extends; the outermost base comes first. */
export function derivationChain(type: ComplexType): readonly ComplexType[] {
  const base = typeof type.extends === "function" ? type.extends() : type.extends;
  return base === undefined ? [type] : [...derivationChain(base), type];
}

/** The declarations of a type, with parsed texts. */
interface ParsedContent {
  readonly particles: readonly Particle[];
  readonly attributes: readonly AttributeSchema[];
}

const parsed = new WeakMap<ComplexType, ParsedContent>();

function parse(type: ComplexType): ParsedContent {
  let known = parsed.get(type);
  if (known === undefined) {
    const { sequence, all, content, attributes = [] } = type;
    known = {
      particles: (sequence ?? all ?? content ?? []).map((each) => particleOf(each, type)),
      attributes: attributes.map((each) => attributeOf(each, type)),
    };
    parsed.set(type, known);
  }
  return known;
}

/** The particles of a type, without those of its bases. */
export function particlesOf(type: ComplexType): readonly Particle[] {
  return parse(type).particles;
}

/** The attributes of a type, without those of its bases. */
export function attributesOf(type: ComplexType): readonly AttributeSchema[] {
  return parse(type).attributes;
}

function elementsIn(particle: Particle): readonly ElementSchema[] {
  if ("element" in particle) return [particle];
  if ("any" in particle) return [];
  return ("choice" in particle ? particle.choice : particle.sequence).flatMap(elementsIn);
}

/** A simple type without the facets of the type itself. */
export function unrestricted(type: SimpleType): Exclude<SimpleType, RestrictedType> {
  return typeof type === "object" && "restricts" in type ? unrestricted(type.restricts) : type;
}

/** Whether the values of a type are objects. */
export function isComplex(type: TypeSchema): type is ComplexType {
  return typeof type === "object" && "namespace" in type && !("item" in type);
}

/** Whether the values of a type are texts on the wire. */
export function isSimple(type: TypeSchema): type is SimpleType {
  return typeof type === "string" || !("namespace" in type || "any" in type);
}
