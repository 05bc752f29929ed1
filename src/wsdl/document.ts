/** A document as a tree: names resolved in the scope of the very element that has them, each with its place. */
import { XMLParser, XMLValidator } from "fast-xml-parser";
import type { Location } from "./contract.js";
import { withoutDoctype } from "./doctype.js";
import { WsdlError } from "./errors.js";
import { XML } from "./namespaces.js";
import { QName } from "./qname.js";

/** An element of a document. */
export class Element {
  readonly children: readonly Element[];
  /** The text directly inside it. */
  readonly text: string;

  constructor(
    readonly name: QName,
    private readonly attributes: Readonly<Record<string, string>>,
    private readonly scope: ReadonlyMap<string, string>,
    private readonly place: { readonly document: Places; readonly offset: number },
    content: { readonly children: readonly Element[]; readonly text: string },
  ) {
    this.children = content.children;
    this.text = content.text;
  }

  get location(): Location {
    return this.place.document.at(this.place.offset);
  }

  is(namespace: string, local: string): boolean {
    return this.name.local === local && this.name.namespace === namespace;
  }

  /** An attribute without a prefix; `undefined` where it is missing. */
  attribute(name: string): string | undefined {
    return Object.hasOwn(this.attributes, name) ? this.attributes[name] : undefined;
  }

  /** An attribute of a namespace, whatever its prefix. */
  foreignAttribute(namespace: string, local: string): string | undefined {
    const found = Object.entries(this.attributes).find(([name]) => {
      const colon = name.indexOf(":");
      return (
        name.slice(colon + 1) === local &&
        this.scope.get(name.slice(0, Math.max(0, colon))) === namespace
      );
    });
    return found?.[1];
  }

  /** The target namespace of the document that it stands in. */
  get targetNamespace(): string {
    return this.place.document.targetNamespace;
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
    const colon = value.indexOf(":");
    const prefix = colon === -1 ? "" : value.slice(0, colon);
    const namespace = this.scope.get(prefix) ?? (prefix === "" ? "" : undefined);
    return namespace === undefined ? undefined : new QName(namespace, value.slice(colon + 1));
  }
}

/** What the parser gives for a node: its one tag with its content, and its attributes under `:@`. */
type ParsedNode = Readonly<Record<string, unknown>>;

const TEXT = "#text";
const ATTRIBUTES = ":@";
const METADATA = XMLParser.getMetaDataSymbol().valueOf();
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  captureMetaData: true,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  htmlEntities: true,
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
  const parsed: unknown = parser.parse(source);
  const root = nodes(parsed).find((node) => !tagOf(node).startsWith("?") && tagOf(node) !== TEXT);
  if (root === undefined) throw new WsdlError("NOT_WSDL", `${file} has no element.`);
  const faults: { message: string; location: Location }[] = [];
  const element = toElement(root, new Map([["xml", XML]]), places, faults);
  if (faults.length > 0) throw WsdlError.of("MALFORMED_XML", faults);
  places.targetNamespace = element.attribute("targetNamespace") ?? "";
  return element;
}

function nodes(value: unknown): ParsedNode[] {
  return Array.isArray(value) ? value : [];
}

function tagOf(node: ParsedNode): string {
  return Object.keys(node).find((key) => key !== ATTRIBUTES) ?? TEXT;
}

function isRecord(value: unknown): value is Readonly<Record<string | symbol, unknown>> {
  return typeof value === "object" && value !== null;
}

function toElement(
  node: ParsedNode,
  outer: ReadonlyMap<string, string>,
  places: Places,
  faults: { message: string; location: Location }[],
): Element {
  const tag = tagOf(node);
  const metadata = isRecord(node) ? node[METADATA] : undefined;
  const start = isRecord(metadata) ? Number(metadata.startIndex) : 0;
  const attributes = attributesOf(node);
  const scope = scopeOf(attributes, outer);
  const colon = tag.indexOf(":");
  const prefix = colon === -1 ? "" : tag.slice(0, colon);
  const namespace = scope.get(prefix) ?? (prefix === "" ? "" : undefined);
  if (namespace === undefined) {
    const message = `The prefix "${prefix}" of <${tag}> is not declared.`;
    faults.push({ message, location: places.at(start) });
  }
  const children: Element[] = [];
  let text = "";
  for (const child of nodes(node[tag])) {
    const name = tagOf(child);
    if (name === TEXT) text += String(child[TEXT]);
    else if (!name.startsWith("?")) children.push(toElement(child, scope, places, faults));
  }
  const name = new QName(namespace ?? "", tag.slice(colon + 1));
  const place = { document: places, offset: start };
  return new Element(name, attributes, scope, place, { children, text });
}

function attributesOf(node: ParsedNode): Readonly<Record<string, string>> {
  const attributes = node[ATTRIBUTES];
  if (!isRecord(attributes)) return {};
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, String(value)]),
  );
}

function scopeOf(
  attributes: Readonly<Record<string, string>>,
  outer: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const declared = Object.entries(attributes).filter(
    ([name]) => name === "xmlns" || name.startsWith("xmlns:"),
  );
  if (declared.length === 0) return outer;
  return new Map([...outer, ...declared.map(([name, uri]) => [name.slice(6), uri] as const)]);
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
