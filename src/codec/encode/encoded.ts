/** The SOAP encoding: types named on the wire, and arrays (SOAP 1.1 §5, SOAP 1.2 part 2 §3). */
import {
  type ArrayType,
  ENCODING_NAMESPACE,
  resolveType,
  type SimpleType,
  type SoapVersion,
  type TypeSchema,
} from "../../schema/index.js";
import { escapeAttribute, expanded, XSD_NAMESPACE } from "../../xml/index.js";
import { rankOf } from "../values/array-rank.js";
import { arrayWriter } from "./write-element.js";
import { type Content, type ContentWriter, invalidValue, XSI_DECLARATION } from "./writer.js";

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

/** Writes a SOAP array with its type and sizes (SOAP 1.1 §5.4.2, SOAP 1.2 part 2 §3.1.4 to §3.1.6). */
export function soapArrayWriter(
  type: ArrayType,
  arrayType: string,
  outer: string,
  version: SoapVersion,
): ContentWriter {
  const write = arrayWriter(version === "soap11" ? withPlainArrays(type) : type, outer, version);
  const rank = rankOf(arrayType);
  const encoding = ENCODING_NAMESPACE[version];
  const own = arrayTypeAttribute(type, version);
  const items = version === "soap11" ? innermost(type, arrayType) : arrayType;
  const { namespace, local } = expanded(items.replace(/\[[^[\]]*\]$/, ""));
  const prefixes = `xmlns:e="${encoding}" xmlns:i="${escapeAttribute(namespace)}"`;
  const sized =
    version === "soap11"
      ? (sizes: readonly number[]) => `e:arrayType="i:${local}[${sizes.join(",")}]"`
      : (sizes: readonly number[]) => `${itemType(local)}e:arraySize="${sizes.join(" ")}"`;
  return (value, path, parts): Content => {
    if (!Array.isArray(value)) throw invalidValue(path, value, "an array");
    const sizes = sizesOf(value, rank);
    const text = write(value.flat(rank - 1), path, parts);
    return { attributes: ` ${prefixes} ${sized(sizes)}${own}`, text };
  };
}

/**
 * An array of arrays by what the innermost hold, `string[][]`: .NET doesn't know it by the name of its items' type
 * (SOAP 1.1 §5.4.2).
 */
function innermost(type: ArrayType, arrayType: string, outer: readonly ArrayType[] = []): string {
  const item = resolveType(type.item.type);
  if (!isSoapArray(item) || outer.includes(item)) return arrayType;
  const brackets = /\[[^[\]]*\]$/.exec(arrayType)?.[0] ?? "";
  return innermost(item, item.soapArray, [...outer, type]) + brackets;
}

/** PHP does not know arrays inside arrays by names of their own, but as `Array`. */
function withPlainArrays(type: ArrayType): ArrayType {
  const item = resolveType(type.item.type);
  if (!isSoapArray(item)) return type;
  const { name, ...plain } = item;
  return { ...type, item: { ...type.item, type: plain } };
}

function isSoapArray(type: TypeSchema): type is ArrayType & { readonly soapArray: string } {
  return typeof type === "object" && "item" in type && type.soapArray !== undefined;
}

/** SOAP 1.2 has no name for arrays of arrays. */
function itemType(local: string): string {
  return local.endsWith("]") ? "" : `e:itemType="i:${local}" `;
}

/** SOAP 1.2 knows an array by its attributes, and has no type of that name. */
function arrayTypeAttribute({ name }: ArrayType, version: SoapVersion): string {
  if (name !== undefined) return typeAttribute(name);
  return version === "soap11" ? typeAttribute(`{${ENCODING_NAMESPACE.soap11}}Array`) : "";
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
