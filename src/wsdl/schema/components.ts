/** The components of a contract's schemas, made on demand so that they may refer to each other in circles. */
import {
  type AttributeDeclaration,
  type ElementDeclaration,
  type Location,
  QName,
  type SimpleDefinition,
  type TypeDefinition,
  XSD,
} from "../../contract/index.js";
import { missing, named } from "../definitions/reference.js";
import type { Faults } from "../diagnostics.js";
import type { Element } from "../documents/document.js";
import { readAttribute } from "./attribute.js";
import { reportCircularTypes } from "./circular-types.js";
import { readComplexType } from "./complex-type.js";
import {
  type Declarations,
  type Declared,
  nameIn,
  type SchemaScope,
  type SymbolSpace,
} from "./declarations.js";
import type { Draft } from "./draft.js";
import { fillElement, shellOf } from "./element.js";
import {
  ANY_SIMPLE_TYPE,
  ANY_TYPE,
  isKnownAttributeGroup,
  knownAttribute,
  knownElement,
  knownType,
  knownTypeNames,
} from "./known.js";
import { RecursiveGroups } from "./recursive-groups.js";
import { readSimpleType } from "./simple-type.js";

export class Components {
  readonly #elements = new Map<Declared, ElementDeclaration>();
  readonly #types = new Map<Declared, TypeDefinition>();
  readonly #attributes = new Map<Declared, AttributeDeclaration>();
  readonly #recursiveGroups: RecursiveGroups;
  /** What is still to be filled in; done one after the other, since a chain of types may be long. */
  readonly #open: (() => void)[] = [];
  /** What can only be known when all else is filled in. */
  readonly #last: (() => void)[] = [];

  constructor(
    readonly faults: Faults,
    readonly declarations: Declarations,
  ) {
    this.#recursiveGroups = new RecursiveGroups(declarations);
  }

  later(work: () => void): void {
    this.#open.push(work);
  }

  atLast(work: () => void): void {
    this.#last.push(work);
  }

  /** Makes every global type and element, and all that they refer to. */
  complete(): { types: readonly TypeDefinition[]; elements: readonly ElementDeclaration[] } {
    const types = [...this.declarations.of("type").values()].map((declared) =>
      this.#type(declared),
    );
    const elements = [...this.declarations.of("element").values()].map((each) =>
      this.#element(each),
    );
    // More is added while it runs.
    for (const work of this.#open) work();
    if (reportCircularTypes(types, this.faults)) return { types, elements };
    for (const work of this.#last) work();
    this.#linkSubstitutes();
    return { types, elements };
  }

  /** The global element that a QName names. */
  element(
    reference: string,
    from: Element,
    scope: SchemaScope | undefined,
  ): ElementDeclaration | undefined {
    const name = this.resolve(reference, from, scope);
    if (name === undefined) return undefined;
    const declared = this.#declared("element", name, from, scope);
    return declared === undefined
      ? (knownElement(name) ?? this.#missing("element", name, from))
      : this.#element(declared);
  }

  /** For a part of a message, which is in no schema's scope, names are as in all of WSDL. */
  #declared(
    space: SymbolSpace,
    name: QName,
    from: Element,
    scope: SchemaScope | undefined,
  ): Declared | undefined {
    const among = this.declarations.of(space);
    return scope === undefined ? named(from, name, among) : among.get(name.key);
  }

  #element(declared: Declared): ElementDeclaration {
    const made = this.#elements.get(declared);
    if (made !== undefined) return made;
    const { element, scope } = declared;
    const shell = shellOf(
      element,
      new QName(scope.targetNamespace, element.attribute("name") ?? ""),
      true,
    );
    this.#elements.set(declared, shell);
    this.later(() => fillElement(shell, element, scope, this));
    return shell;
  }

  /** The type that a QName names; a stand-in, and a fault at `from`, where there is none. */
  type(reference: string, from: Element, scope: SchemaScope | undefined): TypeDefinition {
    const name = this.resolve(reference, from, scope);
    if (name === undefined) return ANY_TYPE;
    const declared = this.#declared("type", name, from, scope);
    if (declared !== undefined) return this.#type(declared);
    const known = knownType(name);
    if (known !== undefined) return known;
    this.#missing("type", name, from);
    return ANY_TYPE;
  }

  /** The base that a type of `own` derives from: in a redefinition its own name is that of the original. */
  base(
    reference: string,
    from: Element,
    scope: SchemaScope,
    own: Declared | undefined,
  ): TypeDefinition {
    const name = this.resolve(reference, from, scope);
    const isOwn = own !== undefined && name?.key === keyOf(own);
    return isOwn && own.original !== undefined
      ? this.#type(own.original)
      : this.type(reference, from, scope);
  }

  #type(declared: Declared): TypeDefinition {
    const made = this.#types.get(declared);
    if (made !== undefined) return made;
    const { element, scope } = declared;
    const current = this.declarations.of("type").get(keyOf(declared));
    const local = element.attribute("name") ?? "";
    const originals = "_original".repeat(stepsTo(declared, current));
    const name = new QName(scope.targetNamespace, local + originals);
    const keep = (type: TypeDefinition) => this.#types.set(declared, type);
    return element.name.local === "complexType"
      ? readComplexType(element, name, scope, this, keep, declared)
      : readSimpleType(element, name, scope, this, keep, declared);
  }

