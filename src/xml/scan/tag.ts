/** Start tags (XML 1.0 §3.1; Namespaces in XML §3, §6). */
import { controlIn, isSpace, splitName, withoutControls } from "../chars.js";
import {
  type ExpandedName,
  type NamespaceScope,
  type StartTag,
  XML_NAMESPACE,
  XMLNS_NAMESPACE,
  type XmlAttribute,
} from "../scope.js";
import { limitError, MAX_ATTRIBUTES, MAX_DECLARATIONS, MAX_NAMESPACE } from "./limits.js";
import { resolveReferences, undefinedReference } from "./references.js";
import type { Tolerate } from "./tolerance.js";

/** A start tag as it is read from a text. */
export interface ScannedTag extends StartTag {
  /** The text between `<` and `>`. */
  readonly content: string;
  /** The name with its prefix. */
  readonly qualifiedName: string;
  /** The tag ends with `/>`. */
  readonly empty: boolean;
  /** The known tags inside the element. */
  within: KnownTags;
}

/** Tags that were read in one scope, by their content. */
export interface KnownTags {
  readonly tags: Map<string, ScannedTag>;
  /** Whether all documents share them. */
  readonly isShared: boolean;
}

/** Throws the error for a text that is not well-formed. */
export type Fail = (problem: string) => never;

/** The qualified name of an attribute, and its value. */
type RawAttribute = readonly [string, string];

