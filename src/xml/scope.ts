/** Namespaces in scope (Namespaces in XML §6), and the names resolved in them. */
import { splitName } from "./chars.js";

/** A name with its namespace; `""` for none. */
export interface ExpandedName {
  readonly namespace: string;
  readonly local: string;
}

export const XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";
export const XSD_NAMESPACE = "http://www.w3.org/2001/XMLSchema";
export const XSI_NAMESPACE = "http://www.w3.org/2001/XMLSchema-instance";
export const XMLNS_NAMESPACE = "http://www.w3.org/2000/xmlns/";

/** The start tag of an element. */
export interface StartTag {
  readonly name: ExpandedName;
  /** Without the declarations of namespaces. */
  readonly attributes: readonly XmlAttribute[];
  /** The namespaces inside the element. */
  readonly scope: NamespaceScope;
}

/** A start tag as the scanner reads it from a text. */
export interface ScannedTag extends StartTag {
  /** The text between `<` and `>`. */
  readonly content: string;
  /** The name with its prefix. */
  readonly qualifiedName: string;
  /** The tag ends with `/>`. */
  readonly empty: boolean;
}

export interface XmlAttribute {
  readonly name: ExpandedName;
  readonly value: string;
}

/** How many tags are kept for the next message, in all scopes, and how long each may be. */
const MAX_KEPT = 2_000;
const MAX_KEPT_LENGTH = 400;
let kept = 0;
let root: NamespaceScope | undefined;

/**
 * Messages of a service repeat the same tags, so a scope keeps what it has read, and the outermost scope is one for all
 * messages. What is kept is bounded: past the bound all is forgotten.
 */
export class NamespaceScope {
  readonly #bindings: ReadonlyMap<string, string>;
  readonly #tags = new Map<string, ScannedTag>();

  private constructor(bindings: ReadonlyMap<string, string>) {
    this.#bindings = bindings;
  }

  /** The scope around a document. */
  static outermost(): NamespaceScope {
    if (root === undefined || kept >= MAX_KEPT) {
      root = new NamespaceScope(new Map([["xml", XML_NAMESPACE]]));
      kept = 0;
    }
    return root;
  }

  /** The scope inside an element that declares prefixes; `""` is the default namespace's. */
  extend(declarations: ReadonlyMap<string, string>): NamespaceScope {
    return new NamespaceScope(new Map([...this.#bindings, ...declarations]));
  }

  /** What its prefixes are bound to; `""` is the default namespace's. */
  get prefixes(): ReadonlyMap<string, string> {
    return this.#bindings;
  }

  /** A tag of these very characters that was read in this scope before. */
  recall(content: string): ScannedTag | undefined {
    return this.#tags.get(content);
  }

  keep(tag: ScannedTag): void {
    if (kept >= MAX_KEPT || tag.content.length > MAX_KEPT_LENGTH) return;
    kept += 1;
    this.#tags.set(tag.content, tag);
  }

  /** Resolves an element's name, or a QName in content; `undefined` where it is no name or its prefix is not bound. */
  element(name: string): ExpandedName | undefined {
    return this.#resolve(name, this.#bindings.get("") ?? "");
  }

  /** Resolves an attribute's name: without a prefix it has no namespace. */
  attribute(name: string): ExpandedName | undefined {
    return this.#resolve(name, "");
  }

  #resolve(name: string, unprefixed: string): ExpandedName | undefined {
    const split = splitName(name);
    if (split === undefined) return undefined;
    const namespace = split.prefix === "" ? unprefixed : this.#bindings.get(split.prefix);
    return namespace === undefined ? undefined : { namespace, local: split.local };
  }
}
