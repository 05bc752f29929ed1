/** The global declarations of all schemas of a WSDL, by name (XML Schema part 1 §3.15, §4.2). */

import { locationText, XSD } from "../../../contract/index.js";
import { unsupportedMessage, XSD_11 } from "../../capabilities/unsupported.js";
import type { Diagnostics } from "../../diagnostics.js";
import {
  type Documents,
  isKnown,
  locationOf,
  reportFailure,
  schemaReferences,
} from "../../documents/documents.js";
import type { Element } from "../../documents/element.js";
import {
  type Declared,
  NO_SCHEMA,
  nameOf,
  type SchemaScope,
  SPACE_NAMES,
  type SymbolSpace,
} from "./declared.js";

const SPACES: Readonly<Record<string, SymbolSpace>> = {
  element: "element",
  complexType: "type",
  simpleType: "type",
  attribute: "attribute",
  group: "group",
  attributeGroup: "attributeGroup",
};

/** Children of a schema without components that a message contains. */
const IGNORED = new Set(["annotation", "notation", "import", "include", "redefine"]);

/** Children of a schema that only XML Schema 1.1 has. */
const VERSION_11: ReadonlySet<string> = new Set(["override", "defaultOpenContent"]);

/** An xs:redefine, and the scope of its document, whose form defaults apply to its components (part 1 §4.2.2). */
interface Redefinition {
  readonly element: Element;
  readonly scope: SchemaScope;
}

