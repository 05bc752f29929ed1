/** The global components of the schemas of a contract, by name. */
import { type RawSchema, targetOf } from "./documents.js";
import { ENCODING11, ENCODING12, XSD } from "./namespaces.js";
import { childrenNamed, expandedName, type RawElement } from "./tree.js";

export type ComponentKind = "type" | "element" | "attribute" | "group" | "attributeGroup";

/** An element of a schema document, and the schema that is the scope of its names. */
export interface Placed {
  readonly element: RawElement;
  readonly schema: RawSchema;
}

export interface Component extends Placed {
  readonly name: string;
  /** The component that a component of `xs:redefine` refers to by its own name (XML Schema part 1 §4.2.2). */
  readonly original?: Component;
}

const KINDS: Readonly<Record<string, ComponentKind>> = {
  complexType: "type",
  simpleType: "type",
  element: "element",
  attribute: "attribute",
  group: "group",
  attributeGroup: "attributeGroup",
};

export class Components {
  readonly #byName = new Map<string, Component>();
  readonly #derived = new Map<string, Component[]>();
  readonly #substitutes = new Map<string, Component[]>();

  constructor(schemas: readonly RawSchema[]) {
    for (const schema of schemas) this.#addAll(schema.root, schema);
    for (const schema of schemas) {
      for (const redefine of childrenNamed(schema.root, XSD, "redefine")) {
        if (targetOf(schema.file, redefine.attributes.get("schemaLocation")) !== undefined) {
          this.#redefine(redefine, schema);
        }
      }
    }
    for (const component of this.#byName.values()) this.#relate(component);
  }

  get(kind: ComponentKind, name: string): Component | undefined {
    return this.#byName.get(`${kind} ${name}`);
  }

  /** The global types that derive from a type directly. */
  derivedFrom(type: Component): readonly Component[] {
    return this.#derived.get(type.name) ?? [];
  }

  /** The elements whose substitution group has this head. */
  substitutesOf(element: Component): readonly Component[] {
    return this.#substitutes.get(element.name) ?? [];
  }

  #addAll(parent: RawElement, schema: RawSchema): void {
    for (const element of parent.children) {
      const found = componentOf(element, schema);
      if (found === undefined) continue;
      const [key, component] = found;
      if (!this.#byName.has(key)) this.#byName.set(key, component);
    }
  }

  #redefine(redefine: RawElement, schema: RawSchema): void {
    for (const element of redefine.children) {
      const found = componentOf(element, schema);
      if (found === undefined) continue;
      const [key, component] = found;
      const original = this.#byName.get(key);
      this.#byName.set(key, original === undefined ? component : { ...component, original });
    }
  }

  #relate(component: Component): void {
    const { element, schema, name } = component;
    const head = element.attributes.get("substitutionGroup");
    if (head !== undefined) add(this.#substitutes, nameIn(element, schema, head), component);
    const base = derivationOf(element)?.attributes.get("base");
    if (element.local === "complexType" && base !== undefined) {
      const baseName = nameIn(element, schema, base);
      if (baseName !== name) add(this.#derived, baseName, component);
    }
  }
}

/** The expanded name of a reference in a schema document. */
export function nameIn(element: RawElement, schema: RawSchema, value: string): string {
  const isChameleon = !schema.root.attributes.has("targetNamespace");
  return expandedName(element, value, isChameleon ? schema.namespace : "");
}

const ARRAYS = [ENCODING11, ENCODING12].map((encoding) => `{${encoding}}Array`);

/** The array of the SOAP encoding that a complex type derives from (SOAP 1.1 §5.4.2); `undefined` for others. */
export function soapArrayBase(type: RawElement, schema: RawSchema): string | undefined {
  const derivation = derivationOf(type);
  const base = derivation?.attributes.get("base");
  if (derivation === undefined || base === undefined) return undefined;
  const name = nameIn(derivation, schema, base);
  return ARRAYS.includes(name) ? name : undefined;
}

/** The `xs:extension` or `xs:restriction` of a complex type. */
export function derivationOf(type: RawElement): RawElement | undefined {
  const [content] = childrenNamed(type, XSD, "complexContent", "simpleContent");
  return content && childrenNamed(content, XSD, "extension", "restriction")[0];
}

function componentOf(element: RawElement, schema: RawSchema): [string, Component] | undefined {
  const kind = element.namespace === XSD ? KINDS[element.local] : undefined;
  const local = element.attributes.get("name");
  if (kind === undefined || local === undefined) return undefined;
  const name = `{${schema.namespace}}${local}`;
  return [`${kind} ${name}`, { name, element, schema }];
}

function add(lists: Map<string, Component[]>, name: string, component: Component): void {
  const list = lists.get(name);
  if (list === undefined) lists.set(name, [component]);
  else list.push(component);
}