  /** A reference to a simple type; a complex one is a fault. */
  simpleType(
    reference: string,
    from: Element,
    scope: SchemaScope,
    own?: Declared,
  ): SimpleDefinition {
    const type = this.base(reference, from, scope, own);
    if (type.kind !== "complex" && type.kind !== "any") return type;
    if (type.kind === "complex")
      this.faults.invalid(`${reference} is no simple type.`, from.location);
    return ANY_SIMPLE_TYPE;
  }

  /**
   * The type that stands inside an element as a child; `undefined` where there is none.
   *
   * @param group the named group that the element is read for
   */
  inlineType(element: Element, scope: SchemaScope, group?: Declared): TypeDefinition | undefined {
    const complex = element.first(XSD, "complexType");
    if (complex !== undefined) {
      const read = (name?: QName, keep: (type: TypeDefinition) => void = () => {}) =>
        readComplexType(complex, name, scope, this, keep);
      return group !== undefined && this.#recursiveGroups.has(group)
        ? this.#recursiveGroups.typeIn(group, element, complex, read)
        : read();
    }
    const simple = element.first(XSD, "simpleType");
    return simple && readSimpleType(simple, undefined, scope, this, () => {});
  }

  /** The global attribute that a QName names. */
  attribute(
    reference: string,
    from: Element,
    scope: SchemaScope,
  ): AttributeDeclaration | undefined {
    const name = this.resolve(reference, from, scope);
    if (name === undefined) return undefined;
    const declared = this.declarations.of("attribute").get(name.key);
    if (declared === undefined)
      return knownAttribute(name) ?? this.#missing("attribute", name, from);
    const made = this.#attributes.get(declared);
    if (made !== undefined) return made;
    const attribute = readAttribute(declared.element, name, declared.scope, this);
    this.#attributes.set(declared, attribute);
    return attribute;
  }

  /** The declaration of the named group that a QName names. */
  group(
    space: "group" | "attributeGroup",
    reference: string,
    from: Element,
    scope: SchemaScope,
    own: Declared | undefined,
  ): Declared | undefined {
    const name = this.resolve(reference, from, scope);
    if (name === undefined) return undefined;
    const declared = this.declarations.of(space).get(name.key);
    const isOwn = own?.original !== undefined && own.element.name.local === space;
    if (isOwn && name.key === keyOf(own)) return own.original;
    if (declared !== undefined) return declared;
    if (space === "attributeGroup" && isKnownAttributeGroup(name)) return undefined;
    this.#missing(space, name, from);
    return undefined;
  }

  /** The name that a QName in an attribute stands for; a fault where its prefix is not declared. */
  resolve(reference: string, from: Element, scope: SchemaScope | undefined): QName | undefined {
    const name = nameIn(scope, reference, from);
    if (name === undefined) {
      this.faults.invalid(`The prefix of "${reference}" is not declared.`, from.location);
    }
    return name;
  }

  #missing(space: SymbolSpace, name: QName, from: Element): undefined {
    if (this.declarations.isIncomplete(name.namespace)) return;
    const known = space === "type" ? knownTypeNames(name.namespace) : [];
    const among = [
      ...this.declarations.of(space).keys(),
      ...known.map((local) => new QName(name.namespace, local).key),
    ];
    missing(SPACE_WORDS[space], name.key, among, from, this.faults);
  }

  /** Part 1 §3.3.6: who may stand for an element may stand for those that it may stand for. */
  #linkSubstitutes(): void {
    const direct: [head: Draft<ElementDeclaration>, member: ElementDeclaration][] = [];
    for (const declared of this.declarations.of("element").values()) {
      const head = declared.element.attribute("substitutionGroup");
      if (head === undefined) continue;
      const found = this.element(head, declared.element, declared.scope);
      const member = this.#elements.get(declared);
      if (found !== undefined && member !== undefined) direct.push([found, member]);
    }
    const reach = (head: ElementDeclaration, seen: Set<ElementDeclaration>): void => {
      for (const [above, member] of direct) {
        if (above !== head || seen.has(member)) continue;
        seen.add(member);
        reach(member, seen);
      }
    };
    for (const [head] of direct) {
      const members = new Set<ElementDeclaration>();
      reach(head, members);
      head.substitutes = [...members];
    }
  }

  /** A number of occurrences; a fault where it is none. */
  occurrence(element: Element, attribute: "minOccurs" | "maxOccurs"): number | "unbounded" {
    const value = element.attribute(attribute)?.trim() ?? "1";
    if (attribute === "maxOccurs" && value === "unbounded") return value;
    if (/^\d+$/.test(value)) return Number(value);
    this.invalid(`${attribute}="${value}" is no number.`, element.location);
    return 1;
  }

  invalid(message: string, location: Location): void {
    this.faults.invalid(message, location);
  }
}

const SPACE_WORDS: Readonly<Record<SymbolSpace, string>> = {
  element: "element",
  type: "type",
  attribute: "attribute",
  group: "group",
  attributeGroup: "attribute group",
};

/** How many redefinitions lie between a declaration and the one that holds now. */
function stepsTo(declared: Declared, current: Declared | undefined): number {
  return declared === current || current === undefined
    ? 0
    : 1 + stepsTo(declared, current.original);
}

function keyOf({ element, scope }: Declared): string {
  return new QName(scope.targetNamespace, element.attribute("name") ?? "").key;
}
