/** The SOAP encoding: types named on the wire, and arrays (SOAP 1.1 §5, SOAP 1.2 part 2 §3). */
import type { ArrayType, SimpleType } from "../schema.js";
import { escapeAttribute } from "../xml/chars.js";
import { XSD_NAMESPACE } from "../xml/scope.js";
import { rankOf } from "./decode-plan.js";
import { expanded } from "./names.js";
import { arrayWriter } from "./write-element.js";
import { type Content, type ContentWriter, misfit, XSI_DECLARATION } from "./writer.js";

const SOAP_ENCODING = "http://schemas.xmlsoap.org/soap/encoding/";

/** `xsi:type` for a type by its `{namespace}local`, with a blank before it. */
export function typeAttribute(name: string): string {
  const { namespace, local } = expanded(name);
  if (namespace === "") return ` ${XSI_DECLARATION} xsi:type="${local}"`;
  return ` ${XSI_DECLARATION} xmlns:t="${escapeAttribute(namespace)}" xsi:type="t:${local}"`;
}

/** That of a simple type: by the name that its element gives, else where it is a built-in one. */
export function encodedTypeOf(type: SimpleType, name: string | undefined): string {
  if (name !== undefined) return name === "" ? "" : typeAttribute(name);
  const builtin = typeof type === "string" ? type : "builtin" in type ? type.builtin : undefined;
  return builtin === undefined ? "" : typeAttribute(`{${XSD_NAMESPACE}}${builtin}`);
}

/** Writes a SOAP array with its type and sizes. */
export function soapArrayWriter(type: ArrayType, arrayType: string, outer: string): ContentWriter {
  const write = arrayWriter(type, outer, true);
  const rank = rankOf(arrayType);
  const own = typeAttribute(type.name ?? `{${SOAP_ENCODING}}Array`);
  const { namespace, local } = expanded(arrayType.replace(/\[[^[\]]*\]$/, ""));
  return (value, path): Content => {
    if (!Array.isArray(value)) throw misfit(path, value, "an array");
    const sizes = sizesOf(value, rank);
    const items = value.flat(rank - 1);
    const named = `xmlns:e="${SOAP_ENCODING}" xmlns:i="${escapeAttribute(namespace)}" e:arrayType="i:${local}[${sizes.join(",")}]"`;
    return {
      attributes: ` ${named}${own}`,
      text: write(items, path),
    };
  };
}

function sizesOf(value: readonly unknown[], rank: number): readonly number[] {
  const sizes: number[] = [];
  let level: unknown = value;
  for (let depth = 0; depth < rank; depth++) {
    sizes.push(Array.isArray(level) ? level.length : 0);
    level = Array.isArray(level) ? level[0] : undefined;
  }
  return sizes;
}
