/**
 * The names of the elements and attributes that the operations of a contract use, determined without the reader of the
 * generator.
 */
import {
  type Component,
  Components,
  derivationOf,
  nameIn,
  type Placed,
} from "../raw/components.js";
import type { RawContract, RawSchema } from "../raw/documents.js";
import { ENCODING11, ENCODING12, WSDL, XSD } from "../raw/namespaces.js";
import { operationsOf, type RawPart } from "../raw/operations.js";
import { childrenNamed, foreignAttribute, type RawElement } from "../raw/tree.js";

export interface ReachedNames {
  /** The names of members of values. */
  readonly members: ReadonlySet<string>;
  /** Names that occur only as the single repeated element of a type, which is an array in TypeScript. */
  readonly items: ReadonlySet<string>;
}

export function reachedNames(contract: RawContract): ReachedNames {
  const reach = new Reach(new Components(contract.schemas));
  for (const { messages } of operationsOf(contract)) {
    for (const { style, direction, parts, headers } of messages) {
      for (const part of parts) {
        const isMember = direction !== "fault" && (style === "rpc" || parts.length > 1);
        reach.part(part, isMember && part.element === undefined);
      }
      for (const { part } of headers) reach.part(part, part.element === undefined);
    }
  }
  return reach.names();
}

class Reach {
  readonly #members = new Set<string>();
  readonly #items = new Set<string>();
  /** The types of elements: types derived from them may replace them. */
  readonly #declared = new Set<Component>();
  /** By element, and by namespace, because a schema without a namespace is read for several. */
  readonly #seen = new Map<RawElement, Set<string>>();

  constructor(private readonly components: Components) {}

  names(): ReachedNames {
    const items = [...this.#items].filter((name) => !this.#members.has(name));
    return { members: this.#members, items: new Set(items) };
  }

  /** @param isMember whether its name is in the message, as that of an rpc parameter */
  part(part: RawPart, isMember: boolean): void {
    if (isMember) this.#members.add(part.name);
    if (part.element !== undefined) this.#element(this.components.get("element", part.element));
    if (part.type !== undefined) this.#type(this.components.get("type", part.type));
  }

  #isNew({ element, schema }: Placed): boolean {
    const namespaces = this.#seen.get(element) ?? new Set();
    this.#seen.set(element, namespaces);
    if (namespaces.has(schema.namespace)) return false;
    namespaces.add(schema.namespace);
    return true;
  }

  /** The content of an element; its name is counted at the references to it. */
  #element(placed: Placed | undefined): void {
    if (placed === undefined || !this.#isNew(placed)) return;
    const { element, schema } = placed;
    const type = element.attributes.get("type");
    if (type !== undefined) this.#type(this.components.get("type", nameIn(element, schema, type)));
    for (const anonymous of childrenNamed(element, XSD, "complexType")) {
      this.#typeContent({ element: anonymous, schema });
    }
    const head = element.attributes.get("substitutionGroup");
    if (type === undefined && head !== undefined) {
      this.#element(this.components.get("element", nameIn(element, schema, head)));
    }
  }

  #type(type: Component | undefined): void {
    if (type === undefined || this.#declared.has(type)) return;
    this.#declared.add(type);
    this.#globalType(type);
    for (const derived of this.components.derivedFrom(type)) this.#type(derived);
  }

  /** A type without the types that may replace it. */
  #globalType(type: Component | undefined): void {
    if (type === undefined || !this.#isNew(type)) return;
    this.#typeContent(type);
    if (type.original !== undefined) this.#typeContent(type.original);
  }

  #typeContent({ element, schema }: Placed): void {
    if (element.local !== "complexType") return;
    const derivation = derivationOf(element);
    const base = derivation?.attributes.get("base");
    if (derivation === undefined || base === undefined) {
      // Some schemas have particles directly in a complexContent, which is not valid.
      const [content = element] = childrenNamed(element, XSD, "complexContent");
      this.#content(content, schema);
      return;
    }
    const name = nameIn(derivation, schema, base);
    const type = this.components.get("type", name);
    if (isArray(name)) this.#arrayItems(derivation, schema);
    else if (derivation.local === "extension") this.#globalType(type);
    else if (type !== undefined) this.#inherited(type, derivation, schema);
    if (!isArray(name)) this.#content(derivation, schema);
  }

