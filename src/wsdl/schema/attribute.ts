/** Attributes, attribute groups and attribute wildcards (XML Schema part 1 §3.2, §3.6, §3.10). */
import {
  type AttributeDeclaration,
  QName,
  type SimpleDefinition,
  type Wildcard,
  XSD,
} from "../../contract/index.js";
import type { Element } from "../documents/document.js";
import { documentationOf } from "../documents/documentation.js";
import type { Components } from "./components.js";
import type { Declared, SchemaScope } from "./declarations.js";
import { constraintOf } from "./element.js";
import { ANY_SIMPLE_TYPE } from "./known.js";
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
  scope: SchemaScope,
  components: Components,
): AttributeDeclaration {
  return {
    name,
    type: typeOf(element, scope, components),
    required: element.attribute("use") === "required",
    constraint: constraintOf(element),
    documentation: documentationOf(element.first(XSD, "annotation"), XSD),
    location: element.location,
  };
}

function typeOf(element: Element, scope: SchemaScope, components: Components): SimpleDefinition {
  const reference = element.attribute("type");
  if (reference !== undefined) return components.simpleType(reference, element, scope);
  const inline = element.first(XSD, "simpleType");
  return inline === undefined
    ? ANY_SIMPLE_TYPE
    : readSimpleType(inline, undefined, scope, components, () => {});
}

/** The attributes that the children of a type, a derivation or an attribute group declare. */
export function readAttributes(
  parent: Element,
  scope: SchemaScope,
  components: Components,
): AttributeUses {
  const uses: AttributeUses = { attributes: [], prohibited: [], anyAttribute: undefined };
  collect(parent, scope, components, uses, undefined, new Set());
  return uses;
}

function collect(
  parent: Element,
  scope: SchemaScope,
  components: Components,
  uses: AttributeUses,
  own: Declared | undefined,
  inside: ReadonlySet<Declared>,
): void {
  for (const child of parent.all(XSD, "attribute")) readUse(child, scope, components, uses);
  for (const child of parent.all(XSD, "anyAttribute")) {
    uses.anyAttribute ??= readWildcard(child, scope);
  }
  for (const child of parent.all(XSD, "attributeGroup")) {
    const reference = child.attribute("ref");
    if (reference === undefined) continue;
    const group = components.group("attributeGroup", reference, child, scope, own);
    if (group === undefined || inside.has(group)) continue;
    collect(group.element, group.scope, components, uses, group, new Set([...inside, group]));
  }
}

function readUse(
  element: Element,
  scope: SchemaScope,
  components: Components,
  uses: AttributeUses,
): void {
  const attribute = readLocal(element, scope, components);
  if (attribute === undefined) return;
  if (element.attribute("use") === "prohibited") {
    uses.prohibited.push(attribute.name);
    return;
  }
  const isTwice = uses.attributes.some(({ name }) => name.key === attribute.name.key);
  if (!isTwice) uses.attributes.push(attribute);
}

function readLocal(
  element: Element,
  scope: SchemaScope,
  components: Components,
): AttributeDeclaration | undefined {
  const reference = element.attribute("ref");
  if (reference !== undefined) {
    const declaration = components.attribute(reference, element, scope);
    return (
      declaration && {
        ...declaration,
        required: element.attribute("use") === "required",
        constraint: constraintOf(element) ?? declaration.constraint,
        location: element.location,
      }
    );
  }
  const local = element.attribute("name");
  if (local === undefined) {
    components.invalid("This xs:attribute has neither name nor ref.", element.location);
    return undefined;
  }
  const form = element.attribute("form");
  const qualified = form === undefined ? scope.qualifiedAttributes : form === "qualified";
  const name = new QName(qualified ? scope.targetNamespace : "", local);
  return readAttribute(element, name, scope, components);
}
