/** What the readers of schema components know and use: where they are, and how to find other components. */
import type {
  AttributeDeclaration,
  ElementDeclaration,
  QName,
  SimpleDefinition,
  TypeDefinition,
} from "../../contract/index.js";
import type { Diagnostics } from "../diagnostics.js";
import type { Element } from "../documents/element.js";
import type { Budget } from "../limits.js";
import type { Declared, SchemaScope } from "./declarations/declared.js";

/**
 * The context in which a component is read. A reference is a QName in an attribute of the element `from`; if it leads
 * nowhere, that is reported at `from`.
 */
export interface SchemaContext {
  readonly scope: SchemaScope;
  readonly diagnostics: Diagnostics;
  readonly budget: Budget;
  /** The named declarations that are being read, the innermost last; empty in a type without a name. */
  readonly path: readonly Declared[];
  /** The context inside a named declaration, whose schema may be another one. */
  within(declared: Declared): SchemaContext;
  /** The context inside a type without a name. */
  anonymous(): SchemaContext;

  /** The type that is referred to; `xs:anyType` if it does not exist. */
  type(reference: string, from: Element): TypeDefinition;
  /** As `type`, for the base of a derivation: in a redefinition, its own name refers to the original. */
  baseType(reference: string, from: Element): TypeDefinition;
  /** The simple type that is referred to; `xs:anySimpleType` if it does not exist. */
  simpleType(reference: string, from: Element): SimpleDefinition;
  /** As `simpleType`, for the base of a derivation. */
  simpleBase(reference: string, from: Element): SimpleDefinition;
  /** The type that an element declaration contains; `undefined` if it contains none. */
  inlineType(element: Element): TypeDefinition | undefined;
  element(reference: string, from: Element): ElementDeclaration | undefined;
  /** The declaration of a global element in a schema document; `undefined` for a predefined one. */
  declarationOf(element: ElementDeclaration): Declared | undefined;
  attribute(reference: string, from: Element): AttributeDeclaration | undefined;
  /** The declaration of a named group; in a redefinition, its own name refers to the original. */
  group(space: "group" | "attributeGroup", reference: string, from: Element): Declared | undefined;

  /** Completes a component after the current one: chains of types may be longer than the call stack. */
  later(work: () => void): void;
  /** Does what requires all components to be complete. */
  atLast(work: () => void): void;
}

/** The name of a type, and what registers the type before its content is read, which may refer to it. */
export interface TypeRegistration {
  readonly name: QName;
  readonly register: (type: TypeDefinition) => void;
}
