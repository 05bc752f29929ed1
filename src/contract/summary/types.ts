/** Types, elements and particles as JSON. */

import { directlyDerived } from "../derived.js";
import type {
  AttributeDeclaration,
  ComplexDefinition,
  ElementDeclaration,
  NamespaceConstraint,
  Occurrence,
  Particle,
  TypeDefinition,
  ValueConstraint,
} from "../schema-components.js";
import type { Facet, SimpleDefinition } from "../simple-types.js";
import type {
  AttributeSummary,
  ComplexSummary,
  ElementSummary,
  ParticleSummary,
  SimpleSummary,
  TypeReferenceSummary,
  TypeSummary,
} from "./model.js";
import { placed } from "./places.js";

/** Gathers the named types and global elements that are referred to, each once. */
export class TypeSummaries {
  readonly types = new Map<string, TypeSummary>();
  readonly elements = new Map<string, ElementSummary>();
  readonly #derivedFrom: ReturnType<typeof directlyDerived>;
  readonly #open: (() => void)[] = [];

  /** @param all every type of the contract, since one may stand for the other that it derives from */
  constructor(all: readonly TypeDefinition[]) {
    this.#derivedFrom = directlyDerived(all);
  }

  /** Makes all that has been referred to; done one after the other, since a chain of types may be long. */
  complete(): void {
    for (const work of this.#open) work();
  }

  reference(type: TypeDefinition): TypeReferenceSummary {
    if (type.kind === "builtin" || type.kind === "any") return `xs:${type.name.local}`;
    if (type.name === undefined) return this.#summary(type);
    this.#reach(type, type.name.key);
    return type.name.key;
  }

  #reach(type: Exclude<TypeDefinition, { kind: "builtin" | "any" }>, key: string): void {
    if (this.types.has(key)) return;
    // Its place is taken before it is made: it may refer to itself.
    this.types.set(key, {});
    this.#open.push(() => this.types.set(key, this.#summary(type)));
    if (type.kind !== "complex") return;
    for (const derived of this.#derivedFrom(type)) this.reference(derived);
  }

  element(element: ElementDeclaration): string {
    const { key } = element.name;
    if (!this.elements.has(key)) {
      this.elements.set(key, { type: "" });
      this.#open.push(() => this.elements.set(key, this.#element(element)));
    }
    return key;
  }

  #element(element: ElementDeclaration): ElementSummary {
    const substitutes = element.substitutes.map((each) => this.element(each)).sort();
    const summary: ElementSummary = {
      type: this.reference(element.type),
      ...(element.nillable ? { nillable: true } : {}),
      ...(element.abstract ? { abstract: true } : {}),
      ...(substitutes.length > 0 ? { substitutes } : {}),
      ...constrained(element.constraint),
      ...documented(element.documentation),
    };
    return placed(summary, element.location);
  }

