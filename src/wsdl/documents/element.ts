/** The elements of a WSDL or schema document. */
import type { Location, QName } from "../../contract/index.js";
import { collapseSpace, type NamespaceScope } from "../../xml/index.js";
import type { LineMap } from "./line-map.js";
import type { Names } from "./names.js";

const SPACE = /[ \t\n\r]/;

export type Attributes = Readonly<Record<string, string>>;

/** The document of an element. */
export interface DocumentInfo {
  readonly lines: LineMap;
  readonly names: Names;
  /** The target namespace of the root. */
  readonly targetNamespace: string;
}

export interface ElementParts {
  readonly name: QName;
  readonly attributes: Attributes;
  readonly scope: NamespaceScope;
  readonly document: DocumentInfo;
  /** The position of the start tag in the document. */
  readonly offset: number;
  readonly children: readonly Element[];
  /** The text that is directly in the element. */
  readonly text: string;
}

/** An element of a document. Names in its attributes are resolved in its own scope. */
export class Element {
  readonly name: QName;
  readonly children: readonly Element[];
  /** The text that is directly in the element. */
  readonly text: string;
  readonly #attributes: Attributes;
  readonly #scope: NamespaceScope;
  readonly #document: DocumentInfo;
  readonly #offset: number;

  constructor({ name, attributes, scope, document, offset, children, text }: ElementParts) {
    this.name = name;
    this.children = children;
    this.text = text;
    this.#attributes = attributes;
    this.#scope = scope;
    this.#document = document;
    this.#offset = offset;
  }

  get location(): Location {
    return this.#document.lines.at(this.#offset);
  }

  /** The target namespace of the document that contains the element. */
  get targetNamespace(): string {
    return this.#document.targetNamespace;
  }

  is(namespace: string, local: string): boolean {
    return this.name.local === local && this.name.namespace === namespace;
  }

  /** The value of an attribute without a prefix; `undefined` if it is missing. */
  attribute(name: string): string | undefined {
    return Object.hasOwn(this.#attributes, name) ? this.#attributes[name] : undefined;
  }

  /** As `attribute`, with white space collapsed: the value of a name or a URI (XML Schema part 2 §4.3.6). */
  token(name: string): string | undefined {
    const value = this.attribute(name);
    return value === undefined || !SPACE.test(value) ? value : collapseSpace(value);
  }

  /** The value of an attribute of a namespace, whatever its prefix is. */
  foreignAttribute(namespace: string, local: string): string | undefined {
    for (const name in this.#attributes) {
      const colon = name.indexOf(":");
      if (colon === -1 || name.slice(colon + 1) !== local) continue;
      if (this.#scope.namespaceOf(name.slice(0, colon)) === namespace) {
        return this.#attributes[name];
      }
    }
    return undefined;
  }

  /** The child elements of a name. */
  all(namespace: string, local: string): Element[] {
    return this.children.filter((child) => child.is(namespace, local));
  }

  first(namespace: string, local: string): Element | undefined {
    return this.children.find((child) => child.is(namespace, local));
  }

  /** The expanded name of a QName in an attribute; `undefined` if its prefix is not declared. */
  qname(value: string): QName | undefined {
    return this.#document.names.resolve(value.trim(), this.#scope);
  }

  /** Whether another element has the same content, apart from comments, locations and the order of attributes. */
  sameAs(other: Element): boolean {
    const names = Object.keys(this.#attributes);
    return (
      this.name.key === other.name.key &&
      this.text.trim() === other.text.trim() &&
      names.length === Object.keys(other.#attributes).length &&
      names.every((name) => this.#attributes[name] === other.#attributes[name]) &&
      this.children.length === other.children.length &&
      this.children.every((child, index) => {
        const counterpart = other.children[index];
        return counterpart !== undefined && child.sameAs(counterpart);
      })
    );
  }
}
