/**
 * A schema as a separate document for libxml2: with the namespaces of its context, with the target namespace that it is
 * read for, and without what libxml2 rejects.
 */
import { type ComponentKind, nameIn, soapArrayBase } from "../raw/components.js";
import type { RawSchema } from "../raw/documents.js";
import { XSD } from "../raw/namespaces.js";
import { childrenNamed, type RawElement } from "../raw/tree.js";
import { arrayContent } from "./array-content.js";
import { type Looseness, looseText } from "./looseness.js";
import { ANY_ELEMENTS, attribute } from "./xsd-text.js";

/** How the components of a schema are written. */
export interface Selection {
  /** The name of a component in the text; `undefined` if another document contains it. */
  nameOf(kind: ComponentKind, name: string, isRedefinition: boolean): string | undefined;
  /** How a component or a part of it is replaced, because libxml2 rejects it; `undefined` if it is not. */
  looseness(element: RawElement): Looseness | undefined;
}

export interface SchemaText {
  readonly text: string;
  /** The component of each line of the text, from the second line on. */
  readonly lines: readonly RawElement[];
}

export const KINDS: Readonly<Record<string, ComponentKind>> = {
  complexType: "type",
  simpleType: "type",
  element: "element",
  attribute: "attribute",
  group: "group",
  attributeGroup: "attributeGroup",
};

/** The name of the original of a redefined component. */
export function originalName(local: string): string {
  return `${local}.original`;
}

/** @param imports `xs:import` elements for the other namespaces */
export function schemaText(schema: RawSchema, imports: string, selection: Selection): SchemaText {
  return new SchemaWriter(schema, selection).write(imports);
}

const SCHEMA_ATTRIBUTES = [
  "elementFormDefault",
  "attributeFormDefault",
  "blockDefault",
  "finalDefault",
];

class SchemaWriter {
  readonly #lines: RawElement[] = [];
  /** The redefined component that is being written: its own name refers to its original. */
  #self: string | undefined;

  constructor(
    private readonly schema: RawSchema,
    private readonly selection: Selection,
  ) {}

