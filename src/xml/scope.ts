/** Namespaces in scope (Namespaces in XML §6), and the names resolved in them. */
import { splitName } from "./chars.js";
import { MAX_TAG } from "./scan/limits.js";

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

/** An attribute of an element. */
export interface XmlAttribute {
  /** Without a prefix an attribute has no namespace. */
  readonly name: ExpandedName;
  /** The value, with references replaced. */
  readonly value: string;
}

/**
 * Prefixes with their namespaces: a list of declarations, the innermost first. A scope shares the list of the scope around
 * it, so a declaration costs the same at any depth.
 */
export class NamespaceScope {
  /** The number of declarations, without that of `xml`. */
  readonly size: number;

  private constructor(
    private readonly prefix: string,
    private readonly namespace: string,
    private readonly outer: NamespaceScope | undefined,
  ) {
    this.size = outer === undefined ? 0 : outer.size + 1;
  }

  static readonly #outermost = new NamespaceScope("xml", XML_NAMESPACE, undefined);

  /** The scope around a document. */
  static outermost(): NamespaceScope {
    return NamespaceScope.#outermost;
  }

  /** The scope inside an element that declares prefixes; `""` is the prefix of the default namespace. */
  extend(declarations: Iterable<readonly [prefix: string, namespace: string]>): NamespaceScope {
    let scope: NamespaceScope = this;
    for (const [prefix, namespace] of declarations) {
      scope = new NamespaceScope(prefix, namespace, scope);
    }
    return scope;
  }

  /** The namespace of a prefix; `undefined` if it is not declared. `""` is the prefix of the default namespace. */
  namespaceOf(prefix: string): string | undefined {
    let scope: NamespaceScope | undefined = this;
    while (scope !== undefined && scope.prefix !== prefix) scope = scope.outer;
    return scope?.namespace;
  }

  /** The outermost prefix with a namespace that no inner declaration hides; `undefined` if no prefix has the namespace. */
  prefixOf(namespace: string): string | undefined {
    const inner = new Set([""]);
    let found: string | undefined;
    let scope: NamespaceScope | undefined = this;
    for (; scope !== undefined; scope = scope.outer) {
      if (scope.namespace === namespace && !inner.has(scope.prefix)) found = scope.prefix;
      inner.add(scope.prefix);
    }
    return found;
  }

  /** The namespaces by prefix; `""` is the prefix of the default namespace. */
  get prefixes(): ReadonlyMap<string, string> {
    return new Map([["xml", XML_NAMESPACE], ...this.declarationsIn(undefined)]);
  }

  /**
   * The declarations since an outer scope, the outermost first; all of them if that scope is not around this one. Those of
   * the same prefix follow each other as they apply: the last one counts.
   */
  declarationsIn(around: NamespaceScope | undefined): readonly (readonly [string, string])[] {
    const declarations: (readonly [string, string])[] = [];
    let scope: NamespaceScope = this;
    while (scope !== around && scope.outer !== undefined) {
      declarations.push([scope.prefix, scope.namespace]);
      scope = scope.outer;
    }
    return declarations.reverse();
  }

  /** Resolves the name of an element, or a QName in content; `undefined` if it is not a name or its prefix is not declared. */
  element(name: string): ExpandedName | undefined {
    return this.#resolve(name, true);
  }

  /** Resolves the name of an attribute: without a prefix it has no namespace. */
  attribute(name: string): ExpandedName | undefined {
    return this.#resolve(name, false);
  }

  #resolve(name: string, hasDefault: boolean): ExpandedName | undefined {
    // Names of elements and attributes are shorter: only a QName in content can be too long.
    const split = name.length > MAX_TAG ? undefined : splitName(name);
    if (split === undefined) return undefined;
    const { prefix, local } = split;
    if (prefix === "" && !hasDefault) return { namespace: "", local };
    const namespace = this.namespaceOf(prefix) ?? (prefix === "" ? "" : undefined);
    return namespace === undefined ? undefined : { namespace, local };
  }
}
