/** Simple types (XML Schema part 1 §3.14, part 2 §4). */
import {
  type EnumerationDefinition,
  FACETS,
  type Facet,
  type FacetName,
  type ListDefinition,
  type RestrictionDefinition,
  type SimpleDefinition,
  type UnionDefinition,
  XSD,
} from "../../../contract/index.js";
import { patternError } from "../../../schema/index.js";
import type { Diagnostics } from "../../diagnostics.js";
import { documentationOf } from "../../documents/documentation.js";
import type { Element } from "../../documents/element.js";
import { ANY_SIMPLE_TYPE } from "../known.js";
import type { SchemaContext, TypeRegistration } from "../schema-context.js";
import type { Draft } from "./draft.js";

/** @param registration of a type that has a name */
export function readSimpleType(
  element: Element,
  context: SchemaContext,
  registration?: TypeRegistration,
): SimpleDefinition {
  const head = {
    name: registration?.name,
    documentation: documentationOf(element.first(XSD, "annotation"), XSD),
    location: element.location,
  };
  const list = element.first(XSD, "list");
  if (list !== undefined) {
    const type: Draft<ListDefinition> = { kind: "list", ...head, item: ANY_SIMPLE_TYPE };
    registration?.register(type);
    context.later(() => {
      type.item = referredOrInline(list, "itemType", context);
    });
    return type;
  }
  const union = element.first(XSD, "union");
  if (union !== undefined) {
    const type: Draft<UnionDefinition> = { kind: "union", ...head, members: [] };
    registration?.register(type);
    context.later(() => {
      type.members = unionMembers(union, context);
    });
    return type;
  }
  const restriction = element.first(XSD, "restriction");
  if (restriction === undefined) {
    context.diagnostics.invalid(
      "This xs:simpleType has no xs:restriction, xs:list or xs:union. Add one of them.",
      element.location,
    );
  }
  const type = restrictionShell(restriction ?? element, head, context.diagnostics);
  registration?.register(type);
  if (restriction !== undefined) {
    context.later(() => {
      type.base = referredOrInline(restriction, "base", context);
    });
    if (type.kind === "enumeration") context.atLast(() => resolveNames(type, restriction));
  }
  return type;
}

/** Writes values that are QNames as `{namespace}local`: their prefixes are known in the schema only. */
function resolveNames(type: Draft<EnumerationDefinition>, restriction: Element): void {
  if (!isNameType(type.base)) return;
  const elements = restriction.all(XSD, "enumeration");
  type.values = type.values.map((each, index) => ({
    ...each,
    value: elements[index]?.qname(each.value)?.toString() ?? each.value,
  }));
}

function isNameType(type: SimpleDefinition): boolean {
  if (type.kind === "builtin") return type.name.local === "QName" || type.name.local === "NOTATION";
  return (type.kind === "restriction" || type.kind === "enumeration") && isNameType(type.base);
}

/** A restriction without its base; one with enumerated values is an enumeration. */
export function restrictionShell(
  restriction: Element,
  head: Pick<RestrictionDefinition, "name" | "documentation" | "location">,
  diagnostics: Diagnostics,
): Draft<RestrictionDefinition> | Draft<EnumerationDefinition> {
  const values = restriction.all(XSD, "enumeration").map((each) => ({
    value: each.attribute("value") ?? "",
    documentation: documentationOf(each.first(XSD, "annotation"), XSD),
  }));
  const shared = { ...head, base: ANY_SIMPLE_TYPE, facets: facetsOf(restriction, diagnostics) };
  return values.length === 0
    ? { kind: "restriction", ...shared }
    : { kind: "enumeration", ...shared, values };
}

function facetsOf(restriction: Element, diagnostics: Diagnostics): readonly Facet[] {
  return restriction.children.flatMap((child) => {
    const { local } = child.name;
    if (child.name.namespace !== XSD || !isFacet(local)) return [];
    const value = child.attribute("value") ?? "";
    const error = local === "pattern" ? patternError(value) : undefined;
    if (error !== undefined)
      diagnostics.warning(`${error.message} It is not checked.`, child.location);
    return [{ name: local, value }];
  });
}

const FACET_NAMES: ReadonlySet<string> = new Set(FACETS);

function isFacet(name: string): name is FacetName {
  return FACET_NAMES.has(name);
}

/** The type that an attribute refers to, or the type inside the element. */
function referredOrInline(
  element: Element,
  attribute: string,
  context: SchemaContext,
): SimpleDefinition {
  const reference = element.attribute(attribute);
  if (reference !== undefined) return context.simpleBase(reference, element);
  const inline = element.first(XSD, "simpleType");
  if (inline !== undefined) return readSimpleType(inline, context.anonymous());
  context.diagnostics.invalid(
    `This xs:${element.name.local} has neither ${attribute} nor an xs:simpleType. Add one of them.`,
    element.location,
  );
  return ANY_SIMPLE_TYPE;
}

function unionMembers(union: Element, context: SchemaContext): readonly SimpleDefinition[] {
  const references = (union.attribute("memberTypes") ?? "")
    .split(/\s+/)
    .filter((each) => each !== "");
  return [
    ...references.map((reference) => context.simpleType(reference, union)),
    ...union.all(XSD, "simpleType").map((inline) => readSimpleType(inline, context.anonymous())),
  ];
}
