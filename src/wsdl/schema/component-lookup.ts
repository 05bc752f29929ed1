/** Finds the components that references lead to. */
import {
  type AttributeDeclaration,
  type ElementDeclaration,
  QName,
  type SimpleDefinition,
  type TypeDefinition,
  XSD,
} from "../../contract/index.js";
import type { Diagnostics } from "../diagnostics.js";
import type { Element } from "../documents/element.js";
import { findNamed, noSuch, unresolved } from "../documents/reference.js";
import type { Budget } from "../limits.js";
import type { Declarations } from "./declarations/declarations.js";
import {
  type Declared,
  NO_SCHEMA,
  nameIn,
  nameOf,
  type SchemaScope,
  SPACE_NAMES,
  type SymbolSpace,
} from "./declarations/declared.js";
import {
  ANY_SIMPLE_TYPE,
  ANY_TYPE,
  isKnownAttributeGroup,
  knownAttribute,
  knownElement,
  knownType,
  knownTypeNames,
} from "./known.js";
import { readComplexType } from "./readers/complex-type.js";
import { readSimpleType } from "./readers/simple-type.js";
import type { RecursiveGroups } from "./recursive-groups.js";
import type { SchemaContext } from "./schema-context.js";

/** The components of declarations, each read once. */
export interface ComponentSource {
  readonly diagnostics: Diagnostics;
  readonly budget: Budget;
  readonly declarations: Declarations;
  readonly recursiveGroups: RecursiveGroups;
  elementOf(declared: Declared): ElementDeclaration;
  typeOf(declared: Declared): TypeDefinition;
  attributeOf(declared: Declared): AttributeDeclaration;
  later(work: () => void): void;
  atLast(work: () => void): void;
}

export class ComponentLookup implements SchemaContext {
  readonly #source: ComponentSource;
  readonly #schema: SchemaScope | undefined;
  readonly path: readonly Declared[];

  /** @param schema `undefined` outside of a schema: names follow the rules of WSDL there */
  constructor(
    source: ComponentSource,
    schema: SchemaScope | undefined,
    path: readonly Declared[] = [],
  ) {
    this.#source = source;
    this.#schema = schema;
    this.path = path;
  }

  get scope(): SchemaScope {
    return this.#schema ?? NO_SCHEMA;
  }

  get diagnostics(): Diagnostics {
    return this.#source.diagnostics;
  }

  get budget(): Budget {
    return this.#source.budget;
  }

  within(declared: Declared): SchemaContext {
    return new ComponentLookup(this.#source, declared.scope, [...this.path, declared]);
  }

  anonymous(): SchemaContext {
    return this.path.length === 0 ? this : new ComponentLookup(this.#source, this.#schema);
  }

  type(reference: string, from: Element): TypeDefinition {
    const name = this.#resolve(reference, from);
    return name === undefined ? ANY_TYPE : this.#type(name, from);
  }

  baseType(reference: string, from: Element): TypeDefinition {
    const name = this.#resolve(reference, from);
    if (name === undefined) return ANY_TYPE;
    const original = this.#originalOf(name);
    return original === undefined ? this.#type(name, from) : this.#source.typeOf(original);
  }

  simpleType(reference: string, from: Element): SimpleDefinition {
    return this.#simple(this.type(reference, from), reference, from);
  }

  simpleBase(reference: string, from: Element): SimpleDefinition {
    return this.#simple(this.baseType(reference, from), reference, from);
  }

  inlineType(element: Element): TypeDefinition | undefined {
    const complex = element.first(XSD, "complexType");
    const context = this.anonymous();
    if (complex !== undefined) {
      const group = this.path.at(-1);
      return group?.element.name.local === "group" && this.#source.recursiveGroups.has(group)
        ? this.#source.recursiveGroups.typeIn(group, element, complex, (registration) =>
            readComplexType(complex, context, registration),
          )
        : readComplexType(complex, context);
    }
    const simple = element.first(XSD, "simpleType");
    return simple && readSimpleType(simple, context);
  }

  element(reference: string, from: Element): ElementDeclaration | undefined {
    const name = this.#resolve(reference, from);
    if (name === undefined) return undefined;
    const declared = this.#declared("element", name, from);
    if (declared !== undefined) return this.#source.elementOf(declared);
    return knownElement(name) ?? this.#reportMissing("element", name, from);
  }

  declarationOf({ name }: ElementDeclaration): Declared | undefined {
    return this.#source.declarations.of("element").get(name.key);
  }

  attribute(reference: string, from: Element): AttributeDeclaration | undefined {
    const name = this.#resolve(reference, from);
    if (name === undefined) return undefined;
    const declared = this.#source.declarations.of("attribute").get(name.key);
    if (declared !== undefined) return this.#source.attributeOf(declared);
    return knownAttribute(name) ?? this.#reportMissing("attribute", name, from);
  }

  group(space: "group" | "attributeGroup", reference: string, from: Element): Declared | undefined {
    const name = this.#resolve(reference, from);
    if (name === undefined) return undefined;
    const isSameSpace = this.path.at(-1)?.element.name.local === space;
    const original = isSameSpace ? this.#originalOf(name) : undefined;
    const declared = original ?? this.#source.declarations.of(space).get(name.key);
    if (declared !== undefined) return declared;
    if (space === "attributeGroup" && isKnownAttributeGroup(name)) return undefined;
    return this.#reportMissing(space, name, from);
  }

  later(work: () => void): void {
    this.#source.later(work);
  }

  atLast(work: () => void): void {
    this.#source.atLast(work);
  }

  #resolve(reference: string, from: Element): QName | undefined {
    const name = nameIn(this.scope, reference, from);
    if (name === undefined) this.diagnostics.invalid(unresolved(reference), from.location);
    return name;
  }

  #declared(space: SymbolSpace, name: QName, from: Element): Declared | undefined {
    const symbols = this.#source.declarations.of(space);
    return this.#schema === undefined ? findNamed(name, from, symbols) : symbols.get(name.key);
  }

  #type(name: QName, from: Element): TypeDefinition {
    const declared = this.#declared("type", name, from);
    if (declared !== undefined) return this.#source.typeOf(declared);
    return knownType(name) ?? this.#reportMissing("type", name, from) ?? ANY_TYPE;
  }

  #simple(type: TypeDefinition, reference: string, from: Element): SimpleDefinition {
    if (type.kind !== "complex" && type.kind !== "any") return type;
    if (type.kind === "complex") {
      this.diagnostics.invalid(
        `${reference} is a complex type. Only a simple type is allowed here.`,
        from.location,
      );
    }
    return ANY_SIMPLE_TYPE;
  }

  /** The declaration that the current one redefines, if the name is that of both. */
  #originalOf(name: QName): Declared | undefined {
    const own = this.path.at(-1);
    return own !== undefined && nameOf(own).key === name.key ? own.original : undefined;
  }

  #reportMissing(space: SymbolSpace, name: QName, from: Element): undefined {
    const { declarations } = this.#source;
    if (declarations.isIncomplete(name.namespace)) return;
    const { maySuggest } = this.diagnostics;
    const known = space === "type" ? knownTypeNames(name.namespace) : [];
    const candidates = () => [
      ...declarations.of(space).keys(),
      ...known.map((local) => new QName(name.namespace, local).key),
    ];
    const message = noSuch(SPACE_NAMES[space], name, maySuggest ? candidates() : []);
    this.diagnostics.invalid(message, from.location);
  }
}
