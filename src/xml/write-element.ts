/** A tree of elements as text. The prefixes in its texts keep their namespaces. */
import { escapeAttribute, escapeText } from "./chars.js";
import type { XmlElement } from "./element.js";
import { MAX_DEPTH, nestingError } from "./scan/limits.js";
import { NamespaceScope, XMLNS_NAMESPACE, type XmlAttribute } from "./scope.js";

/** What is declared around an element in the text that is written. */
interface Around {
  readonly bindings: NamespaceScope;
  /** A scope whose prefixes, without the default namespace, are all among the bindings; `undefined` if none is known. */
  readonly source: NamespaceScope | undefined;
  /** The number of elements around it. */
  readonly depth: number;
  /** The path of the outermost element, for errors. */
  readonly path: string;
}

/**
 * An element as text.
 *
 * @param outer the default namespace around it
 * @param path its path, for errors
 * @throws EncodeError if it nests too deeply
 */
export function xmlElementText(
  element: XmlElement,
  outer: string,
  path = element.name.local,
): string {
  return writeElement(element, around(outer, path));
}

/** The attributes and content of an element, for a tag with another name; `outer` is the default namespace in that tag. */
export function xmlElementContent(
  element: XmlElement,
  outer: string,
  path: string,
): { readonly attributes: string; readonly text: string } {
  const outside = around(outer, path);
  const { bindings } = outside;
  const wanted = wantedBy(element, undefined);
  wanted.delete("");
  const declarations = missing(wanted, bindings);
  const { text, inside } = attributesText(element.attributes, bindings.extend(declarations));
  const content = childrenText(element, inside, outside);
  return { attributes: written(declarations) + text, text: content };
}

function around(outer: string, path: string): Around {
  const bindings = NamespaceScope.outermost().extend([["", outer]]);
  return { bindings, source: undefined, depth: 0, path };
}

function writeElement(element: XmlElement, outside: Around): string {
  if (outside.depth >= MAX_DEPTH) throw nestingError(outside.path);
  const { bindings, source } = outside;
  const wanted = wantedBy(element, source);
  const ownDefault = element.scope?.namespaceOf("");
  if (ownDefault !== undefined && !wanted.has("")) wanted.set("", ownDefault);
  const declarations = missing(wanted, bindings);
  const declared = bindings.extend(declarations);
  const { namespace, local } = element.name;
  const isDefault = (declared.namespaceOf("") ?? "") === namespace;
  const prefix = isDefault ? "" : declared.prefixOf(namespace);
  if (prefix === undefined) {
    declarations.delete("");
    declarations.set("", namespace);
  }
  const own = prefix === undefined ? declared.extend([["", namespace]]) : declared;
  const name = prefix === undefined || prefix === "" ? local : `${prefix}:${local}`;
  const { text, inside } = attributesText(element.attributes, own);
  const start = `<${name}${written(declarations)}${text}`;
  const content = childrenText(element, inside, outside);
  return content === "" ? `${start}/>` : `${start}>${content}</${name}>`;
}

/**
 * The prefixes that the texts of an element may use: those of the message that it was read from, and those in its `xmlns:`
 * attributes.
 *
 * @param source see `Around`
 */
function wantedBy(element: XmlElement, source: NamespaceScope | undefined): Map<string, string> {
  const wanted = new Map(element.scope?.declarationsIn(source));
  for (const [prefix, namespace] of givenBy(element)) wanted.set(prefix, namespace);
  return wanted;
}

/** The prefixes in `xmlns:` attributes; not the default namespace, which follows from the names of elements. */
function givenBy({ attributes }: XmlElement): (readonly [string, string])[] {
  return attributes
    .filter(({ name }) => name.namespace === XMLNS_NAMESPACE && name.local !== "xmlns")
    .map(({ name, value }) => [name.local, value]);
}

/** The declarations that are not among the bindings. */
function missing(wanted: ReadonlyMap<string, string>, bindings: NamespaceScope) {
  return new Map(
    [...wanted].filter(
      ([prefix, namespace]) => prefix !== "xml" && bindings.namespaceOf(prefix) !== namespace,
    ),
  );
}

function written(declarations: ReadonlyMap<string, string>): string {
  let text = "";
  for (const [prefix, namespace] of declarations) {
    text += ` xmlns${prefix === "" ? "" : `:${prefix}`}="${escapeAttribute(namespace)}"`;
  }
  return text;
}

function attributesText(
  attributes: readonly XmlAttribute[],
  bindings: NamespaceScope,
): { text: string; inside: NamespaceScope } {
  let text = "";
  let inside = bindings;
  for (const { name, value } of attributes) {
    const { namespace, local } = name;
    if (namespace === XMLNS_NAMESPACE) continue;
    let prefix = namespace === "" ? "" : inside.prefixOf(namespace);
    if (prefix === undefined) {
      prefix = newPrefix(inside);
      inside = inside.extend([[prefix, namespace]]);
      text += ` xmlns:${prefix}="${escapeAttribute(namespace)}"`;
    }
    text += ` ${prefix === "" ? local : `${prefix}:${local}`}="${escapeAttribute(value)}"`;
  }
  return { text, inside };
}

/** A prefix that does not hide another one. */
function newPrefix(bindings: NamespaceScope): string {
  let number = bindings.size;
  while (bindings.namespaceOf(`a${number}`) !== undefined) number += 1;
  return `a${number}`;
}

function childrenText(
  element: XmlElement,
  bindings: NamespaceScope,
  { depth, path }: Around,
): string {
  // An `xmlns:` attribute may hide a prefix that the texts of the children need.
  const source = givenBy(element).length === 0 ? element.scope : undefined;
  const inside = { bindings, source, depth: depth + 1, path };
  return element.children
    .map((child) => (typeof child === "string" ? escapeText(child) : writeElement(child, inside)))
    .join("");
}
