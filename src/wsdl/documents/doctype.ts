/**
 * Document type declarations (XML 1.0 §2.8), which schemas of the W3C contain. References to entities with a text are
 * replaced by the text. Everything else in a declaration is ignored, and no external entity is read.
 */
import { endOfSection } from "./sections.js";

export interface WithoutDoctype {
  /** The declaration is replaced by spaces, so that offsets before the first entity stay the same. */
  readonly text: string;
  readonly problem: { readonly message: string; readonly offset: number } | undefined;
}

/** The longest text of an entity, in characters. */
const MAX_LENGTH = 1_000;
const DOCTYPE = "<!DOCTYPE";
/** Sticky: it matches at `lastIndex` only, without a search. */
const ENTITY = /<!ENTITY\s+([\w.-]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/y;
const REFERENCE = /&(#?[\w.:-]*);?/y;
/** References that need no declaration (XML 1.0 §4.1, §4.6). */
const PREDEFINED = /^&(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);$/;
const OPEN =
  "This document type declaration is not before the root element, or it does not end. Remove it.";

/** @param onExpansion is called with the length of each text that replaces a reference */
export function withoutDoctype(
  text: string,
  onExpansion: (length: number) => void = () => {},
): WithoutDoctype {
  const doctype = findDoctype(text);
  // Without its end the declaration stays in the text, and is a problem there.
  if (doctype === undefined) return replaced(text, new Map(), onExpansion);
  const { start, end, entities } = doctype;
  const blank = text.slice(start, end).replace(/[^\n]/g, " ");
  return replaced(text.slice(0, start) + blank + text.slice(end), entities, onExpansion);
}

interface Doctype {
  readonly start: number;
  readonly end: number;
  readonly entities: ReadonlyMap<string, string>;
}

/** The declaration before the root element; `undefined` if the document has no complete declaration there. */
function findDoctype(text: string): Doctype | undefined {
  let at = text.indexOf("<");
  while (at !== -1) {
    if (text.startsWith(DOCTYPE, at)) return readDoctype(text, at);
    const end = endOfSection(text, at);
    if (end === undefined) return undefined;
    at = text.indexOf("<", end);
  }
  return undefined;
}

/** One pass over the declaration, with its internal subset in brackets. */
function readDoctype(text: string, start: number): Doctype | undefined {
  const entities = new Map<string, string>();
  let isInside = false;
  let at = start + DOCTYPE.length;
  while (at < text.length) {
    const character = text[at];
    if (character === ">" && !isInside) return { start, end: at + 1, entities };
    if (character === "[") isInside = true;
    else if (character === "]") isInside = false;
    if (character === '"' || character === "'") {
      const end = text.indexOf(character, at + 1);
      if (end === -1) return undefined;
      at = end + 1;
    } else if (character === "<") {
      at = endOfSection(text, at) ?? endOfEntity(text, at, entities);
    } else at += 1;
  }
  return undefined;
}

/** The end of an entity declaration, which is added to the entities; behind the `<` of another declaration. */
function endOfEntity(text: string, at: number, entities: Map<string, string>): number {
  ENTITY.lastIndex = at;
  const [, name = "", double, single] = ENTITY.exec(text) ?? [];
  if (name === "") return at + 1;
  const value = double ?? single ?? "";
  // The first declaration of a name counts (XML 1.0 §4.2). An entity that consists of others could grow without limit.
  if (!entities.has(name) && !/[&<%]/.test(value) && value.length <= MAX_LENGTH) {
    entities.set(name, value);
  }
  return ENTITY.lastIndex;
}

/** Replaces the references outside of comments and CDATA sections, in one pass. */
function replaced(
  text: string,
  entities: ReadonlyMap<string, string>,
  onExpansion: (length: number) => void,
): WithoutDoctype {
  const parts: string[] = [];
  let copied = 0;
  const search = /[&<]/g;
  for (let found = search.exec(text); found !== null; found = search.exec(text)) {
    const offset = found.index;
    if (found[0] === "<") {
      if (text.startsWith(DOCTYPE, offset)) return { text, problem: { message: OPEN, offset } };
      search.lastIndex = endOfSection(text, offset) ?? offset + 1;
      continue;
    }
    REFERENCE.lastIndex = offset;
    const [reference = "&", name = ""] = REFERENCE.exec(text) ?? [];
    if (PREDEFINED.test(reference)) continue;
    const value = entities.get(name);
    if (value === undefined) {
      const message = `The entity ${reference} is not declared. Replace it with its text, or write "&" as "&amp;".`;
      return { text, problem: { message, offset } };
    }
    onExpansion(value.length);
    parts.push(text.slice(copied, offset), value);
    copied = offset + reference.length;
  }
  return {
    text: parts.length === 0 ? text : parts.join("") + text.slice(copied),
    problem: undefined,
  };
}