  /** The attributes that a restriction inherits from its base (XML Schema part 1 §3.4.2). */
  #inherited(base: Component, restriction: RawElement, schema: RawSchema): void {
    const prohibited = childrenNamed(restriction, XSD, "attribute")
      .filter((each) => each.attributes.get("use") === "prohibited")
      .map((each) => localName(each.attributes.get("name") ?? each.attributes.get("ref") ?? ""));
    const holder = derivationOf(base.element) ?? base.element;
    for (const child of childrenNamed(holder, XSD, "attribute", "attributeGroup")) {
      const name = localName(child.attributes.get("name") ?? child.attributes.get("ref") ?? "");
      if (!prohibited.includes(name)) this.#particle(child, base.schema);
    }
    const further = derivationOf(base.element)?.attributes.get("base");
    if (further === undefined) return;
    const next = this.components.get("type", nameIn(holder, base.schema, further));
    if (next !== undefined && next !== base) this.#inherited(next, restriction, schema);
  }

  #arrayItems(derivation: RawElement, schema: RawSchema): void {
    for (const attribute of childrenNamed(derivation, XSD, "attribute")) {
      const arrayType = foreignAttribute(attribute, WSDL, "arrayType");
      if (arrayType === undefined) continue;
      const item = nameIn(attribute, schema, arrayType.replace(/\[.*$/s, ""));
      this.#type(this.components.get("type", item));
      return;
    }
    this.#content(derivation, schema, this.#items);
  }

  /** @param names the set for the elements; `items` for the only repeated element of a type */
  #content(parent: RawElement, schema: RawSchema, names?: Set<string>): void {
    const target = names ?? (isList(parent) ? this.#items : this.#members);
    for (const child of parent.children) this.#particle(child, schema, target);
  }

  #particle(particle: RawElement, schema: RawSchema, names = this.#members): void {
    if (particle.namespace !== XSD || particle.attributes.get("maxOccurs")?.trim() === "0") return;
    if (particle.local === "element") this.#elementParticle(particle, schema, names);
    else if (particle.local === "attribute") this.#attribute(particle);
    else if (particle.local === "group" || particle.local === "attributeGroup") {
      this.#group(particle, particle.local, schema);
    } else if (["sequence", "choice", "all"].includes(particle.local)) {
      for (const child of particle.children) this.#particle(child, schema, names);
    }
  }

  #elementParticle(particle: RawElement, schema: RawSchema, names: Set<string>): void {
    const ref = particle.attributes.get("ref");
    if (ref === undefined) {
      names.add(particle.attributes.get("name") ?? "");
      this.#element({ element: particle, schema });
      return;
    }
    const declaration = this.components.get("element", nameIn(particle, schema, ref));
    if (declaration !== undefined) this.#referred(declaration, names, new Set());
  }

  /** An element and the elements that may replace it (XML Schema part 1 §3.3.6). */
  #referred(declaration: Component, names: Set<string>, seen: Set<Component>): void {
    if (seen.has(declaration)) return;
    seen.add(declaration);
    if (declaration.element.attributes.get("abstract")?.trim() !== "true") {
      names.add(declaration.element.attributes.get("name") ?? "");
      this.#element(declaration);
    }
    for (const substitute of this.components.substitutesOf(declaration)) {
      this.#referred(substitute, this.#members, seen);
    }
  }

  #attribute({ attributes }: RawElement): void {
    if (attributes.get("use") === "prohibited") return;
    this.#members.add(localName(attributes.get("name") ?? attributes.get("ref") ?? ""));
  }

  #group(particle: RawElement, kind: "group" | "attributeGroup", schema: RawSchema): void {
    const ref = particle.attributes.get("ref");
    if (ref === undefined) return;
    const group = this.components.get(kind, nameIn(particle, schema, ref));
    for (const each of [group, group?.original]) {
      if (each !== undefined && this.#isNew(each))
        this.#content(each.element, each.schema, this.#members);
    }
  }
}

function isArray(name: string): boolean {
  return name === `{${ENCODING11}}Array` || name === `{${ENCODING12}}Array`;
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** Whether the only content of a type is one repeated element. */
function isList(parent: RawElement): boolean {
  if (parent.local !== "complexType") return false;
  let repeats = false;
  for (let [only, ...others] = contentOf(parent); only !== undefined && others.length === 0; ) {
    repeats ||= !["0", "1"].includes(only.attributes.get("maxOccurs")?.trim() ?? "1");
    if (only.local === "element") return repeats;
    if (!["sequence", "choice", "all"].includes(only.local)) return false;
    [only, ...others] = contentOf(only);
  }
  return false;
}

function contentOf(parent: RawElement): readonly RawElement[] {
  return parent.children.filter(
    ({ namespace, local }) => namespace === XSD && local !== "annotation",
  );
}
