/** Types that are named on the wire (XML Schema part 1 §2.6.1). */
import { EncodeError } from "../../errors/index.js";
import {
  type ComplexType,
  type ComplexTypes,
  type SimpleType,
  unrestricted,
} from "../../schema/index.js";
import { escapeAttribute, expanded, XSD_NAMESPACE, XSI_NAMESPACE } from "../../xml/index.js";
import { invalidValue } from "./check.js";
import type { XmlStyle } from "./xml-style.js";

/** The type that the member `$type` of a value names. @throws EncodeError if it is none of the types */
export function chosenType(types: ComplexTypes, key: unknown, path: string): ComplexType {
  const chosen = typeof key === "string" && Object.hasOwn(types, key) ? types[key] : undefined;
  if (chosen !== undefined) return chosen;
  if (Object.keys(types).length === 0) {
    const problem = "its type is abstract, and the contract has no concrete type derived from it";
    throw new EncodeError(`${path} cannot be sent: ${problem}.`, path);
  }
  throw invalidValue(`${path}/$type`, key, `one of ${Object.keys(types).join(", ")}`);
}

/** The declaration of the prefix `xsi` in a tag, with a blank before it; `""` if the envelope has it. */
export function xsiDeclaration({ declaresXsi }: XmlStyle): string {
  return declaresXsi ? ` xmlns:xsi="${XSI_NAMESPACE}"` : "";
}

/** `xsi:type` for a type by its `{namespace}local`, with a blank before it. */
export function typeAttribute(name: string, style: XmlStyle): string {
  const { namespace, local } = expanded(name);
  const declaration = xsiDeclaration(style);
  if (namespace === "") return `${declaration} xsi:type="${local}"`;
  return `${declaration} xmlns:t="${escapeAttribute(namespace)}" xsi:type="t:${local}"`;
}

/**
 * `xsi:type` for a simple type in an encoded message.
 *
 * @param name the name that its element gives to it; by default that of a built-in type
 */
export function simpleTypeAttribute(
  type: SimpleType,
  name: string | undefined,
  style: XmlStyle,
): string {
  if (name !== undefined) return name === "" ? "" : typeAttribute(name, style);
  const plain = unrestricted(type);
  const builtin =
    typeof plain === "string" ? plain : "builtin" in plain ? plain.builtin : undefined;
  return builtin === undefined ? "" : typeAttribute(`{${XSD_NAMESPACE}}${builtin}`, style);
}
