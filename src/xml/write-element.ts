/** A tree of elements as text. The prefixes in its texts keep their namespaces. */
import { escapeAttribute, escapeText } from "./chars.js";
import type { XmlElement } from "./element.js";
import { XML_NAMESPACE, XMLNS_NAMESPACE, type XmlAttribute } from "./scope.js";

/** Namespaces by prefix; `""` is the prefix of the default namespace. */
type Bindings = ReadonlyMap<string, string>;

/**
 * An element as text.
 *
 * @param outer the default namespace around it
 */
export function xmlElementText(element: XmlElement, outer: string): string {
  return writeElement(element, new Map([["", outer]]));
}

/** The attributes and content of an element, for a tag with another name; `outer` is the default namespace in that tag. */
export function xmlElementContent(
  element: XmlElement,
  outer: string,
): { readonly attributes: string; readonly text: string } {
  const around: Bindings = new Map([["", outer]]);
  const kept = new Map([...prefixesOf(element)].filter(([prefix]) => prefix !== ""));
  const { declarations, bindings } = declare(kept, around);
  const { text, inside } = attributesText(element.attributes, bindings);
  return { attributes: declarations + text, text: childrenText(element, inside) };
}

function writeElement(element: XmlElement, around: Bindings): string {
  const { declarations, bindings } = declare(prefixesOf(element), around);
  const { namespace, local } = element.name;
  const prefix = prefixFor(namespace, bindings, true);
  const isNew = prefix === undefined;
  const own = isNew ? new Map([...bindings, ["", namespace]]) : bindings;
  const name = prefix === undefined || prefix === "" ? local : `${prefix}:${local}`;
  const declaration = isNew ? ` xmlns="${escapeAttribute(namespace)}"` : "";
  const { text, inside } = attributesText(element.attributes, own);
  const start = `<${name}${isNew ? declarations.replace(/ xmlns="[^"]*"/, "") : declarations}${declaration}${text}`;
  const content = childrenText(element, inside);
  return content === "" ? `${start}/>` : `${start}>${content}</${name}>`;
}

/** The prefixes that its texts may use: those of the message that it was read from, and those in its `xmlns:` attributes. */
function prefixesOf({ scope, attributes }: XmlElement): Bindings {
  const given = attributes.filter(({ name }) => name.namespace === XMLNS_NAMESPACE);
  // Not the default namespace, which follows from the names of elements.
  const prefixes = given.filter(({ name }) => name.local !== "xmlns");
  return new Map([
    ...(scope?.prefixes ?? []),
    ...prefixes.map(({ name, value }): [string, string] => [name.local, value]),
  ]);
}

/** The declarations with which prefixes have the same namespaces as in the message that the element was read from. */
function declare(wanted: Bindings, around: Bindings): { declarations: string; bindings: Bindings } {
  let declarations = "";
  const bindings = new Map(around);
  for (const [prefix, namespace] of wanted) {
    if (prefix === "xml" || bindings.get(prefix) === namespace) continue;
    declarations += ` xmlns${prefix === "" ? "" : `:${prefix}`}="${escapeAttribute(namespace)}"`;
    bindings.set(prefix, namespace);
  }
  return { declarations, bindings };
}

function prefixFor(namespace: string, bindings: Bindings, isElement: boolean): string | undefined {
  if (isElement && (bindings.get("") ?? "") === namespace) return "";
  for (const [prefix, bound] of bindings) if (prefix !== "" && bound === namespace) return prefix;
  return undefined;
}

function attributesText(
  attributes: readonly XmlAttribute[],
  bindings: Bindings,
): { text: string; inside: Bindings } {
  let text = "";
  const inside = new Map(bindings);
  for (const { name, value } of attributes) {
    const { namespace, local } = name;
    if (namespace === XMLNS_NAMESPACE) continue;
    let prefix =
      namespace === ""
        ? ""
        : namespace === XML_NAMESPACE
          ? "xml"
          : prefixFor(namespace, inside, false);
    if (prefix === undefined) {
      prefix = `a${inside.size}`;
      inside.set(prefix, namespace);
      text += ` xmlns:${prefix}="${escapeAttribute(namespace)}"`;
    }
    text += ` ${prefix === "" ? local : `${prefix}:${local}`}="${escapeAttribute(value)}"`;
  }
  return { text, inside };
}

function childrenText(element: XmlElement, bindings: Bindings): string {
  return element.children
    .map((child) => (typeof child === "string" ? escapeText(child) : writeElement(child, bindings)))
    .join("");
}
