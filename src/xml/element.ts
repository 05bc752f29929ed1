/** Content without a schema as a small tree: what a wildcard takes, a value of any type, the detail of a fault. */
import type { ExpandedName, NamespaceScope, StartTag, XmlAttribute } from "./scope.js";

export class XmlElement {
  readonly #scope: NamespaceScope | undefined;

  /**
   * @param children elements and texts in their order
   * @param scope the namespaces around it where it was read; by them the prefixes in its texts have their meaning
   */
  constructor(
    readonly name: ExpandedName,
    readonly attributes: readonly XmlAttribute[] = [],
    readonly children: (XmlElement | string)[] = [],
    scope?: NamespaceScope,
  ) {
    this.#scope = scope;
  }

  /** The text of the element and of those inside it. */
  get text(): string {
    return this.children.map((child) => (typeof child === "string" ? child : child.text)).join("");
  }

  /** The child elements of a local name, whatever their namespace. */
  elements(local: string): XmlElement[] {
    return this.children.filter(
      (child): child is XmlElement => typeof child !== "string" && child.name.local === local,
    );
  }

  /** The value of an attribute by its local name. */
  attribute(local: string): string | undefined {
    return this.attributes.find((attribute) => attribute.name.local === local)?.value;
  }

  /** The text as a QName (XML Schema part 2 §3.2.18); a prefix that isn't bound stays in the local part. */
  get qname(): ExpandedName {
    return this.resolve(this.text.trim());
  }

  /** A QName that stands in its text or in an attribute's value. */
  resolve(name: string): ExpandedName {
    return this.#scope?.element(name) ?? { namespace: "", local: name };
  }

  /** The namespaces around it where it was read; `undefined` where it was made. */
  get scope(): NamespaceScope | undefined {
    return this.#scope;
  }
}

/** The element of a start tag, without content. */
export function elementOf({ name, attributes, scope }: StartTag): XmlElement {
  return new XmlElement(name, attributes, [], scope);
}
