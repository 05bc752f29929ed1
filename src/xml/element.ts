/** Content without a schema as a tree of elements: the content of a wildcard, a value of any type, the detail of a fault. */
import { CLASS_NAME, hasInstance } from "../errors/index.js";
import type { ExpandedName, NamespaceScope, StartTag, XmlAttribute } from "./scope.js";

/**
 * An XML element with its attributes and content. It is the value of `xs:any` and `xs:anyType`; create it with
 * `new XmlElement(name, attributes, children)`.
 *
 * @example
 * new XmlElement({ namespace: "urn:example", local: "note" }, [], ["some text"])
 */
export class XmlElement {
  /** @private */
  static readonly [CLASS_NAME]: string = "XmlElement";

  /** Whether a value is an element, also of another copy of the package. */
  static readonly [Symbol.hasInstance]: (value: unknown) => boolean = hasInstance;

  readonly #scope: NamespaceScope | undefined;

  /**
   * Creates an element.
   *
   * @param name its namespace, `""` for none, and its local name
   * @param attributes its attributes, without declarations of namespaces; an attribute in the namespace
   *   `http://www.w3.org/2000/xmlns/` declares a prefix for QNames in its texts
   * @param children its child elements and texts, in their order
   * @param scope the namespaces around it in the message that it was read from; they resolve the prefixes of QNames
   */
  constructor(
    /** Its namespace, `""` for none, and its local name. */
    readonly name: ExpandedName,
    /** Its attributes, without the declarations of namespaces. */
    readonly attributes: readonly XmlAttribute[] = [],
    /** Its child elements and texts, in their order. */
    readonly children: (XmlElement | string)[] = [],
    scope?: NamespaceScope,
  ) {
    this.#scope = scope;
  }

  /** Its text, with that of the elements in it. */
  get text(): string {
    let text = "";
    for (const child of this.children) text += typeof child === "string" ? child : child.text;
    return text;
  }

  /** Its child elements with a local name; of one namespace, or of all by default. */
  elements(local: string, namespace?: string): XmlElement[] {
    return childElements(this).filter(({ name }) => matches(name, local, namespace));
  }

  /** The value of an attribute by its local name; of one namespace, or of any by default. `undefined` if it is missing. */
  attribute(local: string, namespace?: string): string | undefined {
    return this.attributes.find(({ name }) => matches(name, local, namespace))?.value;
  }

  /**
   * Its text as a QName (XML Schema part 2 §3.2.18). If the prefix is not declared, the name has no namespace and the
   * prefix stays in the local part.
   */
  get qname(): ExpandedName {
    return this.resolve(this.text.trim());
  }

  /** As `qname`, for a QName in its text or in an attribute. */
  resolve(name: string): ExpandedName {
    return this.#scope?.element(name) ?? { namespace: "", local: name };
  }

  /** The namespaces around it in the message that it was read from; `undefined` if it was created by a program. */
  get scope(): NamespaceScope | undefined {
    return this.#scope;
  }
}

function matches(name: ExpandedName, local: string, namespace: string | undefined): boolean {
  return name.local === local && (namespace === undefined || name.namespace === namespace);
}

/** The child elements of an element. */
export function childElements({ children }: XmlElement): XmlElement[] {
  return children.filter((child) => typeof child !== "string");
}

/** Whether a name has this namespace and local part. */
export function isNamed(
  { name }: { readonly name: ExpandedName },
  namespace: string,
  local: string,
): boolean {
  return name.local === local && name.namespace === namespace;
}

/** The element of a start tag, without content. */
export function elementOf({ name, attributes, scope }: StartTag): XmlElement {
  return new XmlElement(name, attributes, [], scope);
}