const ATTRIBUTE = /[ \t\n\r]+([^ \t\n\r=<>/"']+)[ \t\n\r]*=[ \t\n\r]*(?:"([^"<]*)"|'([^'<]*)')/y;
const SHOWN = 32;

/** The context of a tag. */
export interface TagContext {
  /** The scope around the element. */
  readonly scope: NamespaceScope;
  /** The tags that were read in that scope. */
  readonly known: KnownTags;
  readonly fail: Fail;
  readonly tolerate: Tolerate;
}

/** Reads the text between `<` and `>`. */
export function readTag(content: string, { scope, known, fail, tolerate }: TagContext): ScannedTag {
  const empty = content.endsWith("/");
  const inner = empty ? content.slice(0, -1) : content;
  const space = inner.search(/[ \t\n\r]/);
  const qualifiedName = space === -1 ? inner : inner.slice(0, space);
  const found = space === -1 ? [] : readAttributes(inner.slice(space), fail, tolerate);
  const inside = declared(found, scope, fail);
  const name = inside.element(qualifiedName) ?? fail(nameProblem(qualifiedName));
  const attributes = expand(found, inside, fail);
  return { content, qualifiedName, name, attributes, scope: inside, empty, within: known };
}

function readAttributes(source: string, fail: Fail, tolerate: Tolerate): readonly RawAttribute[] {
  const found: RawAttribute[] = [];
  ATTRIBUTE.lastIndex = 0;
  let end = 0;
  for (let match = ATTRIBUTE.exec(source); match !== null; match = ATTRIBUTE.exec(source)) {
    end = ATTRIBUTE.lastIndex;
    if (found.length >= MAX_ATTRIBUTES) {
      throw limitError(`has an element with more than ${MAX_ATTRIBUTES} attributes`);
    }
    let value = (match[2] ?? match[3] ?? "").replace(/\r\n|[\t\n\r]/g, " ");
    if (controlIn(value) !== -1) {
      if (!tolerate("forbidden-character")) {
        fail("an attribute has a character that XML does not allow");
      }
      value = withoutControls(value);
    }
    const resolved = resolveReferences(value, tolerate);
    if (resolved === undefined) fail(undefinedReference(value, tolerate)?.problem ?? "");
    found.push([match[1] ?? "", resolved]);
  }
  if (!isSpace(source.slice(end))) fail("a tag's attributes are not well-formed");
  return found;
}

/** The scope inside an element, with the namespaces that its tag declares. */
function declared(
  found: readonly RawAttribute[],
  scope: NamespaceScope,
  fail: Fail,
): NamespaceScope {
  const declarations = new Map<string, string>();
  for (const [name, namespace] of found) {
    if (!isDeclaration(name)) continue;
    if (splitName(name) === undefined) fail(nameProblem(name));
    const prefix = name.slice("xmlns:".length);
    const reserved = prefix === "xmlns" || namespace === XMLNS_NAMESPACE;
    if (reserved || (prefix === "xml") !== (namespace === XML_NAMESPACE)) {
      fail(`the prefix "${prefix}" cannot be bound to this namespace`);
    }
    if (prefix !== "" && namespace === "")
      fail(`the prefix "${prefix}" is declared with an empty namespace`);
    if (namespace.length > MAX_NAMESPACE) {
      throw limitError(`has a namespace that is longer than ${MAX_NAMESPACE} characters`);
    }
    if (declarations.has(prefix)) fail("a tag declares a prefix twice");
    declarations.set(prefix, namespace);
  }
  if (declarations.size === 0) return scope;
  if (scope.size + declarations.size > MAX_DECLARATIONS) {
    throw limitError(
      `has more than ${MAX_DECLARATIONS} declarations of namespaces that apply to one element`,
    );
  }
  return scope.extend(declarations);
}

function expand(
  found: readonly RawAttribute[],
  scope: NamespaceScope,
  fail: Fail,
): readonly XmlAttribute[] {
  const attributes: XmlAttribute[] = [];
  const names = found.length > FEW ? new AttributeNames() : undefined;
  for (const [qualifiedName, value] of found) {
    if (isDeclaration(qualifiedName)) continue;
    const name = scope.attribute(qualifiedName) ?? fail(nameProblem(qualifiedName));
    const isNew = names?.add(name) ?? attributes.every((each) => !isSame(each.name, name));
    if (!isNew) fail(`a tag has the attribute ${qualifiedName} twice`);
    attributes.push({ name, value });
  }
  return attributes;
}

/** The number of attributes up to which each is compared with each. */
const FEW = 8;

function isSame(one: ExpandedName, other: ExpandedName): boolean {
  return one.local === other.local && one.namespace === other.namespace;
}

/** The names of the attributes of one tag. */
class AttributeNames {
  /** Namespaces by local name: a key of both would copy a long namespace for each attribute. */
  readonly #namespaces = new Map<string, Set<string>>();

  /** @returns false if the name was added before */
  add({ namespace, local }: ExpandedName): boolean {
    const known = this.#namespaces.get(local);
    if (known?.has(namespace)) return false;
    if (known === undefined) this.#namespaces.set(local, new Set([namespace]));
    else known.add(namespace);
    return true;
  }
}

function isDeclaration(name: string): boolean {
  return name === "xmlns" || name.startsWith("xmlns:");
}

function nameProblem(name: string): string {
  const split = splitName(name);
  return split === undefined
    ? `"${name.slice(0, SHOWN)}" is not a name`
    : `the prefix "${split.prefix}" is not declared`;
}

/** Finds the end of a tag in one chunk after another: the first `>` that is not in quotes. */
export class TagEnd {
  #quote = 0;

  /** @param hasQuotes false for an end tag, which has no attributes */
  constructor(private readonly hasQuotes: boolean) {}

  /** The position of the end between two positions, by default in the whole chunk; -1 if it is not there. */
  find(chunk: string, from = 0, to = chunk.length): number {
    let quote = this.#quote;
    const end = Math.min(to, chunk.length);
    for (let index = from; index < end; index++) {
      const code = chunk.charCodeAt(index);
      if (quote !== 0) {
        if (code === quote) quote = 0;
      } else if (code === 0x3e) return index;
      else if (this.hasQuotes && (code === 0x22 || code === 0x27)) quote = code;
    }
    this.#quote = quote;
    return -1;
  }
}
