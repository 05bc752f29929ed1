/** Writes types, elements and particles as JSON. */
import { directlyDerived } from "../derived.js";
import type {
  AttributeDeclaration,
  ComplexDefinition,
  ElementDeclaration,
  ElementParticle,
  NamespaceConstraint,
  Occurrence,
  Particle,
  SoapArray,
  TypeDefinition,
  ValueConstraint,
  Wildcard,
} from "../schema-components.js";
import type { EnumerationDefinition, Facet, SimpleDefinition } from "../simple-types.js";
import { located } from "./locations.js";
import type {
  AttributeJson,
  ComplexJson,
  ElementJson,
  ElementParticleJson,
  OccurrenceJson,
  ParticleJson,
  SimpleJson,
  TypeJson,
  TypeReferenceJson,
  ValueJson,
  WildcardJson,
} from "./model.js";

type UserDefined = Exclude<TypeDefinition, { kind: "builtin" | "any" }>;

/** Collects the named types and global elements that are referred to, each once. */
export class TypeWriter {
  readonly types = new Map<string, TypeJson>();
  readonly elements = new Map<string, ElementJson>();
  readonly #derivedFrom: ReturnType<typeof directlyDerived>;
  readonly #open: (() => void)[] = [];

  /** @param all all types of the contract: a type may be replaced by one that derives from it */
  constructor(all: readonly TypeDefinition[]) {
    this.#derivedFrom = directlyDerived(all);
  }

  /** Writes everything that was referred to. There is no recursion, because a chain of types may be long. */
  complete(): void {
    for (const work of this.#open) work();
  }

  reference(type: TypeDefinition): TypeReferenceJson {
    if (type.kind === "builtin" || type.kind === "any") return `xs:${type.name.local}`;
    if (type.name === undefined) return this.#type(type);
    this.#reach(type, type.name.key);
    return type.name.key;
  }

  #reach(type: UserDefined, key: string): void {
    if (this.types.has(key)) return;
    // It is entered before it is written, because it may refer to itself.
    this.types.set(key, {});
    this.#open.push(() => this.types.set(key, this.#type(type)));
    if (type.kind !== "complex") return;
    for (const derived of this.#derivedFrom(type)) this.reference(derived);
  }

  /** @returns the key of a global element */
  element(element: ElementDeclaration): string {
    const { key } = element.name;
    if (!this.elements.has(key)) {
      this.elements.set(key, { type: "" });
      this.#open.push(() => this.elements.set(key, this.#element(element)));
    }
    return key;
  }

  #element(element: ElementDeclaration): ElementJson {
    const substitutes = element.substitutes.map((each) => this.element(each));
    const json: ElementJson = {
      type: this.reference(element.type),
      ...(element.nillable ? { nillable: true } : {}),
      ...(element.abstract ? { abstract: true } : {}),
      ...(substitutes.length > 0 ? { substitutes } : {}),
      ...writeValue(element.constraint),
      ...documented(element.documentation),
    };
    return located(json, element.location);
  }

