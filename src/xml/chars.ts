/** Characters and names of XML 1.0 (§2.2, §2.3), and the escaping of text (§2.4). */
import { CharacterBuffer } from "./character-buffer.js";

const NAME_START =
  "A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D" +
  "\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}";
const NC_NAME = `[${NAME_START}][${NAME_START}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040]*`;

/** A name with an optional prefix (Namespaces in XML §4): the prefix is group 1, the local part group 2. */
const QUALIFIED_NAME = new RegExp(`^(?:(${NC_NAME}):)?(${NC_NAME})$`, "u");

/** Characters that XML 1.0 does not allow; with the `u` flag the surrogates match only if they are not in a pair. */
const FORBIDDEN = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF\uD800-\uDFFF]/u;

/** Splits a qualified name; `undefined` if it is not a name. `prefix` is `""` if the name has no prefix. */
export function splitName(name: string): { prefix: string; local: string } | undefined {
  const match = QUALIFIED_NAME.exec(name);
  return match === null ? undefined : { prefix: match[1] ?? "", local: match[2] ?? "" };
}

/** The first character of a text that XML does not allow, as `U+0000`; `undefined` if all are allowed. */
export function forbiddenCharacter(text: string): string | undefined {
  const match = FORBIDDEN.exec(text);
  if (match === null) return undefined;
  const code = match[0].codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

export function isForbidden(codePoint: number): boolean {
  return codePoint > 0x10ffff || FORBIDDEN.test(String.fromCodePoint(codePoint));
}

const CONTROL = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/;

/** The position of the first character that XML does not allow in decoded text, whose surrogates are in pairs; -1 if all are allowed. */
export function controlIn(text: string): number {
  return text.search(CONTROL);
}

/** What replaces characters that XML does not allow: the replacement character of Unicode. */
export const REPLACEMENT = "\uFFFD";

const CONTROLS = new RegExp(CONTROL, "g");

/** A text with other characters in the place of those that XML does not allow. */
export function withoutControls(text: string): string {
  return text.replace(CONTROLS, REPLACEMENT);
}

const MARKUP = /[&<>\r]/;

/** Escapes character data. A CR is written as a reference, since a reader would change it to a LF (§2.11). */
export function escapeText(text: string): string {
  return MARKUP.test(text) ? text.replace(/[&<>\r]/g, escapeCharacter) : text;
}

/** Escapes an attribute value between double quotes; tabs and line breaks survive normalization (§3.3.3). */
export function escapeAttribute(text: string): string {
  return text.replace(/[&<>"\t\n\r]/g, escapeCharacter);
}

function escapeCharacter(character: string): string {
  switch (character) {
    case "&":
      return "&amp;";
    case "<":
      return "&lt;";
    case ">":
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return `&#${character.charCodeAt(0)};`;
  }
}

const SPACE_ONLY = /^[ \t\n\r]*$/;

/** Whether a text has only white space (§2.3). */
export function isSpace(text: string): boolean {
  return SPACE_ONLY.test(text);
}

/** The length from which a regular expression takes much more time than a loop, if it replaces most characters. */
const LONG = 1_000;

/** The white space facet `collapse` (XML Schema part 2 §4.3.6). */
export function collapseSpace(text: string): string {
  if (text.length < LONG) return text.replace(/[ \t\n\r]+/g, " ").replace(/^ | $/g, "");
  if (!/[\t\n\r]|^ | {2}| $/.test(text)) return text;
  const buffer = new CharacterBuffer();
  let isAfterSpace = false;
  let isFirst = true;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (isSpaceCode(code)) isAfterSpace = true;
    else {
      if (isAfterSpace && !isFirst) buffer.add(SPACE);
      buffer.add(code);
      isAfterSpace = false;
      isFirst = false;
    }
  }
  return buffer.toString();
}

/** The white space facet `replace`. */
export function replaceSpace(text: string): string {
  if (!/[\t\n\r]/.test(text)) return text;
  if (text.length < LONG) return text.replace(/[\t\n\r]/g, " ");
  const buffer = new CharacterBuffer();
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    buffer.add(isSpaceCode(code) ? SPACE : code);
  }
  return buffer.toString();
}

/** Line ends as LF (XML 1.0 §2.11). */
export function withLineFeeds(text: string): string {
  if (!text.includes("\r")) return text;
  if (text.length < LONG) return text.replace(/\r\n?/g, "\n");
  const buffer = new CharacterBuffer();
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code !== CARRIAGE_RETURN) buffer.add(code);
    else if (text.charCodeAt(index + 1) !== LINE_FEED) buffer.add(LINE_FEED);
  }
  return buffer.toString();
}

export function isSpaceCode(code: number): boolean {
  return code === SPACE || code === TAB || code === LINE_FEED || code === CARRIAGE_RETURN;
}

const TAB = 0x09;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
