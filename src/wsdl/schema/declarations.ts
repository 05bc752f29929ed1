/** The global declarations of all schemas of a WSDL, by their names: XML Schema part 1 §3.15 and §4.2. */

import { locationText, QName, XSD } from "../../contract/index.js";
import { refusal, XSD_11 } from "../capabilities/refused.js";
import type { Faults } from "../diagnostics.js";
import type { Element } from "../documents/document.js";
import {
  type Documents,
  locationOf,
  reportFailure,
  schemaReferences,
} from "../documents/documents.js";

/** What a schema document says of all that is in it. */
export interface SchemaScope {
  readonly targetNamespace: string;
  readonly qualifiedElements: boolean;
  readonly qualifiedAttributes: boolean;
  /** It has no namespace of its own and takes that of the schema that includes it (§4.2.1). */
  readonly isChameleon: boolean;
}

export interface Declared {
  readonly element: Element;
  readonly scope: SchemaScope;
  /** What it redefines, to which its references to its own name lead (§4.2.2). */
  readonly original: Declared | undefined;
}

/** The kinds of components that have names of their own: a type may be called as an element. */
export type SymbolSpace = "element" | "type" | "attribute" | "group" | "attributeGroup";

const SPACES: Readonly<Record<string, SymbolSpace>> = {
  element: "element",
  complexType: "type",
  simpleType: "type",
  attribute: "attribute",
  group: "group",
  attributeGroup: "attributeGroup",
};

/** Without components, or such as no message shows: identity constraints stand in elements. */
const PASSED_OVER = new Set(["annotation", "notation", "import", "include", "redefine"]);

/** What only XML Schema 1.1 has. */
const VERSION_11: ReadonlySet<string> = new Set(["override", "defaultOpenContent"]);

const NO_SCHEMA: SchemaScope = {
  targetNamespace: "",
  qualifiedElements: false,
  qualifiedAttributes: false,
  isChameleon: false,
};

