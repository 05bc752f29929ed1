/** The components of a contract's schemas, read on demand because they may refer to each other in circles. */
import {
  type AttributeDeclaration,
  type ElementDeclaration,
  QName,
  type TypeDefinition,
} from "../../contract/index.js";
import type { Diagnostics } from "../diagnostics.js";
import type { Element } from "../documents/element.js";
import type { Budget } from "../limits.js";
import { checkTypes } from "./check-types.js";
import { reportCircularTypes } from "./circular-types.js";
import { ComponentLookup, type ComponentSource } from "./component-lookup.js";
import type { Declarations } from "./declarations/declarations.js";
import { type Declared, nameOf } from "./declarations/declared.js";
import { readAttribute } from "./readers/attribute.js";
import { readComplexType } from "./readers/complex-type.js";
import { elementShell, typeOfElement } from "./readers/element.js";
import { readSimpleType } from "./readers/simple-type.js";
import { RecursiveGroups } from "./recursive-groups.js";
import type { SchemaContext } from "./schema-context.js";
import { linkSubstitutes, type Substitution } from "./substitution-groups.js";

export class Components implements ComponentSource {
  readonly recursiveGroups: RecursiveGroups;
  readonly #elements = new Map<Declared, ElementDeclaration>();
  readonly #types = new Map<Declared, TypeDefinition>();
  readonly #attributes = new Map<Declared, AttributeDeclaration>();
  /** Outside of all schemas, where the parts of messages are. */
  readonly #outside: SchemaContext;
  readonly #open: (() => void)[] = [];
  readonly #last: (() => void)[] = [];

  constructor(
    readonly diagnostics: Diagnostics,
    readonly declarations: Declarations,
    readonly budget: Budget,
  ) {
    this.recursiveGroups = new RecursiveGroups(declarations.of("group"), budget);
    this.#outside = new ComponentLookup(this, undefined);
  }

  later(work: () => void): void {
    this.#open.push(work);
  }

  atLast(work: () => void): void {
    this.#last.push(work);
  }

  /** Reads every global type and element, and everything that they refer to. */
  complete(): { types: readonly TypeDefinition[]; elements: readonly ElementDeclaration[] } {
    const types = [...this.declarations.of("type").values()].map((each) => this.typeOf(each));
    const elements = [...this.declarations.of("element").values()].map((each) =>
      this.elementOf(each),
    );
    // More is added during the loop.
    for (const work of this.#open) work();
    if (reportCircularTypes(types, this.diagnostics)) return { types, elements };
    for (const work of this.#last) work();
    linkSubstitutes(this.#substitutions(), this.budget);
    checkTypes(types, elements, this.budget);
    return { types, elements };
  }

  /** The global element that the part of a message refers to. */
  elementOfPart(reference: string, part: Element): ElementDeclaration | undefined {
    return this.#outside.element(reference, part);
  }

  /** The type that the part of a message refers to. */
  typeOfPart(reference: string, part: Element): TypeDefinition {
    return this.#outside.type(reference, part);
  }

  elementOf(declared: Declared): ElementDeclaration {
    const read = this.#elements.get(declared);
    if (read !== undefined) return read;
    const { element } = declared;
    const shell = elementShell(element, nameOf(declared), true);
    this.#elements.set(declared, shell);
    this.later(() => {
      shell.type = typeOfElement(element, this.#contextOf(declared));
    });
    return shell;
  }

  typeOf(declared: Declared): TypeDefinition {
    const read = this.#types.get(declared);
    if (read !== undefined) return read;
    const { element } = declared;
    const own = nameOf(declared);
    const steps = redefinitionsBetween(declared, this.declarations.of("type").get(own.key));
    const registration = {
      name: new QName(own.namespace, own.local + "_original".repeat(steps)),
      register: (type: TypeDefinition) => this.#types.set(declared, type),
    };
    return element.name.local === "complexType"
      ? readComplexType(element, this.#contextOf(declared), registration)
      : readSimpleType(element, this.#contextOf(declared), registration);
  }

  attributeOf(declared: Declared): AttributeDeclaration {
    const read = this.#attributes.get(declared);
    if (read !== undefined) return read;
    const context = this.#contextOf(declared);
    const attribute = readAttribute(declared.element, nameOf(declared), context);
    this.#attributes.set(declared, attribute);
    return attribute;
  }

  #contextOf(declared: Declared): SchemaContext {
    return new ComponentLookup(this, declared.scope, [declared]);
  }

  #substitutions(): readonly Substitution[] {
    return [...this.declarations.of("element").values()].flatMap((declared): Substitution[] => {
      const reference = declared.element.attribute("substitutionGroup");
      if (reference === undefined) return [];
      const head = this.#contextOf(declared).element(reference, declared.element);
      const member = this.#elements.get(declared);
      return head === undefined || member === undefined ? [] : [[head, member]];
    });
  }
}

/** The number of redefinitions from a declaration to the current one of its name. */
function redefinitionsBetween(declared: Declared, current: Declared | undefined): number {
  return declared === current || current === undefined
    ? 0
    : 1 + redefinitionsBetween(declared, current.original);
}
