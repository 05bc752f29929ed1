/** Parses XML with fast-xml-parser. */
import { type XMLMetaData, XMLParser, XMLValidator } from "fast-xml-parser";
import type { WsdlDiagnostic } from "../../contract/index.js";
import type { Attributes } from "./element.js";
import type { LineMap } from "./line-map.js";

const TEXT = "#text";
const ATTRIBUTES = ":@";

/** A node as the parser returns it: the tag with the content, the attributes under `:@`, the position under a symbol. */
export interface ParsedNode {
  readonly [tag: string]: readonly ParsedNode[] | Attributes | string | undefined;
  readonly [ATTRIBUTES]?: Attributes;
  readonly [TEXT]?: string;
  readonly [metadata: symbol]: XMLMetaData | undefined;
}

const METADATA = XMLParser.getMetaDataSymbol().valueOf();
const NO_ATTRIBUTES: Attributes = {};
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  captureMetaData: true,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  htmlEntities: true,
  // The depth is limited before.
  maxNestedTags: Number.POSITIVE_INFINITY,
  // Otherwise it builds the path of each node as text.
  jPath: false,
});

/**
 * The root of a well-formed document; `undefined` if the document has no root.
 */
export function parseXml(source: string): ParsedNode | undefined {
  const nodes: readonly ParsedNode[] = parser.parse(source);
  return nodes.find((node) => isElement(tagOf(node)));
}

export function tagOf(node: ParsedNode): string {
  // The tag is the first key.
  for (const key in node) return key;
  return TEXT;
}

export function attributesOf(node: ParsedNode): Attributes {
  return node[ATTRIBUTES] ?? NO_ATTRIBUTES;
}

export function offsetOf(node: ParsedNode): number {
  return node[METADATA]?.startIndex ?? 0;
}

/** The child elements and the text of an element. */
export function contentOf(node: ParsedNode): {
  readonly elements: readonly ParsedNode[];
  readonly text: string;
} {
  const elements: ParsedNode[] = [];
  let text = "";
  const content = node[tagOf(node)];
  for (const child of isNodes(content) ? content : []) {
    const tag = tagOf(child);
    if (tag === TEXT) text += child[TEXT];
    else if (isElement(tag)) elements.push(child);
  }
  return { elements, text };
}

function isElement(tag: string): boolean {
  return tag !== TEXT && !tag.startsWith("?");
}

function isNodes(content: ParsedNode[string]): content is readonly ParsedNode[] {
  return Array.isArray(content);
}

const TRUNCATED = "The document is truncated; get it again.";

/** Why a document is not well-formed (XML 1.0 §2.1); `undefined` if it is. */
export function malformation(source: string, lines: LineMap): WsdlDiagnostic | undefined {
  const validity = XMLValidator.validate(source);
  if (validity === true) return undefined;
  const start = source.lastIndexOf("<");
  if (start > source.lastIndexOf(">")) {
    const [tag] = /^\S*/.exec(source.slice(start)) ?? [];
    return { message: `The document ends inside ${tag}. ${TRUNCATED}`, location: lines.at(start) };
  }
  const { msg, line, col } = validity.err;
  const open = openElement(msg);
  if (open !== undefined) {
    return {
      message: `The document ends before </${open}>. ${TRUNCATED}`,
      location: lines.at(source.length),
    };
  }
  const message =
    msg === "Start tag expected."
      ? "The document has no root element. Check that it is the WSDL."
      : `This is not well-formed XML: ${msg.replace(/\.$/, "")}. Correct the document.`;
  // Without a root element the validator reports no column.
  return { message, location: lines.atColumn(line, Number.isInteger(col) ? col : 1) };
}

/** The innermost element that is open at the end, if that is what a message of the validator is about. */
function openElement(message: string): string | undefined {
  const only = /^Unclosed tag '(.*)'\.$/.exec(message)?.[1];
  if (only !== undefined) return only;
  const list = /^Invalid '\[(.*)\]' found\.$/.exec(message)?.[1];
  return list?.split(",").at(-1)?.trim().slice(1, -1);
}
