/** Complex types (XML Schema part 1 §3.4). */
import {
  type ComplexDefinition,
  type QName,
  type SimpleDefinition,
  type TypeDefinition,
  XSD,
} from "../../contract/index.js";
import type { Element } from "../documents/document.js";
import { documentationOf } from "../documents/documentation.js";
import { readAttributes } from "./attribute.js";
import type { Components } from "./components.js";
import type { Declared, SchemaScope } from "./declarations.js";
import { complexDraft, type Draft } from "./draft.js";
import { isTrue } from "./element.js";
import { ANY_SIMPLE_TYPE } from "./known.js";
import { readContent } from "./particle.js";
import { readSimpleType, restrictionShell } from "./simple-type.js";
import { readSoapArray } from "./soap-array.js";

/**
 * @param keep takes the type before it is filled in, which is done later: it may hold itself
 * @param own its declaration, where it has a name
 */
export function readComplexType(
  element: Element,
  name: QName | undefined,
  scope: SchemaScope,
  components: Components,
  keep: (type: TypeDefinition) => void,
  own?: Declared,
): ComplexDefinition {
  const type = complexDraft({
    name,
    documentation: documentationOf(element.first(XSD, "annotation"), XSD),
    location: element.location,
  });
  type.abstract = isTrue(element.attribute("abstract"));
  type.mixed = isTrue(element.attribute("mixed"));
  keep(type);
  components.later(() => fill(type, element, scope, components, own));
  return type;
}

function fill(
  type: Draft<ComplexDefinition>,
  element: Element,
  scope: SchemaScope,
  components: Components,
  own: Declared | undefined,
): void {
  const simple = element.first(XSD, "simpleContent");
  const complex = element.first(XSD, "complexContent");
  const content = simple ?? complex;
  if (content === undefined) {
    fillContent(type, element, scope, components);
    return;
  }
  if (isTrue(content.attribute("mixed"))) type.mixed = true;
  const derivation = content.first(XSD, "extension") ?? content.first(XSD, "restriction");
  const base = derivation?.attribute("base");
  if (derivation === undefined || base === undefined) {
    components.faults.notice(
      `xs:${content.name.local} has no extension or restriction with a base; what it holds is taken as it stands.`,
      content.location,
    );
    fillContent(type, derivation ?? content, scope, components);
    return;
  }
  const from = components.base(base, derivation, scope, own);
  if (simple !== undefined) fillText(type, derivation, from, scope, components);
  else fillDerived(type, derivation, from, scope, components);
}

function fillContent(
  type: Draft<ComplexDefinition>,
  parent: Element,
  scope: SchemaScope,
  components: Components,
): void {
  type.content = readContent(parent, { scope, components, inside: [] });
  Object.assign(type, readAttributes(parent, scope, components));
}

function fillDerived(
  type: Draft<ComplexDefinition>,
  derivation: Element,
  base: TypeDefinition,
  scope: SchemaScope,
  components: Components,
): void {
  fillContent(type, derivation, scope, components);
  if (base.kind === "any") return;
  if (base.kind !== "complex") {
    components.invalid(
      `${derivation.attribute("base")} is a simple type, which complex content can't be made of.`,
      derivation.location,
    );
    return;
  }
  if (base.soapArray !== undefined) {
    type.soapArray = readSoapArray(derivation, type, scope, components) ?? base.soapArray;
    return;
  }
  const by = derivation.name.local === "extension" ? "extension" : "restriction";
  type.derivation = { by, base };
}

/** Simple content: the text's type is known when that of the base is. */
function fillText(
  type: Draft<ComplexDefinition>,
  derivation: Element,
  base: TypeDefinition,
  scope: SchemaScope,
  components: Components,
): void {
  Object.assign(type, readAttributes(derivation, scope, components));
  const isExtension = derivation.name.local === "extension";
  if (base.kind === "complex") {
    type.derivation = { by: isExtension ? "extension" : "restriction", base };
  }
  const inherited = (): SimpleDefinition => {
    if (base.kind === "any") return ANY_SIMPLE_TYPE;
    return base.kind === "complex" ? textOf(base, new Set()) : base;
  };
  if (isExtension) {
    if (base.kind !== "complex" && base.kind !== "any") type.text = base;
    else components.atLast(() => (type.text ??= inherited()));
    return;
  }
  const inline = derivation.first(XSD, "simpleType");
  const shell = restrictionShell(derivation, {
    name: undefined,
    documentation: undefined,
    location: derivation.location,
  });
  if (inline !== undefined)
    shell.base = readSimpleType(inline, undefined, scope, components, () => {});
  else components.atLast(() => (shell.base = inherited()));
  type.text = shell;
}

/** The simple content of a type or of the nearest base that has one of its own. */
function textOf(
  { text, derivation }: ComplexDefinition,
  seen: Set<ComplexDefinition>,
): SimpleDefinition {
  if (text !== undefined) return text;
  if (derivation === undefined || seen.has(derivation.base)) return ANY_SIMPLE_TYPE;
  seen.add(derivation.base);
  return textOf(derivation.base, seen);
}
