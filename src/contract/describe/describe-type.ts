/** Types, elements and particles as plain data. */
import type {
  AttributeDeclaration,
  ComplexDefinition,
  ElementDeclaration,
  ElementParticle,
  Occurrence,
  Particle,
  TypeDefinition,
  ValueConstraint,
  Wildcard,
} from "../schema-components.js";
import type {
  AttributeDescription,
  ComplexDescription,
  ElementDescription,
  OccurrenceDescription,
  ParticleDescription,
  TypeDescription,
  TypeReference,
  ValueDescription,
  WildcardDescription,
} from "./description.js";
import type { DeclaredType } from "./reach.js";

export function describeReference(type: TypeDefinition): TypeReference {
  if (type.kind === "builtin" || type.kind === "any") return `xs:${type.name.local}`;
  return type.name === undefined ? describeType(type) : type.name.key;
}

/** By name, `undefined` for an anonymous type: that of a global element is written with the element only. */
export function describeNamed(type: TypeDefinition): TypeReference | undefined {
  return type.name === undefined ? undefined : describeReference(type);
}

export function describeType(type: DeclaredType): TypeDescription {
  const { documentation } = type;
  switch (type.kind) {
    case "complex":
      return describeComplex(type);
    case "enumeration":
      return {
        kind: "enumeration",
        base: describeReference(type.base),
        values: type.values,
        facets: some(type.facets),
        documentation,
      };
    case "restriction": {
      const { facets } = type;
      return { kind: "restriction", base: describeReference(type.base), facets, documentation };
    }
    case "list":
      return { kind: "list", item: describeReference(type.item), documentation };
    case "union":
      return { kind: "union", members: type.members.map(describeReference), documentation };
  }
}

function describeComplex(type: ComplexDefinition): ComplexDescription {
  const { derivation, soapArray } = type;
  const base = derivation && (derivation.base.name?.key ?? "");
  return {
    kind: "complex",
    extends: derivation?.by === "extension" ? base : undefined,
    restricts: derivation?.by === "restriction" ? base : undefined,
    abstract: type.abstract || undefined,
    mixed: type.mixed || undefined,
    content: type.content && describeParticle(type.content),
    text: type.text && describeReference(type.text),
    attributes: some(type.attributes.map(describeAttribute)),
    prohibited: some(type.prohibited.map(String)),
    anyAttribute: type.anyAttribute && describeWildcard(type.anyAttribute),
    soapArray: soapArray && { item: describeReference(soapArray.item), ranks: soapArray.ranks },
    documentation: type.documentation,
  };
}

export function describeElement(element: ElementDeclaration): ElementDescription {
  return {
    type: describeReference(element.type),
    nillable: element.nillable || undefined,
    abstract: element.abstract || undefined,
    substitutes: some(element.substitutes.map(({ name }) => name.key)),
    ...describeValue(element.constraint),
    documentation: element.documentation,
  };
}

export function describeParticle(particle: Particle): ParticleDescription {
  const occurrence = describeOccurrence(particle);
  switch (particle.kind) {
    case "element":
      return describeElementParticle(particle);
    case "any":
      return { any: describeWildcard(particle.wildcard), ...occurrence };
    case "sequence":
      return { sequence: particle.particles.map(describeParticle), ...occurrence };
    case "choice":
      return { choice: particle.particles.map(describeParticle), ...occurrence };
    case "all":
      return { all: particle.particles.map(describeParticle), ...occurrence };
  }
}

function describeElementParticle({ element, documentation, ...occurrence }: ElementParticle) {
  const { name, type, isGlobal } = element;
  return {
    element: name.toString(),
    ref: isGlobal || undefined,
    type: isGlobal ? describeNamed(type) : describeReference(type),
    ...describeOccurrence(occurrence),
    nillable: element.nillable || undefined,
    substitutable: element.abstract || element.substitutes.length > 0 || undefined,
    ...describeValue(element.constraint),
    documentation: documentation ?? element.documentation,
  };
}

function describeOccurrence({ minOccurs, maxOccurs }: Occurrence): OccurrenceDescription {
  return {
    minOccurs: minOccurs === 1 ? undefined : minOccurs,
    maxOccurs: maxOccurs === 1 ? undefined : maxOccurs,
  };
}

export function describeAttribute(attribute: AttributeDeclaration): AttributeDescription {
  return {
    attribute: attribute.name.toString(),
    type: describeReference(attribute.type),
    required: attribute.required || undefined,
    ...describeValue(attribute.constraint),
    documentation: attribute.documentation,
  };
}

function describeValue(constraint: ValueConstraint | undefined): ValueDescription {
  return {
    default: constraint?.kind === "default" ? constraint.value : undefined,
    fixed: constraint?.kind === "fixed" ? constraint.value : undefined,
  };
}

function describeWildcard({ namespaces, processContents }: Wildcard): WildcardDescription {
  switch (namespaces.kind) {
    case "any":
      return { namespaces: "##any", processContents };
    case "other":
      return { namespaces: `##other ${namespaces.namespace || "##local"}`, processContents };
    case "listed": {
      const listed = namespaces.namespaces.map((each) => each || "##local");
      return { namespaces: listed.join(" "), processContents };
    }
  }
}

/** `undefined` for none, so that JSON leaves it out. */
export function some<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length === 0 ? undefined : items;
}
