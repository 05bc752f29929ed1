/** Complex types (XML Schema part 1 §3.4). */
import {
  type ComplexDefinition,
  type SimpleDefinition,
  type TypeDefinition,
  XSD,
} from "../../../contract/index.js";
import { documentationOf } from "../../documents/documentation.js";
import type { Element } from "../../documents/element.js";
import { ANY_SIMPLE_TYPE } from "../known.js";
import type { SchemaContext, TypeRegistration } from "../schema-context.js";
import { readAttributes } from "./attribute.js";
import { isTrue } from "./attribute-value.js";
import { complexDraft, type Draft } from "./draft.js";
import { readContent } from "./particle.js";
import { readSimpleType, restrictionShell } from "./simple-type.js";
import { readSoapArray } from "./soap-array.js";

/**
 * The type is returned with its name and flags only; its content, which may contain the type, is read later.
 *
 * @param registration of a type that has a name
 */
export function readComplexType(
  element: Element,
  context: SchemaContext,
  registration?: TypeRegistration,
): ComplexDefinition {
  const type = complexDraft({
    name: registration?.name,
    documentation: documentationOf(element.first(XSD, "annotation"), XSD),
    location: element.location,
  });
  type.abstract = isTrue(element.attribute("abstract"));
  type.mixed = isTrue(element.attribute("mixed"));
  registration?.register(type);
  context.later(() => fill(type, element, context));
  return type;
}

function fill(type: Draft<ComplexDefinition>, element: Element, context: SchemaContext): void {
  const simple = element.first(XSD, "simpleContent");
  const complex = element.first(XSD, "complexContent");
  const content = simple ?? complex;
  if (content === undefined) {
    fillContent(type, element, context);
    return;
  }
  if (isTrue(content.attribute("mixed"))) type.mixed = true;
  const derivation = content.first(XSD, "extension") ?? content.first(XSD, "restriction");
  const base = derivation?.attribute("base");
  if (derivation === undefined || base === undefined) {
    context.diagnostics.warning(
      `xs:${content.name.local} has no xs:extension or xs:restriction with a base. Its children are read as the content of the type.`,
      content.location,
    );
    fillContent(type, derivation ?? content, context);
    return;
  }
  const from = context.baseType(base, derivation);
  if (simple !== undefined) fillText(type, derivation, from, context);
  else fillDerived(type, derivation, from, context);
}

function fillContent(
  type: Draft<ComplexDefinition>,
  parent: Element,
  context: SchemaContext,
): void {
  type.content = readContent(parent, context);
  Object.assign(type, readAttributes(parent, context));
}

function fillDerived(
  type: Draft<ComplexDefinition>,
  derivation: Element,
  base: TypeDefinition,
  context: SchemaContext,
): void {
  fillContent(type, derivation, context);
  if (base.kind === "any") return;
  if (base.kind !== "complex") {
    context.diagnostics.invalid(
      `${derivation.attribute("base")} is a simple type, but the base of complex content must be a complex type. Use xs:simpleContent.`,
      derivation.location,
    );
    return;
  }
  if (base.soapArray !== undefined) {
    type.soapArray = readSoapArray(derivation, type, context) ?? base.soapArray;
    return;
  }
  const by = derivation.name.local === "extension" ? "extension" : "restriction";
  type.derivation = { by, base };
  // The base may be read later than this type.
  context.atLast(() => inheritSoapArray(type));
}

/** A type derived from a SOAP array is the same array. */
function inheritSoapArray(type: Draft<ComplexDefinition>): void {
  const seen = new Set<ComplexDefinition>();
  let base = type.derivation?.base;
  while (base !== undefined && base.soapArray === undefined && !seen.has(base)) {
    seen.add(base);
    base = base.derivation?.base;
  }
  if (base?.soapArray === undefined) return;
  type.soapArray = base.soapArray;
  type.derivation = undefined;
}

/** Simple content: the type of the text is known when the base is complete. */
function fillText(
  type: Draft<ComplexDefinition>,
  derivation: Element,
  base: TypeDefinition,
  context: SchemaContext,
): void {
  Object.assign(type, readAttributes(derivation, context));
  const isExtension = derivation.name.local === "extension";
  if (base.kind === "complex") {
    type.derivation = { by: isExtension ? "extension" : "restriction", base };
  }
  const inherited = (): SimpleDefinition => {
    if (base.kind === "any") return ANY_SIMPLE_TYPE;
    return base.kind === "complex" ? textOf(base) : base;
  };
  if (isExtension) {
    if (base.kind !== "complex" && base.kind !== "any") type.text = base;
    else context.atLast(() => (type.text ??= inherited()));
    return;
  }
  const inline = derivation.first(XSD, "simpleType");
  const shell = restrictionShell(
    derivation,
    {
      name: undefined,
      documentation: undefined,
      location: derivation.location,
    },
    context.diagnostics,
  );
  if (inline !== undefined) shell.base = readSimpleType(inline, context.anonymous());
  else context.atLast(() => (shell.base = inherited()));
  type.text = shell;
}

/** The simple content of a type, or of its nearest base that declares one. */
function textOf(type: ComplexDefinition): SimpleDefinition {
  const seen = new Set<ComplexDefinition>();
  let each: ComplexDefinition | undefined = type;
  while (each !== undefined && !seen.has(each)) {
    if (each.text !== undefined) return each.text;
    seen.add(each);
    each = each.derivation?.base;
  }
  return ANY_SIMPLE_TYPE;
}
