/** Namespaces in scope (Namespaces in XML §6), and the names resolved in them. */
import { splitName } from "./chars.js";

/** A name in a namespace (Namespaces in XML §2.1). */
export interface ExpandedName {
  /** `""` for no namespace. */
  readonly namespace: string;
  /** The name without its prefix. */
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

/** An attribute of an element. */
export interface XmlAttribute {
  /** Without a prefix an attribute has no namespace. */
  readonly name: ExpandedName;
  /** The value, with references replaced. */
  readonly value: string;
}

/** The largest number of cached tags in all scopes, and the longest of them in characters. */
const MAX_CACHED = 2_000;
const MAX_CACHED_LENGTH = 400;
let cached = 0;
let root: NamespaceScope | undefined;

/**
 * Prefixes with their namespaces. Messages of a service repeat the same tags, so a scope caches the tags that were read in
 * it, and all messages share the outermost scope. The cache is limited: it is emptied when it is full.
 */
export class NamespaceScope {
  readonly #bindings: ReadonlyMap<string, string>;
  readonly #tags = new Map<string, ScannedTag>();

  private constructor(bindings: ReadonlyMap<string, string>) {
    this.#bindings = bindings;
  }

  /** The scope around a document. */
  static outermost(): NamespaceScope {
    if (root === undefined || cached >= MAX_CACHED) {
      root = new NamespaceScope(new Map([["xml", XML_NAMESPACE]]));
      cached = 0;
    }
    return root;
  }

  /** The scope inside an element that declares prefixes; `""` is the prefix of the default namespace. */
  extend(declarations: ReadonlyMap<string, string>): NamespaceScope {
    return new NamespaceScope(new Map([...this.#bindings, ...declarations]));
  }

  /** The namespaces by prefix; `""` is the prefix of the default namespace. */
  get prefixes(): ReadonlyMap<string, string> {
    return this.#bindings;
  }

  /** The cached tag with this text. */
  cachedTag(content: string): ScannedTag | undefined {
    return this.#tags.get(content);
  }

  cache(tag: ScannedTag): void {
    if (cached >= MAX_CACHED || tag.content.length > MAX_CACHED_LENGTH) return;
    cached += 1;
    this.#tags.set(tag.content, tag);
  }

  /** Resolves the name of an element, or a QName in content; `undefined` if it is not a name or its prefix is not declared. */
  element(name: string): ExpandedName | undefined {
    return this.#resolve(name, this.#bindings.get("") ?? "");
  }

  /** Resolves the name of an attribute: without a prefix it has no namespace. */
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
