/** Elements with their tags, as often as they occur. */
import { EncodeError } from "../../errors/index.js";
import {
  type ArrayType,
  type ElementSchema,
  isComplex,
  resolveType,
  type TypeSchema,
} from "../../schema/index.js";
import { escapeAttribute, XmlElement, xmlElementContent } from "../../xml/index.js";
import { lexicalOf } from "../values/lexical.js";
import { encodedTypeOf, soapArrayWriter } from "./encoded.js";
import { complexWriter } from "./write-complex.js";
import {
  type Content,
  type ContentWriter,
  type Encoding,
  invalidValue,
  type Parts,
  textOf,
  type Writer,
  withAttributes,
  XSI_DECLARATION,
} from "./writer.js";

/**
 * Writes a member of an object: nothing where it is left out, several elements where it repeats.
 *
 * @param namespace that of the type's elements
 * @param outer the default namespace around them
 * @param encoding names types on the wire (SOAP 1.1 §5)
 */
export function elementWriter(
  schema: ElementSchema,
  namespace: string,
  outer: string,
  encoding: Encoding,
): (values: Readonly<Record<string, unknown>>, path: string, parts: Parts) => string {
  const one = singleWriter(schema, schema.namespace ?? namespace, outer, encoding);
  const name = schema.member ?? schema.element;
  const { minOccurs, maxOccurs } = schema;
  return (values, path, parts) => {
    // Own members only: an element may be called `constructor`.
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) {
      if (minOccurs === 0 || maxOccurs !== undefined) return "";
      throw new EncodeError(`${path}/${name} is missing: it is required.`, `${path}/${name}`);
    }
    if (maxOccurs === undefined) return one(value, path, parts);
    if (!Array.isArray(value)) throw invalidValue(`${path}/${name}`, value, "an array");
    return value.map((item) => one(item, path, parts)).join("");
  };
}

function singleWriter(
  schema: ElementSchema,
  namespace: string,
  outer: string,
  encoding: Encoding,
): Writer {
  const { element } = schema;
  const name = schema.member ?? element;
  const declaration = namespace === outer ? "" : ` xmlns="${escapeAttribute(namespace)}"`;
  const start = `<${element}${declaration}`;
  const plain = `${start}>`;
  const end = `</${element}>`;
  const nil = `${start} ${XSI_DECLARATION} xsi:nil="true" />`;
  let write: ContentWriter | undefined;
  return (value, path, parts) => {
    const here = `${path}/${name}`;
    if (value === null) {
      if (schema.nillable) return nil;
      throw new EncodeError(`${here} may not be null.`, here);
    }
    // Compiled when the first value comes by, since types may hold themselves.
    write ??= contentWriter(resolveType(schema.type), schema, namespace, encoding);
    const content = write(value, here, parts);
    if (typeof content === "string") return plain + content + end;
    return `${start}${content.attributes}>${content.text}${end}`;
  };
}

/** @param outer the default namespace inside the element */
function contentWriter(
  type: TypeSchema,
  { open, typeName }: ElementSchema,
  outer: string,
  encoding: Encoding,
): ContentWriter {
  if (isComplex(type)) return complexWriter(type, outer, encoding);
  if (typeof type === "object" && "any" in type)
    return (value, path) => anyContent(value, path, outer);
  if (typeof type === "object" && "item" in type) {
    if (type.soapArray !== undefined) {
      return soapArrayWriter(type, type.soapArray, outer, encoding ?? "soap11");
    }
    return arrayWriter(type, outer, encoding);
  }
  const lexical = lexicalOf(type, open === true);
  const attributes = encoding !== undefined ? encodedTypeOf(type, typeName) : "";
  if (attributes === "") return (value, path, parts) => textOf(lexical, value, path, parts);
  return (value, path, parts) => withAttributes(attributes, textOf(lexical, value, path, parts));
}

/** A type that only wraps one repeated element. */
export function arrayWriter(
  { item, namespace }: ArrayType,
  outer: string,
  encoding: Encoding,
): Writer {
  const { element, member = element } = item;
  const write = elementWriter(
    { ...item, minOccurs: 0, maxOccurs: "unbounded" },
    namespace,
    outer,
    encoding,
  );
  return (value, path, parts) => {
    if (!Array.isArray(value)) throw invalidValue(path, value, "an array");
    return write({ [member]: value }, path, parts);
  };
}

/** A value of xs:anyType: what an element holds, in the element that the contract names. */
function anyContent(value: unknown, path: string, outer: string): Content {
  if (!(value instanceof XmlElement)) throw invalidValue(path, value, "an XmlElement");
  return xmlElementContent(value, outer);
}