  write(imports: string): SchemaText {
    const { root, namespace } = this.schema;
    const attributes = SCHEMA_ATTRIBUTES.flatMap((name) => {
      const value = root.attributes.get(name);
      return value === undefined ? [] : [attribute(name, value.trim())];
    });
    const target = namespace === "" ? "" : attribute("targetNamespace", namespace);
    const head = [scopeText(root, namespace), target, ...attributes].join("");
    const components = root.children.flatMap((child) =>
      child.namespace === XSD && child.local === "redefine"
        ? child.children.map((each) => this.#component(each, true))
        : [this.#component(child, false)],
    );
    const text = `<corpus:schema xmlns:corpus="${XSD}"${head}>${imports}${components.join("")}</corpus:schema>`;
    return { text, lines: this.#lines };
  }

  #component(element: RawElement, isRedefinition: boolean): string {
    const kind = element.namespace === XSD ? KINDS[element.local] : undefined;
    const local = element.attributes.get("name");
    if (kind === undefined || local === undefined) return "";
    const name = `{${this.schema.namespace}}${local}`;
    const written = this.selection.nameOf(kind, name, isRedefinition);
    if (written === undefined) return "";
    this.#self = isRedefinition ? name : undefined;
    return this.#element(element, written);
  }

  #element(element: RawElement, name?: string): string {
    const { namespace, local, children } = element;
    if (namespace !== XSD || local === "annotation" || isOutOfReach(element)) return "";
    if (this.#isSchemaReference(element)) return anyText(element);
    // Some schemas have particles directly inside, which is not valid.
    if (local === "complexContent" && derivationIn(element) === undefined) {
      return children.map((child) => this.#element(child)).join("");
    }
    this.#lines.push(element);
    const looseness = this.selection.looseness(element);
    const loose = looseness && looseText(element, looseness, name);
    if (loose !== undefined) return `\n${loose}`;
    const isArray = local === "complexType" && soapArrayBase(element, this.schema) !== undefined;
    const attributes = [...element.attributes].flatMap(([key, value]) =>
      this.#attribute(element, key, key === "name" ? (name ?? value) : value),
    );
    const content = isArray
      ? arrayContent(element, this.schema)
      : looseness !== undefined
        ? this.#looseContent(element)
        : children.map((child) => this.#element(child)).join("");
    return `\n<corpus:${local}${attributes.join("")}>${content}</corpus:${local}>`;
  }

  #attribute(element: RawElement, key: string, value: string): readonly string[] {
    const allowed = ALLOWED[element.local];
    if (key.startsWith("xmlns:") || key === "xmlns") return [attribute(key, value)];
    if (key.includes(":") || (allowed !== undefined && !allowed.has(key))) return [];
    // Some schemas use an empty list of namespaces for elements without a namespace.
    if (key === "namespace" && value.trim() === "") return [attribute(key, "##local")];
    const isReference = key === "base" || key === "ref";
    const isSelf = isReference && nameIn(element, this.schema, value) === this.#self;
    return [attribute(key, isSelf ? originalName(value.trim()) : value)];
  }

  /** Any elements, with unchanged attributes. */
  #looseContent({ children }: RawElement): string {
    const isAttribute = ({ local }: RawElement) => /attribute/i.test(local);
    const [content] = children.filter(({ local }) => local === "complexContent");
    const [derivation] = content?.children.filter(({ local }) => local !== "annotation") ?? [];
    const declared = (derivation?.children ?? children).filter(isAttribute);
    const attributes = declared.map((each) => this.#element(each)).join("");
    if (derivation === undefined) return `${ANY_ELEMENTS}${attributes}`;
    // An extension also has the content of its base, which is loosened then, or adds nothing.
    const elements = derivation.local === "extension" ? "" : ANY_ELEMENTS;
    const base = this.#attribute(derivation, "base", derivation.attributes.get("base") ?? "");
    const { local } = derivation;
    return `<corpus:complexContent><corpus:${local}${base.join("")}>${elements}${attributes}</corpus:${local}></corpus:complexContent>`;
  }

  /** A schema as content, as in a DataSet: libxml2 has no schema for schemas. */
  #isSchemaReference(element: RawElement): boolean {
    const ref = element.local === "element" ? element.attributes.get("ref") : undefined;
    return ref !== undefined && nameIn(element, this.schema, ref).startsWith(`{${XSD}}`);
  }
}

function derivationIn(content: RawElement): RawElement | undefined {
  return childrenNamed(content, XSD, "extension", "restriction")[0];
}

/** Other attributes have no meaning there. */
const ALLOWED: Readonly<Record<string, ReadonlySet<string>>> = {
  complexType: new Set(["name", "abstract", "mixed", "block", "final"]),
  simpleType: new Set(["name", "final"]),
};

/** In a schema without a namespace, names without a prefix are of the target namespace (part 1 §4.2.1). */
function scopeText({ scope, attributes }: RawElement, namespace: string): string {
  const declared: Record<string, string> = {};
  for (const prefix in scope) {
    const uri = scope[prefix];
    if (prefix !== "xml" && prefix !== "xmlns" && uri !== undefined) declared[prefix] = uri;
  }
  const isChameleon = !attributes.has("targetNamespace") && namespace !== "";
  if (isChameleon && (declared[""] ?? "") === "") declared[""] = namespace;
  return Object.entries(declared)
    .filter(([prefix, uri]) => prefix === "" || uri !== "")
    .map(([prefix, uri]) => attribute(prefix === "" ? "xmlns" : `xmlns:${prefix}`, uri))
    .join("");
}

/** The number of digits of an integer that libxml2 supports. */
const MOST_DIGITS = 24;

/** A bound that libxml2 can't read. */
function isOutOfReach({ local, attributes }: RawElement): boolean {
  return /^(?:min|max)(?:In|Ex)clusive$/.test(local) &&
    /^[+-]?\d+$/.test(attributes.get("value") ?? "")
    ? (attributes.get("value") ?? "").replace(/^[+-]?0*/, "").length > MOST_DIGITS
    : false;
}

function anyText({ attributes }: RawElement): string {
  const occurs = ["minOccurs", "maxOccurs"].flatMap((name) => {
    const value = attributes.get(name);
    return value === undefined ? [] : [attribute(name, value)];
  });
  return `<corpus:any namespace="${XSD}" processContents="skip"${occurs.join("")}/>`;
}
