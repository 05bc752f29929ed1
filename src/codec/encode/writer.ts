/** The writers of the encoder: functions that a schema is compiled to. */
import type { OutgoingParts } from "../../mime/index.js";
import type { ComplexType, ElementSchema, SoapVersion } from "../../schema/index.js";
import type { Values } from "../values/values.js";
import type { XmlStyle } from "./xml-style.js";

/** The attachments of a message; `undefined` if it cannot have any. */
export type Parts = OutgoingParts | undefined;

/** The content of an element, with attributes for its start tag. */
export interface Content {
  /** A blank before each. */
  readonly attributes: string;
  readonly text: string;
  /**
   * A value in the attributes or in the text is a name without a namespace. The text is that of an element without a default
   * namespace then, which would apply to the name (XML Schema part 2 §3.2.18).
   */
  readonly hasUnqualifiedValue?: boolean | undefined;
}

/** Writes a value as XML; `path` is the path of the value, for errors. */
export type Writer = (value: unknown, path: string, parts: Parts) => string;

/** Writes the content of an element. */
export type ContentWriter = (value: unknown, path: string, parts: Parts) => Content | string;

/** Writes the content of an element for an object whose members were checked. */
export type RecordContentWriter = (values: Values, path: string, parts: Parts) => Content | string;

/** Writes elements for members of an object whose members were checked. */
export type RecordWriter = (values: Values, path: string, parts: Parts) => string;

/** The version of the SOAP encoding (SOAP 1.1 §5, SOAP 1.2 part 2 §3); `undefined` for literal messages. */
export type Encoding = SoapVersion | undefined;

/** Counts the elements around the value that is written: values may contain themselves. */
export interface Nesting {
  depth: number;
}

/** Compiles parts of a schema. Writers get the writers of nested types from it, since types contain each other. */
export interface WriterCompiler {
  readonly encoding: Encoding;
  readonly style: XmlStyle;
  readonly nesting: Nesting;
  /**
   * Writes a member of an object: no element if it is missing, several if it repeats.
   *
   * @param namespace the namespace that the type has for elements
   * @param outer the default namespace around the element
   */
  element(schema: ElementSchema, namespace: string, outer: string): RecordWriter;
  /** @param outer the default namespace around the content */
  complex(type: ComplexType, outer: string): ContentWriter;
}

/** Adds attributes before the attributes of the content. */
export function withAttributes(attributes: string, content: Content | string): Content | string {
  if (attributes === "") return content;
  const { attributes: own, text, hasUnqualifiedValue } = asContent(content);
  return { attributes: attributes + own, text, hasUnqualifiedValue };
}

export function asContent(content: Content | string): Content {
  return typeof content === "string" ? { attributes: "", text: content } : content;
}

/** An element with its tags. */
export function tagged(
  name: string,
  declaration: string,
  content: Content | string,
  { emptyTags }: XmlStyle,
): string {
  const { attributes, text } = asContent(content);
  const start = `<${name}${declaration}${attributes}`;
  return text === "" && emptyTags ? `${start} />` : `${start}>${text}</${name}>`;
}
