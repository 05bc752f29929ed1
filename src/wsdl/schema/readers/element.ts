/** Element declarations (XML Schema part 1 §3.3). */
import {
  type ElementDeclaration,
  type QName,
  type TypeDefinition,
  XSD,
} from "../../../contract/index.js";
import { documentationOf } from "../../documents/documentation.js";
import type { Element } from "../../documents/element.js";
import type { Declared } from "../declarations/declared.js";
import { ANY_TYPE } from "../known.js";
import type { SchemaContext } from "../schema-context.js";
import { isTrue, valueConstraint } from "./attribute-value.js";
import type { Draft } from "./draft.js";

/** A declaration without its type, which `typeOfElement` reads. */
export function elementShell(
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
    constraint: valueConstraint(element),
    documentation: documentationOf(element.first(XSD, "annotation"), XSD),
    location: element.location,
  };
}

/**
 * The type that the `type` attribute names, else the type inside the element, else that of the head of its substitution
 * group, else `xs:anyType` (XML Schema part 1 §3.3.2).
 */
export function typeOfElement(element: Element, context: SchemaContext): TypeDefinition {
  const reference = element.attribute("type");
  if (reference !== undefined) return context.type(reference, element);
  const inline = context.inlineType(element);
  if (inline !== undefined) return inline;
  const head = headOf(element, context);
  return head === undefined ? ANY_TYPE : typeOfElement(head.element, context.within(head));
}

/** The nearest head of the substitution groups that has a type. */
function headOf(start: Element, startContext: SchemaContext): Declared | undefined {
  const seen = new Set<Element>();
  let element = start;
  let context = startContext;
  while (!seen.has(element)) {
    seen.add(element);
    context.budget.addComponents(1, start);
    context.budget.checkDepth(seen.size, "The substitution groups are nested", start);
    const reference = element.attribute("substitutionGroup");
    if (reference === undefined) return undefined;
    const found = context.element(reference, element);
    const head = found && context.declarationOf(found);
    if (head === undefined || hasType(head.element)) return head;
    element = head.element;
    context = startContext.within(head);
  }
  startContext.diagnostics.invalid(
    "The substitution group of this element leads back to the element. Remove one of the substitutionGroup attributes.",
    start.location,
  );
  return undefined;
}

function hasType(element: Element): boolean {
  const inline = element.first(XSD, "complexType") ?? element.first(XSD, "simpleType");
  return inline !== undefined || element.attribute("type") !== undefined;
}
