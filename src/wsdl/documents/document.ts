/** A document as a tree of elements. */
import { type Location, QName, type WsdlDiagnostic } from "../../contract/index.js";
import { NamespaceScope } from "../../xml/index.js";
import { WsdlError } from "../errors.js";
import { Budget } from "../limits.js";
import { withoutDoctype } from "./doctype.js";
import { type Attributes, type DocumentInfo, Element } from "./element.js";
import { LineMap } from "./line-map.js";
import { measure } from "./measure.js";
import { Names } from "./names.js";
import {
  attributesOf,
  contentOf,
  malformation,
  offsetOf,
  type ParsedNode,
  parseXml,
  tagOf,
} from "./xml-parser.js";

/**
 * @param file names the document in locations
 * @param importedAt the reference that imports or includes the document
 * @param budget counts what the document has
 * @throws WsdlError (`MALFORMED_XML`) with line and column; `LIMIT`
 */
export function parseDocument(
  text: string,
  file: string,
  importedAt?: Location,
  budget: Budget = new Budget(),
): Element {
  const content = text.replace(/^\ufeff/, "");
  if (content.trim() === "") {
    throw new WsdlError("NOT_WSDL", `${file} is empty. Check that it is the right file or URL.`);
  }
  const { text: source, problem } = withoutDoctype(content, (length) =>
    budget.addBytes(length, file),
  );
  const lines = new LineMap(source, file, importedAt);
  if (problem !== undefined) {
    throw malformed({ message: problem.message, location: lines.at(problem.offset) });
  }
  measure(source, lines, budget);
  const reason = malformation(source, lines);
  if (reason !== undefined) throw malformed(reason);
  const root = parsedRoot(source, lines);
  const { targetNamespace = "" } = attributesOf(root);
  const reader = new TreeReader({ lines, names: new Names(), targetNamespace });
  const element = reader.read(root, NamespaceScope.outermost());
  if (reader.problems.length > 0) throw malformed(...reader.problems);
  return element;
}

function malformed(...problems: readonly WsdlDiagnostic[]): WsdlError {
  return WsdlError.of("MALFORMED_XML", problems);
}

function parsedRoot(source: string, lines: LineMap): ParsedNode {
  let reason = "it has no element";
  try {
    const root = parseXml(source);
    if (root !== undefined) return root;
  } catch (cause) {
    reason = cause instanceof Error ? cause.message : String(cause);
  }
  throw malformed({ message: `The document can't be parsed: ${reason}.`, location: lines.at(0) });
}

class TreeReader {
  readonly problems: WsdlDiagnostic[] = [];

  constructor(private readonly document: DocumentInfo) {}

  read(node: ParsedNode, outer: NamespaceScope): Element {
    const tag = tagOf(node);
    const attributes = attributesOf(node);
    const scope = scopeInside(outer, attributes);
    const offset = offsetOf(node);
    const { elements, text } = contentOf(node);
    return new Element({
      name: this.#nameOf(tag, scope, offset),
      attributes,
      scope,
      document: this.document,
      offset,
      children: elements.map((each) => this.read(each, scope)),
      text,
    });
  }

  #nameOf(tag: string, scope: NamespaceScope, offset: number): QName {
    const name = this.document.names.resolve(tag, scope);
    if (name !== undefined) return name;
    const colon = tag.indexOf(":");
    const prefix = tag.slice(0, colon);
    this.problems.push({
      message: `The prefix "${prefix}" of <${tag}> is not declared. Declare it with xmlns:${prefix}.`,
      location: this.document.lines.at(offset),
    });
    return new QName("", tag.slice(colon + 1));
  }
}

/** The scope inside an element, with the prefixes that its attributes declare. */
function scopeInside(outer: NamespaceScope, attributes: Attributes): NamespaceScope {
  let declarations: Map<string, string> | undefined;
  for (const name in attributes) {
    if (name !== "xmlns" && !name.startsWith("xmlns:")) continue;
    declarations ??= new Map();
    declarations.set(name.slice(6), attributes[name] ?? "");
  }
  return declarations === undefined ? outer : outer.extend(declarations);
}
