/** Start tags and references (XML 1.0 §3.1, §4.1; Namespaces in XML §3, §6). */
import { hasControl, isForbidden, isSpace, splitName } from "./chars.js";
import {
  type NamespaceScope,
  type ScannedTag,
  XML_NAMESPACE,
  XMLNS_NAMESPACE,
  type XmlAttribute,
} from "./scope.js";

/** Throws the error that says what is not well-formed. */
export type Fail = (fault: string) => never;

/** An attribute's name as it is spelled, and its value. */
type SpelledAttribute = readonly [string, string];

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
 * Reads what stands between `<` and `>`.
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
  const name = within.element(qualifiedName) ?? fail(nameFault(qualifiedName));
  const attributes = expand(found, within, fail);
  return { content, qualifiedName, name, attributes, scope: within, empty };
}

function readAttributes(source: string, fail: Fail): readonly SpelledAttribute[] {
  const found: SpelledAttribute[] = [];
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

/** The scope inside a tag, by the namespaces that it declares. */
function declared(
  found: readonly SpelledAttribute[],
  scope: NamespaceScope,
  fail: Fail,
): NamespaceScope {
  const declarations = new Map<string, string>();
  for (const [name, namespace] of found) {
    if (!isDeclaration(name)) continue;
    const prefix = name.slice("xmlns:".length);
    const reserved = prefix === "xmlns" || namespace === XMLNS_NAMESPACE;
    if (reserved || (prefix === "xml") !== (namespace === XML_NAMESPACE)) {
      fail(`the prefix "${prefix}" can't be bound so`);
    }
    if (prefix !== "" && namespace === "") fail(`the prefix "${prefix}" is bound to nothing`);
    if (declarations.has(prefix)) fail("a namespace is declared twice in one tag");
    declarations.set(prefix, namespace);
  }
  return declarations.size === 0 ? scope : scope.extend(declarations);
}

function expand(
  found: readonly SpelledAttribute[],
  scope: NamespaceScope,
  fail: Fail,
): readonly XmlAttribute[] {
  const attributes: XmlAttribute[] = [];
  const seen = new Set<string>();
  for (const [spelled, value] of found) {
    if (isDeclaration(spelled)) continue;
    const name = scope.attribute(spelled) ?? fail(nameFault(spelled));
    const key = `${name.namespace} ${name.local}`;
    if (seen.has(key)) fail(`the attribute ${spelled} stands twice in one tag`);
    seen.add(key);
    attributes.push({ name, value });
  }
  return attributes;
}

function isDeclaration(name: string): boolean {
  return name === "xmlns" || name.startsWith("xmlns:");
}

function nameFault(name: string): string {
  const split = splitName(name);
  return split === undefined
    ? `"${name.slice(0, SHOWN)}" is no name`
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
      fail(`the reference at "${text.slice(reference, reference + SHOWN)}" has no meaning`);
    }
    reference = text.indexOf("&", end);
    resolved += character + text.slice(end + 1, reference === -1 ? undefined : reference);
  }
  return resolved;
}

/** The character of a reference by number, `#65` or `#x41`; `undefined` where XML has none such. */
function numbered(name: string): string | undefined {
  const match = /^#(?:x([\da-fA-F]+)|(\d+))$/.exec(name);
  if (match === null) return undefined;
  const code = match[1] === undefined ? Number(match[2]) : Number.parseInt(match[1], 16);
  return isForbidden(code) ? undefined : String.fromCodePoint(code);
}