export class Declarations {
  readonly #spaces: Readonly<Record<SymbolSpace, Map<string, Declared>>> = {
    element: new Map(),
    type: new Map(),
    attribute: new Map(),
    group: new Map(),
    attributeGroup: new Map(),
  };
  /** Documents with the namespace that they were taken in under. */
  readonly #taken = new Set<string>();
  /** Namespaces of which a document could not be had. */
  readonly #missing = new Map<string, () => void>();
  readonly #namespaces = new Set<string>();

  constructor(
    readonly faults: Faults,
    private readonly documents: Documents,
  ) {}

  of(space: SymbolSpace): ReadonlyMap<string, Declared> {
    return this.#spaces[space];
  }

  /** Whether components of a namespace may be missing because a document is. */
  isIncomplete(namespace: string): boolean {
    return this.#missing.has(namespace);
  }

  /** Takes in an `xs:schema` and all that it refers to. */
  add(schema: Element): void {
    this.#add(schema, undefined, []);
  }

  /** Tells the documents that are missing; one is not missed where its namespace is declared elsewhere. */
  reportMissing(): void {
    for (const [namespace, report] of this.#missing) {
      if (this.#namespaces.has(namespace)) this.#missing.delete(namespace);
      else report();
    }
  }

  /**
   * @param including the namespace of the schema that includes it
   * @param redefinitions each xs:redefine on the way to it, the nearest first
   */
  #add(schema: Element, including: string | undefined, redefinitions: readonly Element[]): void {
    const own = schema.attribute("targetNamespace");
    const scope: SchemaScope = {
      targetNamespace: own ?? including ?? "",
      qualifiedElements: schema.attribute("elementFormDefault") === "qualified",
      qualifiedAttributes: schema.attribute("attributeFormDefault") === "qualified",
      isChameleon: own === undefined && including !== undefined && including !== "",
    };
    this.#namespaces.add(scope.targetNamespace);
    for (const child of schema.children) this.#declare(child, scope, redefinitions);
    this.#followAll(schema, scope, redefinitions);
  }

  /** Takes in what the imports refer to that stand in an element which is no schema. */
  follow(parent: Element): void {
    this.#followAll(parent, NO_SCHEMA, []);
  }

  #followAll(parent: Element, scope: SchemaScope, redefinitions: readonly Element[]): void {
    for (const reference of schemaReferences(parent)) {
      this.#follow(reference, scope, redefinitions);
    }
  }

  #declare(child: Element, scope: SchemaScope, redefinitions: readonly Element[]): void {
    if (child.name.namespace !== XSD || PASSED_OVER.has(child.name.local)) return;
    const space = SPACES[child.name.local];
    if (VERSION_11.has(child.name.local)) {
      this.faults.unsupported(refusal(XSD_11, `this xs:${child.name.local}`), child.location);
      return;
    }
    if (space === undefined) {
      this.faults.invalid(`xs:${child.name.local} has no place in a schema.`, child.location);
      return;
    }
    const name = child.attribute("name");
    if (name === undefined) {
      this.faults.invalid(`This global xs:${child.name.local} has no name.`, child.location);
      return;
    }
    const { key } = new QName(scope.targetNamespace, name);
    let declared: Declared = { element: child, scope, original: undefined };
    for (const redefinition of redefinitions) {
      const replacement = redefinition.children.find(
        (each) => each.name.key === child.name.key && each.attribute("name") === name,
      );
      if (replacement !== undefined) {
        declared = { scope, element: replacement, original: declared };
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
      this.faults.invalid(
        `The ${space} ${key} is declared otherwise at ${file}:${line}.`,
        declared.element.location,
      );
    }
  }

  #follow(reference: Element, scope: SchemaScope, outer: readonly Element[]): void {
    const isImport = reference.name.local === "import";
    const namespace = isImport ? (reference.attribute("namespace") ?? "") : scope.targetNamespace;
    const location = locationOf(reference);
    if (location === undefined) return;
    const redefinitions = redefinitionsOf(reference, outer);
    const places = redefinitions.map((each) => locationText(each.location));
    const taken = `${namespace} ${location} ${places.join(" ")}`;
    if (this.#taken.has(taken)) return;
    this.#taken.add(taken);
    const document = this.documents.at(location);
    if (document === undefined) {
      this.#miss(namespace, location, reference);
      return;
    }
    const schemas = document.is(XSD, "schema") ? [document] : [];
    if (schemas.length === 0) {
      this.faults.invalid(
        `${location} is <${document.name.local}>, no schema.`,
        reference.location,
      );
    }
    for (const schema of schemas) {
      this.#add(schema, isImport ? undefined : namespace, redefinitions);
    }
  }

  /** An include brings what nothing else declares; an import's location is but a hint (§4.2.3). */
  #miss(namespace: string, location: string, reference: Element): void {
    const failure = this.documents.failures.get(location);
    const report = () => reportFailure(this.documents, location, reference, this.faults);
    const isHint = reference.name.local === "import" && (failure?.faults.length ?? 0) === 0;
    if (isHint) this.#missing.set(namespace, report);
    else report();
  }
}

/** Those that what a reference brings goes through; one that leads to itself again counts once. */
function redefinitionsOf(reference: Element, outer: readonly Element[]): readonly Element[] {
  if (reference.name.local === "import") return [];
  const isNew = reference.name.local === "redefine" && !outer.includes(reference);
  return isNew ? [reference, ...outer] : outer;
}

function timesRedefined({ original }: Declared): number {
  return original === undefined ? 0 : 1 + timesRedefined(original);
}

/** The name that a QName in an attribute stands for; in a chameleon, no prefix is the includer's namespace. */
export function nameIn(
  scope: SchemaScope | undefined,
  reference: string,
  from: Element,
): QName | undefined {
  const name = from.qname(reference.trim());
  return scope?.isChameleon === true && name?.namespace === ""
    ? new QName(scope.targetNamespace, name.local)
    : name;
}