  #summary(type: Exclude<TypeDefinition, { kind: "builtin" | "any" }>): TypeSummary {
    const summary = type.kind === "complex" ? this.#complex(type) : this.#simple(type);
    return placed(summary, type.location);
  }

  #simple(type: Exclude<SimpleDefinition, { kind: "builtin" }>): SimpleSummary {
    const rest = documented(type.documentation);
    switch (type.kind) {
      case "list":
        return { list: this.reference(type.item), ...rest };
      case "union":
        return { union: type.members.map((member) => this.reference(member)), ...rest };
      case "restriction":
        return { restriction: this.reference(type.base), ...faceted(type.facets), ...rest };
      case "enumeration": {
        const base = this.reference(type.base);
        const enumeration = type.values.map(({ value }) => value);
        const own = base === "xs:string" ? {} : { base };
        return { enumeration, ...own, ...faceted(type.facets), ...rest };
      }
    }
  }

  #complex(type: ComplexDefinition): ComplexSummary {
    const { derivation, content, text, attributes, anyAttribute, soapArray } = type;
    const particle = content === undefined ? undefined : this.#content(content);
    const base = derivation && this.reference(derivation.base);
    const isExtension = derivation?.by === "extension";
    return {
      ...(typeof base === "string" ? (isExtension ? { extends: base } : { restricts: base }) : {}),
      ...(type.abstract ? { abstract: true } : {}),
      ...(type.mixed ? { mixed: true } : {}),
      ...(text === undefined ? {} : { text: this.reference(text) }),
      ...(soapArray === undefined ? particle : this.#array(soapArray)),
      ...(attributes.length === 0
        ? {}
        : { attributes: attributes.map((each) => this.#attribute(each)) }),
      ...(anyAttribute === undefined
        ? {}
        : { anyAttribute: constraintText(anyAttribute.namespaces) }),
      ...documented(type.documentation),
    };
  }

  #array({ item, ranks }: NonNullable<ComplexDefinition["soapArray"]>): Partial<ComplexSummary> {
    const isPlain = ranks.length === 1 && ranks[0] === 1;
    return { arrayOf: this.reference(item), ...(isPlain ? {} : { ranks }) };
  }

  /** A type's content as a group, though it be one particle. */
  #content(content: Particle): Partial<ComplexSummary> {
    const [particle] = this.#particles(content);
    if (particle === undefined) return {};
    return "element" in particle || "any" in particle ? { sequence: [particle] } : particle;
  }

  /** None where it may not occur; those of a group that says nothing by itself stand for it. */
  #particles(particle: Particle): ParticleSummary[] {
    if (particle.maxOccurs === 0) return [];
    if (particle.kind === "element") return [this.#elementParticle(particle)];
    const occurs = occurrence(particle);
    if (particle.kind === "any") {
      const any = { any: constraintText(particle.wildcard.namespaces), ...occurs };
      return [placed(any, particle.location)];
    }
    const { kind } = particle;
    const inner = particle.particles
      .flatMap((each) => this.#particles(each))
      .flatMap((each) =>
        kind === "sequence" && "sequence" in each && isOnce(each) ? each.sequence : [each],
      );
    const [only, ...others] = inner;
    if (only === undefined && kind !== "choice") return [];
    if (only !== undefined && others.length === 0 && isOnce(occurs)) return [only];
    if (kind === "sequence") return [{ sequence: inner, ...occurs }];
    return [kind === "choice" ? { choice: inner, ...occurs } : { all: inner, ...occurs }];
  }

  #elementParticle(particle: Extract<Particle, { kind: "element" }>): ParticleSummary {
    const { element } = particle;
    const occurs = occurrence(particle);
    if (element.isGlobal) {
      const summary = {
        element: this.element(element),
        ...occurs,
        ...documented(particle.documentation),
      };
      return placed(summary, particle.location);
    }
    const summary = {
      element: element.name.toString(),
      type: this.reference(element.type),
      ...occurs,
      ...(element.nillable ? { nillable: true as const } : {}),
      ...constrained(element.constraint),
      ...documented(element.documentation),
    };
    return placed(summary, particle.location);
  }

  #attribute(attribute: AttributeDeclaration): AttributeSummary {
    const summary = {
      attribute: attribute.name.toString(),
      type: this.reference(attribute.type),
      ...(attribute.required ? { required: true as const } : {}),
      ...constrained(attribute.constraint),
      ...documented(attribute.documentation),
    };
    return placed(summary, attribute.location);
  }
}

function isOnce({ minOccurs, maxOccurs }: Partial<Occurrence>): boolean {
  return (minOccurs ?? 1) === 1 && (maxOccurs ?? 1) === 1;
}

function occurrence({ minOccurs, maxOccurs }: Occurrence): Partial<Occurrence> {
  return {
    ...(minOccurs === 1 ? {} : { minOccurs }),
    ...(maxOccurs === 1 ? {} : { maxOccurs }),
  };
}

function faceted(facets: readonly Facet[]): Pick<SimpleSummary, "facets"> {
  if (facets.length === 0) return {};
  const values: Record<string, string[]> = {};
  for (const { name, value } of facets) values[name] = [...(values[name] ?? []), value];
  return { facets: values };
}

function constrained(constraint: ValueConstraint | undefined): {
  default?: string;
  fixed?: string;
} {
  if (constraint === undefined) return {};
  return constraint.kind === "fixed" ? { fixed: constraint.value } : { default: constraint.value };
}

function constraintText(constraint: NamespaceConstraint): string {
  if (constraint.kind === "any") return "##any";
  if (constraint.kind === "other") return `##other than ${constraint.namespace}`;
  return [...constraint.namespaces]
    .sort()
    .map((each) => each || "##local")
    .join(" ");
}

export function documented(documentation: string | undefined): { documentation?: string } {
  return documentation === undefined ? {} : { documentation };
}
