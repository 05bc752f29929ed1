/** A document as a tree: names resolved in the scope of the very element that has them, each with its place. */
import { createRequire } from "node:module";
import type { XMLMetaData } from "fast-xml-parser";
import { type Location, QName } from "../../contract/index.js";
import { WsdlError } from "../errors.js";
import { withoutDoctype } from "./doctype.js";
import { Scope } from "./scope.js";

/** An element of a document. */
export class Element {
  constructor(
    readonly name: QName,
    private readonly attributes: Attributes,
    private readonly scope: Scope,
    private readonly document: Places,
    private readonly offset: number,
    readonly children: readonly Element[],
    /** The text directly inside it. */
    readonly text: string,
  ) {}

  get location(): Location {
    return this.document.at(this.offset);
  }

  is(namespace: string, local: string): boolean {
    return this.name.local === local && this.name.namespace === namespace;
  }

  /** An attribute without a prefix; `undefined` where it is missing. */
  attribute(name: string): string | undefined {
    return Object.hasOwn(this.attributes, name) ? this.attributes[name] : undefined;
  }

  /** An attribute of a namespace, whatever its prefix; without one an attribute is of no namespace. */
  foreignAttribute(namespace: string, local: string): string | undefined {
    for (const name in this.attributes) {
      const colon = name.indexOf(":");
      if (colon === -1 || name.slice(colon + 1) !== local) continue;
      if (this.scope.namespace(name.slice(0, colon)) === namespace) return this.attributes[name];
    }
    return undefined;
  }

  /** The target namespace of the document that it stands in. */
  get targetNamespace(): string {
    return this.document.targetNamespace;
  }

  /** Whether it says the same: comments, places and the order of attributes aside. */
  sameAs(other: Element): boolean {
    const names = Object.keys(this.attributes);
    return (
      this.name.key === other.name.key &&
      this.text.trim() === other.text.trim() &&
      names.length === Object.keys(other.attributes).length &&
      names.every((name) => this.attributes[name] === other.attributes[name]) &&
      this.children.length === other.children.length &&
      this.children.every((child, index) => {
        const counterpart = other.children[index];
        return counterpart !== undefined && child.sameAs(counterpart);
      })
    );
  }

  /** Child elements of one name. */
  all(namespace: string, local: string): Element[] {
    return this.children.filter((child) => child.is(namespace, local));
  }

  first(namespace: string, local: string): Element | undefined {
    return this.children.find((child) => child.is(namespace, local));
  }

  /** Resolves a QName in an attribute; `undefined` where its prefix isn't declared. */
  qname(value: string): QName | undefined {
    return this.scope.qname(value);
  }
}

const TEXT = "#text";
const ATTRIBUTES = ":@";

type Attributes = Readonly<Record<string, string>>;

/** What the parser gives for a node: its one tag with its content, its attributes under `:@`, its place under a symbol. */
interface ParsedNode {
  readonly [tag: string]: readonly ParsedNode[] | Attributes | string | undefined;
  readonly [ATTRIBUTES]?: Attributes;
  readonly [TEXT]?: string;
  readonly [metadata: symbol]: XMLMetaData | undefined;
}

// As one CommonJS file it is loaded in a fifth of the time that its modules take.
const { XMLParser, XMLValidator }: typeof import("fast-xml-parser") = createRequire(
  import.meta.url,
)("fast-xml-parser");

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
  // Types without names stand inside each other, and each takes three.
  maxNestedTags: 1_000,
  // Else it makes the path to each node as text.
  jPath: false,
});

/**
 * @param file names the document in locations
 * @param importedAt what refers to the document
 * @throws WsdlError (`MALFORMED_XML`) with line and column
 */
export function parseDocument(text: string, file: string, importedAt?: Location): Element {
  const marked = text.replace(/^\ufeff/, "");
  if (marked.trim() === "") throw new WsdlError("NOT_WSDL", `${file} is empty.`);
  const { text: source, fault } = withoutDoctype(marked);
  const places = new Places(source, file, importedAt);
  if (fault !== undefined) {
    const { message, offset } = fault;
    throw WsdlError.of("MALFORMED_XML", [{ message, location: places.at(offset) }]);
  }
  const validity = XMLValidator.validate(source);
  if (validity !== true) {
    const { msg, line, col } = validity.err;
    const location = { file, line, column: col, importedAt };
    throw WsdlError.of("MALFORMED_XML", [
      { message: `This is not well-formed XML: ${msg}`, location },
    ]);
  }
  const parsed: readonly ParsedNode[] = parser.parse(source);
  const root = parsed.find((node) => isElement(tagOf(node)));
  if (root === undefined) throw new WsdlError("NOT_WSDL", `${file} has no element.`);
  const faults: { message: string; location: Location }[] = [];
  const element = toElement(root, Scope.outermost(), places, faults);
  if (faults.length > 0) throw WsdlError.of("MALFORMED_XML", faults);
  places.targetNamespace = element.attribute("targetNamespace") ?? "";
  return element;
}

/** The first of its keys: the attributes come behind. */
function tagOf(node: ParsedNode): string {
  for (const key in node) return key;
  return TEXT;
}

function isElement(tag: string): boolean {
  return tag !== TEXT && !tag.startsWith("?");
}

function isNodes(content: ParsedNode[string]): content is readonly ParsedNode[] {
  return Array.isArray(content);
}

function toElement(
  node: ParsedNode,
  outer: Scope,
  places: Places,
  faults: { message: string; location: Location }[],
): Element {
  const tag = tagOf(node);
  const start = node[METADATA]?.startIndex ?? 0;
  const attributes = node[ATTRIBUTES] ?? NO_ATTRIBUTES;
  const scope = outer.inside(attributes);
  const name = scope.qname(tag);
  if (name === undefined) {
    const message = `The prefix "${tag.slice(0, tag.indexOf(":"))}" of <${tag}> is not declared.`;
    faults.push({ message, location: places.at(start) });
  }
  const children: Element[] = [];
  let text = "";
  const content = node[tag];
  for (const child of isNodes(content) ? content : []) {
    const key = tagOf(child);
    if (key === TEXT) text += child[TEXT];
    else if (isElement(key)) children.push(toElement(child, scope, places, faults));
  }
  return new Element(
    name ?? new QName("", tag.slice(tag.indexOf(":") + 1)),
    attributes,
    scope,
    places,
    start,
    children,
    text,
  );
}

/** A document: turns offsets into lines and columns. */
class Places {
  readonly #starts: readonly number[];
  /** That of the document's root. */
  targetNamespace = "";

  constructor(
    text: string,
    private readonly file: string,
    private readonly importedAt: Location | undefined,
  ) {
    const starts = [0];
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1))
      starts.push(at + 1);
    this.#starts = starts;
  }

  at(offset: number): Location {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return {
      file: this.file,
      line: low + 1,
      column: offset - (this.#starts[low] ?? 0) + 1,
      importedAt: this.importedAt,
    };
  }
}
