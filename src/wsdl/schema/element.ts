/** Element declarations (XML Schema part 1 §3.3). */
import {
  type ElementDeclaration,
  type QName,
  type TypeDefinition,
  type ValueConstraint,
  XSD,
} from "../../contract/index.js";
import type { Element } from "../documents/document.js";
import { documentationOf } from "../documents/documentation.js";
import type { Components } from "./components.js";
import type { Declared, SchemaScope } from "./declarations.js";
import type { Draft } from "./draft.js";
import { ANY_TYPE } from "./known.js";

/** A declaration whose type is still to be filled in. */
export function shellOf(
  element: Element,
  name: QName,
  isGlobal: boolean,
): Draft<ElementDeclaration> {
  return {
    name,
    type: ANY_TYPE,
    nillable: isTrue(element.attribute("nillable")),
    isGlobal,
    abstract: isTrue(element.attribute("abstract")),
    substitutes: [],
    constraint: constraintOf(element),
    documentation: documentationOf(element.first(XSD, "annotation"), XSD),
    location: element.location,
  };
}

/** @param group the named group that the element is read for */
export function fillElement(
  shell: Draft<ElementDeclaration>,
  element: Element,
  scope: SchemaScope,
  components: Components,
  group?: Declared,
): void {
  shell.type = typeOf(element, scope, components, group);
}

/** By its `type`, inside it, that of the head of its substitution group, or xs:anyType (§3.3.2). */
function typeOf(
  element: Element,
  scope: SchemaScope,
  components: Components,
  group?: Declared,
): TypeDefinition {
  const reference = element.attribute("type");
  if (reference !== undefined) return components.type(reference, element, scope);
  const inline = components.inlineType(element, scope, group);
  if (inline !== undefined) return inline;
  const head = headOf(element, scope, components);
  return head === undefined ? ANY_TYPE : typeOf(head.element, head.scope, components);
}

/** The nearest head of the substitution groups that says its type; `undefined` where there is none. */
function headOf(
  element: Element,
  scope: SchemaScope,
  components: Components,
): Declared | undefined {
  const seen = new Set<Element>();
  let at = { element, scope };
  while (!seen.has(at.element)) {
    seen.add(at.element);
    const reference = at.element.attribute("substitutionGroup");
    if (reference === undefined) return undefined;
    const found = components.element(reference, at.element, at.scope);
    const head = found && components.declarations.of("element").get(found.name.key);
    if (head === undefined || hasType(head.element)) return head;
    at = head;
  }
  components.invalid("The substitution group of this element leads back to it.", element.location);
  return undefined;
}

function hasType(element: Element): boolean {
  const inline = element.first(XSD, "complexType") ?? element.first(XSD, "simpleType");
  return inline !== undefined || element.attribute("type") !== undefined;
}

export function constraintOf(element: Element): ValueConstraint | undefined {
  for (const kind of ["default", "fixed"] as const) {
    const value = element.attribute(kind);
    if (value !== undefined) return { kind, value };
  }
  return undefined;
}

export function isTrue(value: string | undefined): boolean {
  return value?.trim() === "true" || value?.trim() === "1";
}