  #type(type: UserDefined): TypeJson {
    const json = type.kind === "complex" ? this.#complex(type) : this.#simple(type);
    return located(json, type.location);
  }

  #simple(type: Exclude<SimpleDefinition, { kind: "builtin" }>): SimpleJson {
    const rest = documented(type.documentation);
    switch (type.kind) {
      case "list":
        return { list: this.reference(type.item), ...rest };
      case "union":
        return { union: type.members.map((member) => this.reference(member)), ...rest };
      case "restriction":
        return { restriction: this.reference(type.base), ...writeFacets(type.facets), ...rest };
      case "enumeration":
        return {
          enumeration: type.values.map(({ value }) => value),
          ...writeValueDocumentation(type),
          ...this.#enumerationBase(type),
          ...writeFacets(type.facets),
          ...rest,
        };
    }
  }

  #enumerationBase({ base }: EnumerationDefinition): { readonly base?: TypeReferenceJson } {
    const reference = this.reference(base);
    return reference === "xs:string" ? {} : { base: reference };
  }

  #complex(type: ComplexDefinition): ComplexJson {
    const { derivation, content, text, attributes, prohibited, anyAttribute, soapArray } = type;
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
      ...(prohibited.length === 0 ? {} : { prohibited: prohibited.map(String) }),
      ...(anyAttribute === undefined ? {} : { anyAttribute: writeWildcard(anyAttribute) }),
      ...documented(type.documentation),
    };
  }

  #array({ item, ranks }: SoapArray): Pick<ComplexJson, "arrayOf" | "ranks"> {
    const isPlain = ranks.length === 1 && ranks[0] === 1;
    return { arrayOf: this.reference(item), ...(isPlain ? {} : { ranks }) };
  }

  /** The content of a type as a group, even if it is one particle. */
  #content(content: Particle): Partial<ComplexJson> {
    const [particle] = this.#particles(content);
    if (particle === undefined) return {};
    return "element" in particle || "any" in particle ? { sequence: [particle] } : particle;
  }

  /** Empty if the particle can't occur; the particles of a group that has no meaning replace the group. */
  #particles(particle: Particle): ParticleJson[] {
    if (particle.maxOccurs === 0) return [];
    if (particle.kind === "element") return [this.#elementParticle(particle)];
    const occurs = writeOccurrence(particle);
    if (particle.kind === "any") {
      const any = { ...writeWildcard(particle.wildcard), ...occurs };
      return [located(any, particle.location)];
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

  #elementParticle(particle: ElementParticle): ElementParticleJson {
    const { element } = particle;
    const json: ElementParticleJson = element.isGlobal
      ? {
          element: this.element(element),
          ...writeOccurrence(particle),
          ...documented(particle.documentation),
        }
      : {
          element: element.name.toString(),
          type: this.reference(element.type),
          ...writeOccurrence(particle),
          ...(element.nillable ? { nillable: true } : {}),
          ...writeValue(element.constraint),
          ...documented(element.documentation),
        };
    return located(json, particle.location);
  }

  #attribute(attribute: AttributeDeclaration): AttributeJson {
    const json: AttributeJson = {
      attribute: attribute.name.toString(),
      type: this.reference(attribute.type),
      ...(attribute.required ? { required: true } : {}),
      ...writeValue(attribute.constraint),
      ...documented(attribute.documentation),
    };
    return located(json, attribute.location);
  }
}

function isOnce({ minOccurs, maxOccurs }: OccurrenceJson): boolean {
  return (minOccurs ?? 1) === 1 && (maxOccurs ?? 1) === 1;
}

function writeOccurrence({ minOccurs, maxOccurs }: Occurrence): OccurrenceJson {
  return {
    ...(minOccurs === 1 ? {} : { minOccurs }),
    ...(maxOccurs === 1 ? {} : { maxOccurs }),
  };
}

function writeFacets(facets: readonly Facet[]): Pick<SimpleJson, "facets"> {
  if (facets.length === 0) return {};
  const values: Record<string, string[]> = {};
  for (const { name, value } of facets) values[name] = [...(values[name] ?? []), value];
  return { facets: values };
}

function writeValueDocumentation({ values }: EnumerationDefinition): {
  readonly valueDocumentation?: Readonly<Record<string, string>>;
} {
  const entries = values.flatMap(({ value, documentation }) =>
    documentation === undefined ? [] : [[value, documentation] as const],
  );
  return entries.length === 0 ? {} : { valueDocumentation: Object.fromEntries(entries) };
}

function writeValue(constraint: ValueConstraint | undefined): ValueJson {
  if (constraint === undefined) return {};
  return constraint.kind === "fixed" ? { fixed: constraint.value } : { default: constraint.value };
}

function writeWildcard({ namespaces, processContents }: Wildcard): WildcardJson {
  return {
    any: namespacesText(namespaces),
    ...(processContents === "strict" ? {} : { processContents }),
  };
}

function namespacesText(constraint: NamespaceConstraint): string {
  if (constraint.kind === "any") return "##any";
  if (constraint.kind === "other") return `##other than ${constraint.namespace || "##local"}`;
  return [...constraint.namespaces]
    .sort()
    .map((each) => each || "##local")
    .join(" ");
}

export function documented(documentation: string | undefined): { readonly documentation?: string } {
  return documentation === undefined ? {} : { documentation };
}