export class Declarations {
  readonly #spaces: Readonly<Record<SymbolSpace, Map<string, Declared>>> = {
    element: new Map(),
    type: new Map(),
    attribute: new Map(),
    group: new Map(),
    attributeGroup: new Map(),
  };
  /** The documents that were added, with the namespace that they were added for. */
  readonly #added = new Set<string>();
  /** Namespaces of which a document could not be read, and what reports that. */
  readonly #missing = new Map<string, () => void>();
  readonly #namespaces = new Set<string>();

  constructor(
    private readonly diagnostics: Diagnostics,
    private readonly documents: Documents,
  ) {}

  of(space: SymbolSpace): ReadonlyMap<string, Declared> {
    return this.#spaces[space];
  }

  /** Whether components of a namespace may be missing because a document is. */
  isIncomplete(namespace: string): boolean {
    return this.#missing.has(namespace);
  }

  /** Adds the declarations of an `xs:schema` and of the documents that it refers to. */
  add(schema: Element): void {
    this.#add(schema, undefined, []);
  }

  /** Reports the documents that could not be read, unless another document declares their namespace. */
  reportMissing(): void {
    for (const [namespace, report] of this.#missing) {
      if (this.#namespaces.has(namespace)) this.#missing.delete(namespace);
      else report();
    }
  }

  /**
   * @param including the namespace of the schema that includes it
   * @param redefinitions each xs:redefine on the path to it, the nearest first
   */
  #add(
    schema: Element,
    including: string | undefined,
    redefinitions: readonly Redefinition[],
  ): void {
    const own = schema.token("targetNamespace");
    const scope: SchemaScope = {
      targetNamespace: own ?? including ?? "",
      qualifiedElements: schema.attribute("elementFormDefault") === "qualified",
      qualifiedAttributes: schema.attribute("attributeFormDefault") === "qualified",
      isChameleon: own === undefined && including !== undefined && including !== "",
    };
    this.#namespaces.add(scope.targetNamespace);
    this.documents.budget.addComponents(schema.children.length, schema);
    for (const child of schema.children) this.#declare(child, scope, redefinitions);
    this.#followAll(schema, scope, redefinitions);
  }

  /** Adds the documents that the imports in an element outside of a schema refer to. */
  follow(parent: Element): void {
    this.#followAll(parent, NO_SCHEMA, []);
  }

  #followAll(parent: Element, scope: SchemaScope, redefinitions: readonly Redefinition[]): void {
    for (const reference of schemaReferences(parent)) {
      this.#follow(reference, scope, redefinitions);
    }
  }

  #declare(child: Element, scope: SchemaScope, redefinitions: readonly Redefinition[]): void {
    if (child.name.namespace !== XSD || IGNORED.has(child.name.local)) return;
    const space = SPACES[child.name.local];
    if (VERSION_11.has(child.name.local)) {
      this.diagnostics.unsupported(
        unsupportedMessage(XSD_11, `this xs:${child.name.local}`),
        child.location,
      );
      return;
    }
    if (space === undefined) {
      this.diagnostics.invalid(
        `xs:${child.name.local} is not allowed as a child of xs:schema. Check its name.`,
        child.location,
      );
      return;
    }
    const name = child.token("name");
    if (name === undefined) {
      this.diagnostics.invalid(
        `This global xs:${child.name.local} has no name. Add one.`,
        child.location,
      );
      return;
    }
    let declared: Declared = { element: child, scope, original: undefined };
    const { key } = nameOf(declared);
    for (const redefinition of redefinitions) {
      const { element } = redefinition;
      this.documents.budget.addComponents(element.children.length, element);
      const replacement = element.children.find(
        (each) => each.name.key === child.name.key && each.token("name") === name,
      );
      if (replacement !== undefined) {
        declared = { scope: redefinition.scope, element: replacement, original: declared };
      }
    }
    this.#enter(space, key, declared);
  }

  #enter(space: SymbolSpace, key: string, declared: Declared): void {
    const before = this.#spaces[space].get(key);
    if (before === undefined) this.#spaces[space].set(key, declared);
    else if (timesRedefined(declared) > timesRedefined(before)) {
      this.#spaces[space].set(key, declared);
    } else if (before.original === undefined && !before.element.sameAs(declared.element)) {
      const { file, line } = before.element.location;
      this.diagnostics.invalid(
        `The ${SPACE_NAMES[space]} ${key} has another declaration at ${file}:${line}. Remove one of them.`,
        declared.element.location,
      );
    }
  }

  #follow(reference: Element, scope: SchemaScope, outer: readonly Redefinition[]): void {
    const isImport = reference.name.local === "import";
    const namespace = isImport ? (reference.token("namespace") ?? "") : scope.targetNamespace;
    const location = locationOf(reference);
    if (location === undefined) return;
    const redefinitions = redefinitionsOf({ element: reference, scope }, outer);
    const places = redefinitions.map(({ element }) => locationText(element.location));
    const key = `${namespace} ${location} ${places.join(" ")}`;
    if (this.#added.has(key)) return;
    this.#added.add(key);
    const document = this.documents.at(location);
    if (document === undefined) {
      if (!isKnown(reference)) this.#handleMissing(namespace, location, reference);
      return;
    }
    const schemas = document.is(XSD, "schema") ? [document] : [];
    if (schemas.length === 0) {
      this.diagnostics.invalid(
        `${location} is <${document.name.local}>, not a schema. Correct the location.`,
        reference.location,
      );
    }
    for (const schema of schemas) {
      this.#add(schema, isImport ? undefined : namespace, redefinitions);
    }
  }

  /** Only an include must be read: the location of an import is a hint (XML Schema part 1 §4.2.3). */
  #handleMissing(namespace: string, location: string, reference: Element): void {
    const failure = this.documents.failures.get(location);
    const report = () => reportFailure(this.documents, location, reference, this.diagnostics);
    const isHint = reference.name.local === "import" && (failure?.diagnostics.length ?? 0) === 0;
    if (isHint) this.#missing.set(namespace, report);
    else report();
  }
}

/** The redefinitions that apply to the document of a reference; a circular redefinition counts once. */
function redefinitionsOf(
  reference: Redefinition,
  outer: readonly Redefinition[],
): readonly Redefinition[] {
  const { local } = reference.element.name;
  if (local === "import") return [];
  const isNew = local === "redefine" && outer.every(({ element }) => element !== reference.element);
  return isNew ? [reference, ...outer] : outer;
}

function timesRedefined({ original }: Declared): number {
  return original === undefined ? 0 : 1 + timesRedefined(original);
}
