/** Arrays of the SOAP encoding (SOAP 1.1 §5.4.2, SOAP 1.2 part 2 §3.1.4 to §3.1.6). */
import {
  type ArrayType,
  ENCODING_NAMESPACE,
  resolveType,
  type TypeSchema,
} from "../../schema/index.js";
import { escapeAttribute, expanded } from "../../xml/index.js";
import { rankOf } from "../values/array-rank.js";
import { invalidValue } from "./check.js";
import { arrayWriter } from "./write-array.js";
import type { Content, ContentWriter, WriterCompiler } from "./writer.js";
import { typeAttribute } from "./xsi-type.js";

/**
 * Writes an array with its type and sizes.
 *
 * @param arrayType the name of the type of its items, with brackets
 */
export function soapArrayWriter(
  type: ArrayType,
  arrayType: string,
  outer: string,
  compiler: WriterCompiler,
): ContentWriter {
  const version = compiler.encoding;
  const rank = rankOf(arrayType);
  if (version === undefined) return literalWriter(type, rank, outer, compiler);
  const write = arrayWriter(version === "soap11" ? withPlainArrays(type) : type, outer, compiler);
  const encoding = ENCODING_NAMESPACE[version];
  const own = arrayTypeAttribute(type, compiler);
  const items = version === "soap11" ? innermost(type, arrayType) : arrayType;
  const { namespace, local } = expanded(items.replace(/\[[^[\]]*\]$/, ""));
  const prefix = namespace === "" ? "" : "i:";
  const declaration = namespace === "" ? "" : ` xmlns:i="${escapeAttribute(namespace)}"`;
  const prefixes = `xmlns:e="${encoding}"${declaration}`;
  const sized =
    version === "soap11"
      ? (sizes: readonly number[]) => `e:arrayType="${prefix}${local}[${sizes.join(",")}]"`
      : (sizes: readonly number[]) => `${itemType(prefix + local)}e:arraySize="${sizes.join(" ")}"`;
  return (value, path, parts): Content => {
    if (!Array.isArray(value)) throw invalidValue(path, value, "an array");
    const sizes = sizesOf(value, rank);
    const text = write(value.flat(rank - 1), path, parts);
    return { attributes: ` ${prefixes} ${sized(sizes)}${own}`, text };
  };
}

/** The attributes of an array belong to the encoding: in a literal message it is only its items. */
function literalWriter(
  type: ArrayType,
  rank: number,
  outer: string,
  compiler: WriterCompiler,
): ContentWriter {
  const write = arrayWriter(type, outer, compiler);
  return (value, path, parts) => {
    if (!Array.isArray(value)) throw invalidValue(path, value, "an array");
    return write(value.flat(rank - 1), path, parts);
  };
}

/**
 * The type of an array of arrays by the items of the innermost array, `string[][]`: .NET does not accept the name of
 * the type of the inner arrays (SOAP 1.1 §5.4.2).
 */
function innermost(type: ArrayType, arrayType: string, outer: readonly ArrayType[] = []): string {
  const item = resolveType(type.item.type);
  if (!isSoapArray(item) || outer.includes(item)) return arrayType;
  const brackets = /\[[^[\]]*\]$/.exec(arrayType)?.[0] ?? "";
  return innermost(item, item.soapArray, [...outer, type]) + brackets;
}

/** PHP accepts arrays inside arrays as `Array`, but not by the names of their types. */
function withPlainArrays(type: ArrayType): ArrayType {
  const item = resolveType(type.item.type);
  if (!isSoapArray(item)) return type;
  const { name, ...plain } = item;
  return { ...type, item: { ...type.item, type: plain } };
}

function isSoapArray(type: TypeSchema): type is ArrayType & { readonly soapArray: string } {
  return typeof type === "object" && "item" in type && type.soapArray !== undefined;
}

/** SOAP 1.2 cannot name the type of arrays of arrays. */
function itemType(name: string): string {
  return name.endsWith("]") ? "" : `e:itemType="${name}" `;
}

/** In SOAP 1.2 the attributes identify an array; there is no type `Array`. */
function arrayTypeAttribute({ name }: ArrayType, { encoding, style }: WriterCompiler): string {
  if (name !== undefined) return typeAttribute(name, style);
  if (encoding === "soap12") return "";
  return typeAttribute(`{${ENCODING_NAMESPACE.soap11}}Array`, style);
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
