/** Simple types (XML Schema part 1 §3.14, part 2 §4). */
import {
  type EnumerationDefinition,
  type Facet,
  type FacetName,
  type ListDefinition,
  type QName,
  type RestrictionDefinition,
  type SimpleDefinition,
  type UnionDefinition,
  XSD,
} from "../../contract/index.js";
import type { Element } from "../documents/document.js";
import { documentationOf } from "../documents/documentation.js";
import type { Components } from "./components.js";
import type { Declared, SchemaScope } from "./declarations.js";
import type { Draft } from "./draft.js";
import { ANY_SIMPLE_TYPE } from "./known.js";

const FACETS: ReadonlySet<string> = new Set<FacetName>([
  "length",
  "minLength",
  "maxLength",
  "pattern",
  "whiteSpace",
  "minInclusive",
  "maxInclusive",
  "minExclusive",
  "maxExclusive",
  "totalDigits",
  "fractionDigits",
]);

/**
 * @param keep takes the type before it is filled in
 * @param own its declaration, where it has a name
 */
export function readSimpleType(
  element: Element,
  name: QName | undefined,
  scope: SchemaScope,
  components: Components,
  keep: (type: SimpleDefinition) => void,
  own?: Declared,
): SimpleDefinition {
  const head = {
    name,
    documentation: documentationOf(element.first(XSD, "annotation"), XSD),
    location: element.location,
  };
  const list = element.first(XSD, "list");
  if (list !== undefined) {
    const type: Draft<ListDefinition> = { kind: "list", ...head, item: ANY_SIMPLE_TYPE };
    keep(type);
    type.item = referredOrInline(list, "itemType", scope, components, own);
    return type;
  }
  const union = element.first(XSD, "union");
  if (union !== undefined) {
    const type: Draft<UnionDefinition> = { kind: "union", ...head, members: [] };
    keep(type);
    type.members = unionMembers(union, scope, components);
    return type;
  }
  const restriction = element.first(XSD, "restriction");
  if (restriction === undefined) {
    components.invalid("A simple type needs a restriction, a list or a union.", element.location);
  }
  const parts = restriction ?? element;
  const type = restrictionShell(parts, head);
  keep(type);
  if (restriction !== undefined) {
    type.base = referredOrInline(restriction, "base", scope, components, own);
    if (type.kind === "enumeration") components.atLast(() => resolveNames(type, restriction));
  }
  return type;
}

/** Values that are names mean what their prefixes do here; elsewhere they are `{namespace}local`. */
function resolveNames(type: Draft<EnumerationDefinition>, restriction: Element): void {
  if (!isNameType(type.base)) return;
  const elements = restriction.all(XSD, "enumeration");
  type.values = type.values.map((each, index) => ({
    ...each,
    value: elements[index]?.qname(each.value.trim())?.toString() ?? each.value,
  }));
}

function isNameType(type: SimpleDefinition): boolean {
  if (type.kind === "builtin") return type.name.local === "QName" || type.name.local === "NOTATION";
  return (type.kind === "restriction" || type.kind === "enumeration") && isNameType(type.base);
}

/** A restriction whose base is still to be filled in: with enumerated values it is a type of its own kind. */
export function restrictionShell(
  restriction: Element,
  head: Pick<RestrictionDefinition, "name" | "documentation" | "location">,
): Draft<RestrictionDefinition> | Draft<EnumerationDefinition> {
  const values = restriction.all(XSD, "enumeration").map((each) => ({
    value: each.attribute("value") ?? "",
    documentation: documentationOf(each.first(XSD, "annotation"), XSD),
  }));
  const shared = { ...head, base: ANY_SIMPLE_TYPE, facets: facetsOf(restriction) };
  return values.length === 0
    ? { kind: "restriction", ...shared }
    : { kind: "enumeration", ...shared, values };
}

function facetsOf(restriction: Element): readonly Facet[] {
  return restriction.children.flatMap((child) => {
    const { local } = child.name;
    return child.name.namespace === XSD && isFacet(local)
      ? [{ name: local, value: child.attribute("value") ?? "" }]
      : [];
  });
}

function isFacet(name: string): name is FacetName {
  return FACETS.has(name);
}

/** The type that an attribute refers to, or that stands inside. */
function referredOrInline(
  element: Element,
  attribute: string,
  scope: SchemaScope,
  components: Components,
  own: Declared | undefined,
): SimpleDefinition {
  const reference = element.attribute(attribute);
  if (reference !== undefined) return components.simpleType(reference, element, scope, own);
  const inline = element.first(XSD, "simpleType");
  if (inline !== undefined) return readSimpleType(inline, undefined, scope, components, () => {});
  components.invalid(
    `xs:${element.name.local} needs ${attribute} or an xs:simpleType.`,
    element.location,
  );
  return ANY_SIMPLE_TYPE;
}

function unionMembers(
  union: Element,
  scope: SchemaScope,
  components: Components,
): readonly SimpleDefinition[] {
  const references = (union.attribute("memberTypes") ?? "")
    .split(/\s+/)
    .filter((each) => each !== "");
  return [
    ...references.map((reference) => components.simpleType(reference, union, scope)),
    ...union
      .all(XSD, "simpleType")
      .map((inline) => readSimpleType(inline, undefined, scope, components, () => {})),
  ];
}
