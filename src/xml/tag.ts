/** Start tags and references (XML 1.0 §3.1, §4.1; Namespaces in XML §3, §6). */
import { hasControl, isForbidden, isSpace, splitName } from "./chars.js";
import {
  type NamespaceScope,
  type ScannedTag,
  XML_NAMESPACE,
  XMLNS_NAMESPACE,
  type XmlAttribute,
} from "./scope.js";

/** Throws the error for a text that is not well-formed. */
export type Fail = (problem: string) => never;

/** The qualified name of an attribute, and its value. */
type RawAttribute = readonly [string, string];

const ATTRIBUTE = /[ \t\n\r]+([^ \t\n\r=<>/"']+)[ \t\n\r]*=[ \t\n\r]*(?:"([^"<]*)"|'([^'<]*)')/y;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);
const SHOWN = 32;

/**
 * Reads the text between `<` and `>`.
 *
 * @param scope around the element
 */
export function readTag(content: string, scope: NamespaceScope, fail: Fail): ScannedTag {
  const empty = content.endsWith("/");
  const inner = empty ? content.slice(0, -1) : content;
  const space = inner.search(/[ \t\n\r]/);
  const qualifiedName = space === -1 ? inner : inner.slice(0, space);
  const found = space === -1 ? [] : readAttributes(inner.slice(space), fail);
  const within = declared(found, scope, fail);
  const name = within.element(qualifiedName) ?? fail(nameProblem(qualifiedName));
  const attributes = expand(found, within, fail);
  return { content, qualifiedName, name, attributes, scope: within, empty };
}

function readAttributes(source: string, fail: Fail): readonly RawAttribute[] {
  const found: RawAttribute[] = [];
  ATTRIBUTE.lastIndex = 0;
  let end = 0;
  for (let match = ATTRIBUTE.exec(source); match !== null; match = ATTRIBUTE.exec(source)) {
    end = ATTRIBUTE.lastIndex;
    const value = (match[2] ?? match[3] ?? "").replace(/\r\n|[\t\n\r]/g, " ");
    if (hasControl(value)) fail("an attribute has a character that XML does not allow");
    found.push([match[1] ?? "", resolveReferences(value, fail)]);
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
    const prefix = name.slice("xmlns:".length);
    const reserved = prefix === "xmlns" || namespace === XMLNS_NAMESPACE;
    if (reserved || (prefix === "xml") !== (namespace === XML_NAMESPACE)) {
      fail(`the prefix "${prefix}" cannot be bound to this namespace`);
    }
    if (prefix !== "" && namespace === "")
      fail(`the prefix "${prefix}" is declared with an empty namespace`);
    if (declarations.has(prefix)) fail("a tag declares a prefix twice");
    declarations.set(prefix, namespace);
  }
  return declarations.size === 0 ? scope : scope.extend(declarations);
}

function expand(
  found: readonly RawAttribute[],
  scope: NamespaceScope,
  fail: Fail,
): readonly XmlAttribute[] {
  const attributes: XmlAttribute[] = [];
  const seen = new Set<string>();
  for (const [qualifiedName, value] of found) {
    if (isDeclaration(qualifiedName)) continue;
    const name = scope.attribute(qualifiedName) ?? fail(nameProblem(qualifiedName));
    const key = `${name.namespace} ${name.local}`;
    if (seen.has(key)) fail(`a tag has the attribute ${qualifiedName} twice`);
    seen.add(key);
    attributes.push({ name, value });
  }
  return attributes;
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

/** Replaces character references and the five entities of XML itself. */
export function resolveReferences(text: string, fail: Fail): string {
  let reference = text.indexOf("&");
  if (reference === -1) return text;
  let resolved = text.slice(0, reference);
  while (reference !== -1) {
    const end = text.indexOf(";", reference);
    const usual = text.startsWith("&amp;", reference);
    const name = usual || end === -1 ? "" : text.slice(reference + 1, end);
    const character = usual ? "&" : (ENTITIES.get(name) ?? numbered(name));
    if (character === undefined) {
      fail(`the reference at "${text.slice(reference, reference + SHOWN)}" is not defined`);
    }
    reference = text.indexOf("&", end);
    resolved += character + text.slice(end + 1, reference === -1 ? undefined : reference);
  }
  return resolved;
}

/** The character of a numeric reference, `#65` or `#x41`; `undefined` if XML does not allow the character. */
function numbered(name: string): string | undefined {
  const match = /^#(?:x([\da-fA-F]+)|(\d+))$/.exec(name);
  if (match === null) return undefined;
  const code = match[1] === undefined ? Number(match[2]) : Number.parseInt(match[1], 16);
  return isForbidden(code) ? undefined : String.fromCodePoint(code);
}

/** The position of the end of a tag: the first `>` that is not in quotes. */
export function tagEnd(buffer: string, start: number): number {
  let quote = 0;
  for (let index = start; index < buffer.length; index++) {
    const code = buffer.charCodeAt(index);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x22 || code === 0x27) quote = code;
    else if (code === 0x3e) return index;
  }
  return -1;
}
