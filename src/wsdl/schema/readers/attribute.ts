/** Attributes, attribute groups and attribute wildcards (XML Schema part 1 §3.2, §3.6, §3.10). */
import {
  type AttributeDeclaration,
  QName,
  type SimpleDefinition,
  type Wildcard,
  XSD,
} from "../../../contract/index.js";
import { documentationOf } from "../../documents/documentation.js";
import type { Element } from "../../documents/element.js";
import { ANY_SIMPLE_TYPE } from "../known.js";
import type { SchemaContext } from "../schema-context.js";
import { valueConstraint } from "./attribute-value.js";
import { readSimpleType } from "./simple-type.js";
import { readWildcard } from "./wildcard.js";

export interface AttributeUses {
  readonly attributes: AttributeDeclaration[];
  readonly prohibited: QName[];
  anyAttribute: Wildcard | undefined;
}

/** A declaration, global or local. */
export function readAttribute(
  element: Element,
  name: QName,
  context: SchemaContext,
): AttributeDeclaration {
  return {
    name,
    type: typeOf(element, context),
    required: element.attribute("use") === "required",
    constraint: valueConstraint(element),
    documentation: documentationOf(element.first(XSD, "annotation"), XSD),
    location: element.location,
  };
}

function typeOf(element: Element, context: SchemaContext): SimpleDefinition {
  const reference = element.attribute("type");
  if (reference !== undefined) return context.simpleType(reference, element);
  const inline = element.first(XSD, "simpleType");
  return inline === undefined ? ANY_SIMPLE_TYPE : readSimpleType(inline, context.anonymous());
}

/** The attributes that the children of a type, a derivation or an attribute group declare. */
export function readAttributes(parent: Element, context: SchemaContext): AttributeUses {
  const uses: AttributeUses = { attributes: [], prohibited: [], anyAttribute: undefined };
  collect(parent, { uses, names: new Set() }, context, 0);
  return uses;
}

interface Collected {
  readonly uses: AttributeUses;
  /** The names of the attributes. */
  readonly names: Set<string>;
}

/** @param depth the number of references to groups that lead to the attributes */
function collect(
  parent: Element,
  collected: Collected,
  context: SchemaContext,
  depth: number,
): void {
  const { uses } = collected;
  context.budget.addComponents(1, parent);
  context.budget.checkDepth(depth, "The attribute groups of a type are nested", parent);
  for (const child of parent.all(XSD, "attribute")) {
    // In an attribute group it prohibits nothing (part 1 §3.6.2).
    if (depth > 0 && child.attribute("use") === "prohibited") continue;
    readUse(child, collected, context);
  }
  for (const child of parent.all(XSD, "anyAttribute")) {
    uses.anyAttribute ??= readWildcard(child, context.scope);
  }
  for (const child of parent.all(XSD, "attributeGroup")) {
    const reference = child.attribute("ref");
    if (reference === undefined) continue;
    const group = context.group("attributeGroup", reference, child);
    if (group === undefined || context.path.includes(group)) continue;
    collect(group.element, collected, context.within(group), depth + 1);
  }
}

function readUse(element: Element, { uses, names }: Collected, context: SchemaContext): void {
  context.budget.addComponents(1, element);
  const attribute = readLocal(element, context);
  if (attribute === undefined) return;
  if (element.attribute("use") === "prohibited") {
    uses.prohibited.push(attribute.name);
    return;
  }
  if (names.has(attribute.name.key)) return;
  names.add(attribute.name.key);
  uses.attributes.push(attribute);
}

function readLocal(element: Element, context: SchemaContext): AttributeDeclaration | undefined {
  const reference = element.attribute("ref");
  if (reference !== undefined) {
    const declaration = context.attribute(reference, element);
    return (
      declaration && {
        ...declaration,
        required: element.attribute("use") === "required",
        constraint: valueConstraint(element) ?? declaration.constraint,
        location: element.location,
      }
    );
  }
  const local = element.token("name");
  if (local === undefined) {
    context.diagnostics.invalid(
      "This xs:attribute has neither name nor ref. Add one of them.",
      element.location,
    );
    return undefined;
  }
  const { qualifiedAttributes, targetNamespace } = context.scope;
  const form = element.attribute("form");
  const qualified = form === undefined ? qualifiedAttributes : form === "qualified";
  return readAttribute(element, new QName(qualified ? targetNamespace : "", local), context);
}
