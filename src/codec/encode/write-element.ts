/** Elements with their tags, as often as they occur. */
import { EncodeError } from "../../errors/index.js";
import { type ElementSchema, isComplex, resolveType, type TypeSchema } from "../../schema/index.js";
import {
  escapeAttribute,
  MAX_DEPTH,
  nestingError,
  XmlElement,
  xmlElementContent,
} from "../../xml/index.js";
import { lexicalOf } from "../values/simple-type.js";
import { invalidValue, missingMember } from "./check.js";
import { soapArrayWriter } from "./soap-array.js";
import { arrayWriter } from "./write-array.js";
import { isNilValue, nilAttributesWriter } from "./write-nil.js";
import { textWriter } from "./write-text.js";
import {
  type Content,
  type ContentWriter,
  type RecordWriter,
  tagged,
  type Writer,
  type WriterCompiler,
  withAttributes,
} from "./writer.js";
import type { XmlStyle } from "./xml-style.js";
import { simpleTypeAttribute, xsiDeclaration } from "./xsi-type.js";

/** As `WriterCompiler.element`. */
export function elementWriter(
  schema: ElementSchema,
  namespace: string,
  outer: string,
  compiler: WriterCompiler,
): RecordWriter {
  const one = singleWriter(schema, schema.namespace ?? namespace, outer, compiler);
  const name = schema.member ?? schema.element;
  const { minOccurs, maxOccurs } = schema;
  return (values, path, parts) => {
    // Own members only: an element may be called `constructor`.
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) {
      if (minOccurs === 0 || maxOccurs !== undefined) return "";
      throw missingMember(`${path}/${name}`);
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
  compiler: WriterCompiler,
): Writer {
  const { element } = schema;
  const name = schema.member ?? element;
  const declaration = namespace === outer ? "" : ` xmlns="${escapeAttribute(namespace)}"`;
  const start = `<${element}${declaration}`;
  const plain = `${start}>`;
  const end = `</${element}>`;
  const prefixed = ` xmlns:m="${escapeAttribute(namespace)}"${outer === "" ? "" : ' xmlns=""'}`;
  const { encoding, style } = compiler;
  // Any value of the SOAP encoding may be null (SOAP 1.1 §5.1, SOAP 1.2 part 2 §3.1.4).
  const isNullable = schema.nillable === true || encoding !== undefined;
  let writeNil: Writer | undefined;
  let write: ContentWriter | undefined;
  return (value, path, parts) => {
    const here = `${path}/${name}`;
    if (value === null && !isNullable) {
      throw new EncodeError(`${here} may not be null.`, here);
    }
    if (value === null || (isNullable && isNilValue(value))) {
      writeNil ??= nilWriter(resolveType(schema.type), style);
      return `${start}${writeNil(value, here, parts)} />`;
    }
    // Compiled with the first value, since types may contain themselves.
    write ??= contentWriter(resolveType(schema.type), schema, namespace, compiler);
    const content = write(value, here, parts);
    if (typeof content === "string") {
      return content === "" && style.emptyTags ? `${start} />` : plain + content + end;
    }
    if (content.hasUnqualifiedValue === true && namespace !== "") {
      return tagged(`m:${element}`, prefixed, content, style);
    }
    const { attributes, text } = content;
    if (text === "" && style.emptyTags) return `${start}${attributes} />`;
    return `${start}${attributes}>${text}${end}`;
  };
}

/** Writes the attributes of a nil element; only those of complex types have more than `xsi:nil`. */
function nilWriter(type: TypeSchema, style: XmlStyle): Writer {
  if (isComplex(type)) return nilAttributesWriter(type, style);
  const attributes = `${xsiDeclaration(style)} xsi:nil="true"`;
  return (value, path) => {
    if (value === null) return attributes;
    throw invalidValue(path, value, "null, since its type has no attributes");
  };
}

/** @param outer the default namespace inside the element */
function contentWriter(
  type: TypeSchema,
  { open, typeName }: ElementSchema,
  outer: string,
  compiler: WriterCompiler,
): ContentWriter {
  if (isComplex(type)) return nestedWriter(compiler.complex(type, outer), compiler);
  if (typeof type === "object" && "any" in type) {
    return (value, path) => anyContent(value, path, outer);
  }
  if (typeof type === "object" && "item" in type) {
    if (type.soapArray === undefined) {
      return nestedWriter(arrayWriter(type, outer, compiler), compiler);
    }
    return nestedWriter(soapArrayWriter(type, type.soapArray, outer, compiler), compiler);
  }
  const { encoding, style } = compiler;
  const write = textWriter(lexicalOf(type, open === true), style);
  const attributes = encoding === undefined ? "" : simpleTypeAttribute(type, typeName, style);
  if (attributes === "") return write;
  return (value, path, parts) => withAttributes(attributes, write(value, path, parts));
}

/** The elements that a value may nest: as many as a message that is read, without Envelope and Body. */
const MAX_NESTING = MAX_DEPTH - 2;

/** Ends values that nest without an end before the call stack does. */
function nestedWriter(write: ContentWriter, { nesting }: WriterCompiler): ContentWriter {
  return (value, path, parts) => {
    if (nesting.depth >= MAX_NESTING) throw nestingError(path);
    nesting.depth += 1;
    try {
      return write(value, path, parts);
    } finally {
      nesting.depth -= 1;
    }
  };
}

/** A value of xs:anyType: the content of an `XmlElement`, in the element that the contract names. */
function anyContent(value: unknown, path: string, outer: string): Content {
  if (!(value instanceof XmlElement)) throw invalidValue(path, value, "an XmlElement");
  return xmlElementContent(value, outer, path);
}
