/** A tree of elements as text, the prefixes that its texts may use bound as they were. */
import { escapeAttribute, escapeText } from "./chars.js";
import type { XmlElement } from "./element.js";
import { XML_NAMESPACE, XMLNS_NAMESPACE, type XmlAttribute } from "./scope.js";

/** Prefixes and what they are bound to; `""` is the default namespace's. */
type Bindings = ReadonlyMap<string, string>;

/**
 * The element whole.
 *
 * @param outer the default namespace around it
 */
export function xmlElementText(element: XmlElement, outer: string): string {
  return writeWhole(element, new Map([["", outer]]));
}

/** Its attributes and content, for a tag of another name; `outer` is the default namespace inside that tag. */
export function xmlElementContent(
  element: XmlElement,
  outer: string,
): { readonly attributes: string; readonly text: string } {
  const around: Bindings = new Map([["", outer]]);
  const kept = new Map([...boundBy(element)].filter(([prefix]) => prefix !== ""));
  const { declarations, bindings } = declare(kept, around);
  const { text, inside } = attributesText(element.attributes, bindings);
  return { attributes: declarations + text, text: childrenText(element, inside) };
}

function writeWhole(element: XmlElement, around: Bindings): string {
  const { declarations, bindings } = declare(boundBy(element), around);
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

/** The prefixes that its texts may use: those of where it was read, and those that its maker gave it as `xmlns:` attributes. */
function boundBy({ scope, attributes }: XmlElement): Bindings {
  const given = attributes.filter(({ name }) => name.namespace === XMLNS_NAMESPACE);
  // Without a prefix it would be the default namespace, which follows from the names of elements.
  const prefixes = given.filter(({ name }) => name.local !== "xmlns");
  return new Map([
    ...(scope?.prefixes ?? []),
    ...prefixes.map(({ name, value }): [string, string] => [name.local, value]),
  ]);
}

/** What has to be declared so that prefixes mean what they did where the element was read. */
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
    .map((child) => (typeof child === "string" ? escapeText(child) : writeWhole(child, bindings)))
    .join("");
}
