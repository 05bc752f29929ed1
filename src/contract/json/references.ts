/** References to named types and global elements. */
import { contentOf, isSimple, particlesOf } from "./content.js";
import type {
  ComplexJson,
  ElementJson,
  MessageJson,
  ParticleJson,
  PartJson,
  SimpleJson,
  TypeJson,
  TypeReferenceJson,
} from "./model.js";

export interface Reference {
  readonly kind: "type" | "element";
  /** `{namespace}local`. */
  readonly key: string;
}

/** The references in the Body, the Header and the attachments of a message. */
export function referencesOfMessage(message: MessageJson | undefined): readonly Reference[] {
  if (message === undefined) return [];
  const { parts, headers = [], attachments = [] } = message;
  return [...parts, ...headers, ...attachments].flatMap(referencesOfPart);
}

/** The references in the Header of faults about headers of the message. */
export function referencesOfHeaderFaults(message: MessageJson | undefined): readonly Reference[] {
  const faults = message?.headers?.flatMap((header) => header.faults ?? []) ?? [];
  return faults.flatMap(referencesOfPart);
}

export function referencesOfPart(part: PartJson): readonly Reference[] {
  return "element" in part ? [{ kind: "element", key: part.element }] : referencesOf(part.type);
}

export function referencesOfElement({ type, substitutes = [] }: ElementJson): readonly Reference[] {
  return [...substitutes.map((key) => ({ kind: "element" as const, key })), ...referencesOf(type)];
}

/** The references of a type; those of a type without a name that it contains are among them. */
export function referencesOfType(type: TypeJson): readonly Reference[] {
  return isSimple(type) ? referencesOfSimple(type) : referencesOfComplex(type);
}

function referencesOf(reference: TypeReferenceJson): readonly Reference[] {
  if (typeof reference === "object") return referencesOfType(reference);
  return reference.startsWith("xs:") ? [] : [{ kind: "type", key: reference }];
}

function referencesOfSimple(type: SimpleJson): readonly Reference[] {
  if ("list" in type) return referencesOf(type.list);
  if ("union" in type) return type.union.flatMap(referencesOf);
  if ("restriction" in type) return referencesOf(type.restriction);
  return type.base === undefined ? [] : referencesOf(type.base);
}

function referencesOfComplex(type: ComplexJson): readonly Reference[] {
  const { text, arrayOf, attributes = [] } = type;
  const types = [type.extends, type.restricts, text, arrayOf].filter((each) => each !== undefined);
  const content = contentOf(type);
  return [
    ...[...types, ...attributes.map((attribute) => attribute.type)].flatMap(referencesOf),
    ...(content === undefined ? [] : referencesOfParticle(content)),
  ];
}

function referencesOfParticle(particle: ParticleJson): readonly Reference[] {
  if ("any" in particle) return [];
  if (!("element" in particle)) return particlesOf(particle).flatMap(referencesOfParticle);
  return particle.type === undefined
    ? [{ kind: "element", key: particle.element }]
    : referencesOf(particle.type);
}
