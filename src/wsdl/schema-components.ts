/** The global components of a contract's schemas, made on demand so that they may refer to each other in a circle. */
import type { ElementDeclaration, TypeDefinition } from "./contract.js";
import type { Element } from "./document.js";
import { documentationOf } from "./documentation.js";
import type { Faults } from "./faults.js";
import { nearest } from "./nearest.js";
import { QName } from "./qname.js";
import { missing } from "./reference.js";
import { readComplexType } from "./schema-complex.js";
import { readSimpleType } from "./schema-simple.js";

export const XSD = "http://www.w3.org/2001/XMLSchema";

/** A schema document's defaults (XML Schema part 1 §3.15). */
export interface SchemaScope {
  readonly targetNamespace: string;
  readonly qualified: boolean;
}

interface Declared {
  readonly element: Element;
  readonly scope: SchemaScope;
}

const BUILTINS = new Set(
  (
    "anySimpleType anyURI base64Binary boolean byte date dateTime decimal double duration ENTITIES ENTITY float gDay " +
    "gMonth gMonthDay gYear gYearMonth hexBinary ID IDREF IDREFS int integer language long Name NCName " +
    "negativeInteger NMTOKEN NMTOKENS nonNegativeInteger nonPositiveInteger normalizedString NOTATION " +
    "positiveInteger QName short string time token unsignedByte unsignedInt unsignedLong unsignedShort"
  ).split(" "),
);

export class SchemaComponents {
  readonly #elements = new Map<string, Declared>();
  readonly #types = new Map<string, Declared>();
  readonly #madeElements = new Map<string, ElementDeclaration>();
  readonly #madeTypes = new Map<string, TypeDefinition>();

  constructor(readonly faults: Faults) {}

  /** Takes in the declarations of an `xs:schema`. */
  add(schema: Element): void {
    const targetNamespace = schema.attribute("targetNamespace") ?? "";
    const scope = {
      targetNamespace,
      qualified: schema.attribute("elementFormDefault") === "qualified",
    };
    for (const child of schema.children) {
      const { local } = child.name;
      if (child.name.namespace !== XSD) this.#refuse(child);
      else if (local === "element") this.#declare(this.#elements, child, scope);
      else if (local === "complexType" || local === "simpleType") {
        this.#declare(this.#types, child, scope);
      } else if (local !== "annotation" && !isPlainImport(child)) this.#refuse(child);
    }
  }

  #refuse(element: Element): void {
    this.faults.unsupported(
      `xs:${element.name.local} is not supported here yet.`,
      element.location,
    );
  }

  #declare(into: Map<string, Declared>, element: Element, scope: SchemaScope): void {
    const name = element.attribute("name");
    if (name === undefined) {
      this.faults.invalid(`This global xs:${element.name.local} has no name.`, element.location);
      return;
    }
    const { key } = new QName(scope.targetNamespace, name);
    if (into.has(key)) this.faults.invalid(`${name} is declared twice.`, element.location);
    else into.set(key, { element, scope });
  }

  /** The global element of a name; `undefined`, and a fault at `from`, where there is none. */
  element(name: QName, from: Element): ElementDeclaration | undefined {
    const made = this.#madeElements.get(name.key);
    if (made !== undefined) return made;
    const declared = this.#elements.get(name.key);
    if (declared === undefined) {
      missing("element", name.key, this.#elements.keys(), from, this.faults);
      return undefined;
    }
    const { element, scope } = declared;
    const declaration: ElementDeclaration = {
      name,
      type: this.typeOf(element, scope),
      minOccurs: 1,
      maxOccurs: 1,
      nillable: element.attribute("nillable") === "true",
      documentation: documentationOf(element.first(XSD, "annotation"), XSD),
      location: element.location,
    };
    this.#madeElements.set(name.key, declaration);
    return declaration;
  }

  /** The type of an element declaration: by its `type`, inside it, or xs:anyType. */
  typeOf(element: Element, scope: SchemaScope): TypeDefinition {
    const reference = element.attribute("type");
    if (reference !== undefined) return this.reference(reference, element);
    const complex = element.first(XSD, "complexType");
    if (complex !== undefined) return readComplexType(complex, undefined, scope, this, () => {});
    const simple = element.first(XSD, "simpleType");
    if (simple !== undefined) return readSimpleType(simple, undefined, this);
    this.faults.unsupported(
      `The element ${element.attribute("name")} has no type, so that it may hold anything, which is not supported yet.`,
      element.location,
    );
    return STRING;
  }

  /** The type that a QName in an attribute names. */
  reference(value: string, from: Element): TypeDefinition {
    const name = from.qname(value);
    if (name === undefined) {
      this.faults.invalid(`The prefix of "${value}" is not declared.`, from.location);
      return STRING;
    }
    if (name.namespace === XSD) return this.#builtin(name, from);
    const made = this.#madeTypes.get(name.key);
    if (made !== undefined) return made;
    const declared = this.#types.get(name.key);
    if (declared === undefined) {
      missing("type", name.key, this.#types.keys(), from, this.faults);
      return STRING;
    }
    const { element, scope } = declared;
    const keep = (type: TypeDefinition) => this.#madeTypes.set(name.key, type);
    if (element.name.local === "complexType") {
      return readComplexType(element, name, scope, this, keep);
    }
    const simple = readSimpleType(element, name, this);
    keep(simple);
    return simple;
  }

  #builtin(name: QName, from: Element): TypeDefinition {
    if (!BUILTINS.has(name.local)) {
      const meant = nearest(name.local, BUILTINS);
      const hint = meant === undefined ? "" : ` Was xs:${meant} meant?`;
      this.faults.unsupported(
        `xs:${name.local} is no type that is supported here.${hint}`,
        from.location,
      );
    }
    return { kind: "builtin", name };
  }
}

/** Stands in for a type that couldn't be read; the fault that says so keeps it from being used. */
const STRING: TypeDefinition = { kind: "builtin", name: new QName(XSD, "string") };

/** An import without a location: the namespace's schema stands in the same WSDL, or is a well-known one. */
function isPlainImport(element: Element): boolean {
  return element.name.local === "import" && element.attribute("schemaLocation") === undefined;
}
