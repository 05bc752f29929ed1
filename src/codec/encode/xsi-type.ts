/** Types that are named on the wire (XML Schema part 1 §2.6.1). */
import type { SimpleType } from "../../schema/index.js";
import { escapeAttribute, expanded, XSD_NAMESPACE, XSI_NAMESPACE } from "../../xml/index.js";

/** Declares the prefix `xsi` in a tag. */
export const XSI_DECLARATION = `xmlns:xsi="${XSI_NAMESPACE}"`;

/** `xsi:type` for a type by its `{namespace}local`, with a blank before it. */
export function typeAttribute(name: string): string {
  const { namespace, local } = expanded(name);
  if (namespace === "") return ` ${XSI_DECLARATION} xsi:type="${local}"`;
  return ` ${XSI_DECLARATION} xmlns:t="${escapeAttribute(namespace)}" xsi:type="t:${local}"`;
}

/**
 * `xsi:type` for a simple type in an encoded message.
 *
 * @param name the name that its element gives to it; by default that of a built-in type
 */
export function simpleTypeAttribute(type: SimpleType, name: string | undefined): string {
  if (name !== undefined) return name === "" ? "" : typeAttribute(name);
  const builtin = typeof type === "string" ? type : "builtin" in type ? type.builtin : undefined;
  return builtin === undefined ? "" : typeAttribute(`{${XSD_NAMESPACE}}${builtin}`);
}
