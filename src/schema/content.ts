/** The content of types: their members with those of the types that they extend, texts parsed. */
import { attributeOf, particleOf } from "./declaration.js";
import type { SimpleType } from "./simple-type.js";
import type {
  AttributeSchema,
  ComplexType,
  ElementSchema,
  Particle,
  TypeReference,
  TypeSchema,
} from "./types.js";

export function resolveType(reference: TypeReference): TypeSchema {
  return typeof reference === "function" ? reference() : reference;
}

/** The elements that a complex type has members for, those of its bases first, wherever they stand in it. */
export function elementsOf(type: ComplexType): readonly ElementSchema[] {
  let elements = elementsByType.get(type);
  if (elements === undefined) {
    elements = derivationChain(type).flatMap(particlesOf).flatMap(elementsIn);
    elementsByType.set(type, elements);
  }
  return elements;
}

const elementsByType = new WeakMap<ComplexType, readonly ElementSchema[]>();

/** A type with those that it extends, the first of them first. */
export function derivationChain(type: ComplexType): readonly ComplexType[] {
  const base = typeof type.extends === "function" ? type.extends() : type.extends;
  return base === undefined ? [type] : [...derivationChain(base), type];
}

/** What a type declares, its texts spelled out. */
interface Spelled {
  readonly particles: readonly Particle[];
  readonly attributes: readonly AttributeSchema[];
}

const spelled = new WeakMap<ComplexType, Spelled>();

function spell(type: ComplexType): Spelled {
  let known = spelled.get(type);
  if (known === undefined) {
    const { sequence, all, content, attributes = [] } = type;
    known = {
      particles: (sequence ?? all ?? content ?? []).map((each) => particleOf(each, type)),
      attributes: attributes.map((each) => attributeOf(each, type)),
    };
    spelled.set(type, known);
  }
  return known;
}

/** The particles that a type has of its own. */
export function particlesOf(type: ComplexType): readonly Particle[] {
  return spell(type).particles;
}

/** The attributes that a type has of its own. */
export function attributesOf(type: ComplexType): readonly AttributeSchema[] {
  return spell(type).attributes;
}

function elementsIn(particle: Particle): readonly ElementSchema[] {
  if ("element" in particle) return [particle];
  if ("any" in particle) return [];
  return ("choice" in particle ? particle.choice : particle.sequence).flatMap(elementsIn);
}

/** Whether a type's values are objects. */
export function isComplex(type: TypeSchema): type is ComplexType {
  return typeof type === "object" && "namespace" in type && !("item" in type);
}

/** Whether a type's values are texts on the wire. */
export function isSimple(type: TypeSchema): type is SimpleType {
  return typeof type === "string" || !("namespace" in type || "any" in type);
}
