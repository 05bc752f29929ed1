/** XML as a tree by `sax`: generated code is judged with another parser than that of the generator. */
import sax from "sax";

export interface RawElement {
  readonly namespace: string;
  readonly local: string;
  /** By the names as they are written, including declarations of namespaces. */
  readonly attributes: ReadonlyMap<string, string>;
  /** The namespaces in scope by prefix; `""` is the default namespace. */
  readonly scope: Readonly<Record<string, string>>;
  readonly children: readonly RawElement[];
}

/** The document element of a text. */
export function parseTree(text: string): RawElement {
  const parser = sax.parser(true, { xmlns: true });
  const open: { element: RawElement; children: RawElement[] }[] = [];
  let root: RawElement | undefined;
  parser.onerror = (error) => {
    throw error;
  };
  parser.ondoctype = (doctype) => {
    for (const [, name, value] of doctype.matchAll(/<!ENTITY\s+([\w.-]+)\s+["']([^"']*)["']/g)) {
      if (name !== undefined && value !== undefined) parser.ENTITIES[name] = value;
    }
  };
  parser.onopentag = (tag) => {
    if (!("ns" in tag)) return;
    const children: RawElement[] = [];
    const attributes = Object.values(tag.attributes).map(
      ({ name, value }) => [name, value] as const,
    );
    const element = {
      namespace: tag.uri,
      local: tag.local,
      attributes: new Map(attributes),
      scope: tag.ns,
      children,
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push({ element, children });
  };
  parser.onclosetag = () => {
    open.pop();
  };
  parser.write(text.replace(/^\ufeff/, "")).close();
  if (root === undefined) throw new Error("There is no element.");
  return root;
}

export function childrenNamed(
  element: RawElement,
  namespace: string,
  ...locals: string[]
): readonly RawElement[] {
  return element.children.filter(
    (child) => child.namespace === namespace && locals.includes(child.local),
  );
}

/** An attribute of a namespace, with any prefix. */
export function foreignAttribute(
  element: RawElement,
  namespace: string,
  local: string,
): string | undefined {
  for (const [name, value] of element.attributes) {
    const [prefix, rest] = name.split(":");
    if (prefix !== undefined && rest === local && element.scope[prefix] === namespace) return value;
  }
  return undefined;
}

/**
 * A QName in an attribute as `{namespace}local`.
 *
 * @param unprefixed the namespace of a name without a prefix if no default namespace is declared
 */
export function expandedName(element: RawElement, value: string, unprefixed = ""): string {
  const name = value.trim();
  const colon = name.indexOf(":");
  const prefix = colon === -1 ? "" : name.slice(0, colon);
  const namespace = element.scope[prefix] || (prefix === "" ? unprefixed : `?${prefix}`);
  return `{${namespace}}${name.slice(colon + 1)}`;
}
