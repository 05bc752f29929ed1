/** Elements for wildcards: without a declaration, or declared for strict wildcards (part 1 §3.10). */
import { attributesOf, shapeOf } from "../../src/codegen/shape/shape.js";
import type {
  ElementDeclaration,
  NamespaceConstraint,
  QName,
  Wildcard,
} from "../../src/contract/index.js";
import { XmlElement } from "../../src/xml/element.js";
import type { Context } from "./context.js";
import { simpleText } from "./simple-value.js";

const FOREIGN = "urn:example:foreign";

/** Content of xs:anyType in an element of this name. */
export function anyContent(
  { namespace, local }: Pick<QName, "namespace" | "local">,
  { draw }: Context,
): XmlElement {
  const name = { namespace, local };
  if (draw.chance(0.5)) return new XmlElement(name, [], ["text & <more>"]);
  return new XmlElement(name, [], [foreign(FOREIGN, "anything"), foreign("", "unqualified")]);
}

function foreign(namespace: string, local: string): XmlElement {
  const attribute = { name: { namespace: "", local: "kind" }, value: 'a "b" & c' };
  const inner = new XmlElement({ namespace, local: "inner" }, [], ["é < ü"]);
  return new XmlElement({ namespace, local }, [attribute], ["text ", inner]);
}

/**
 * Elements that a wildcard accepts. If nothing is declared for a required strict wildcard, the element is not declared.
 *
 * @param isOptional whether there may be no element
 */
export function wildcardElement(
  { namespaces, processContents }: Wildcard,
  isOptional: boolean,
  context: Context,
): XmlElement | undefined {
  const known = processContents === "strict" ? declared(namespaces, context) : undefined;
  if (known !== undefined || (processContents === "strict" && isOptional)) return known;
  const namespace = namespaceIn(namespaces);
  return namespace === undefined ? undefined : foreign(namespace, "anything");
}

/** A namespace that a constraint accepts, a foreign one if possible; `undefined` if there is none. */
function namespaceIn(constraint: NamespaceConstraint): string | undefined {
  return constraint.kind === "listed" ? constraint.namespaces[0] : FOREIGN;
}

export function attributeNamespace({ namespaces }: Wildcard): string | undefined {
  const namespace = namespaceIn(namespaces);
  return namespace === "" ? undefined : namespace;
}

/** A global element with a text, or one that may be empty. */
function declared(constraint: NamespaceConstraint, context: Context): XmlElement | undefined {
  const { elements } = context.subject;
  const able = elements.filter(
    ({ abstract, name, type }) =>
      !abstract && takes(constraint, name.namespace) && (isPlain(type) || mayBeEmpty(type)),
  );
  if (able.length === 0) return undefined;
  const { name, type, constraint: value } = context.draw.pick(able);
  const { namespace, local } = name;
  if (type.kind === "complex" || type.kind === "any") return new XmlElement({ namespace, local });
  const text = value?.kind === "fixed" ? value.value : simpleText(type, context.draw);
  return new XmlElement({ namespace, local }, [], text === "" ? [] : [text]);
}

function takes(constraint: NamespaceConstraint, namespace: string): boolean {
  if (constraint.kind === "any") return true;
  if (constraint.kind === "listed") return constraint.namespaces.includes(namespace);
  return namespace !== "" && namespace !== constraint.namespace;
}

type Type = ElementDeclaration["type"];

/** Whether a text of the type has the same meaning in all scopes. */
function isPlain(type: Type): boolean {
  if (type.kind === "builtin") return !["QName", "NOTATION", "ENTITY"].includes(type.name.local);
  return (type.kind === "restriction" || type.kind === "enumeration") && isPlain(type.base);
}

function mayBeEmpty(type: Type): boolean {
  if (type.kind === "any") return true;
  if (type.kind !== "complex" || type.abstract || type.text !== undefined) return false;
  const { base, nodes } = shapeOf(type);
  return (
    type.soapArray === undefined &&
    nodes.every(({ minOccurs }) => minOccurs === 0) &&
    attributesOf(type).every(({ attribute }) => !attribute.required) &&
    (base === undefined || mayBeEmpty(base))
  );
}
