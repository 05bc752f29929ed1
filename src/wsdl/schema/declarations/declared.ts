/** Global declarations as they are in the schema documents, before they are read. */
import { QName } from "../../../contract/index.js";
import type { Element } from "../../documents/element.js";

/** The attributes of an `xs:schema` that apply to all of its content. */
export interface SchemaScope {
  readonly targetNamespace: string;
  readonly qualifiedElements: boolean;
  readonly qualifiedAttributes: boolean;
  /** The schema has no namespace and adopts that of the schema that includes it (XML Schema part 1 §4.2.1). */
  readonly isChameleon: boolean;
}

/** Outside of a schema. */
export const NO_SCHEMA: SchemaScope = {
  targetNamespace: "",
  qualifiedElements: false,
  qualifiedAttributes: false,
  isChameleon: false,
};

export interface Declared {
  readonly element: Element;
  readonly scope: SchemaScope;
  /** The declaration that it redefines; its references to its own name lead there (XML Schema part 1 §4.2.2). */
  readonly original: Declared | undefined;
}

/** The kinds of components with separate names: a type and an element may have the same one (XML Schema part 1 §2.5). */
export type SymbolSpace = "element" | "type" | "attribute" | "group" | "attributeGroup";

/** What the components are called in messages. */
export const SPACE_NAMES: Readonly<Record<SymbolSpace, string>> = {
  element: "element",
  type: "type",
  attribute: "attribute",
  group: "group",
  attributeGroup: "attribute group",
};

export function nameOf({ element, scope }: Declared): QName {
  return new QName(scope.targetNamespace, element.token("name") ?? "");
}

/**
 * The expanded name of a QName in an attribute; `undefined` if its prefix is not declared. In a chameleon schema, a
 * name without a prefix is of the including schema's namespace.
 */
export function nameIn(scope: SchemaScope, reference: string, from: Element): QName | undefined {
  const name = from.qname(reference.trim());
  return scope.isChameleon && name?.namespace === ""
    ? new QName(scope.targetNamespace, name.local)
    : name;
}
