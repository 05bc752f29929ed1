/** Characters of a WSDL that a reader does not see, or that make text look different from what it is. */

/**
 * Controls, lone surrogates, line separators, format characters (they change the direction of text or have no width), and
 * other invisible characters (Unicode Standard §5.21, UTS 39).
 */
const HIDDEN = /[\p{Cc}\p{Cs}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const ALL_HIDDEN = new RegExp(HIDDEN.source, "gu");

/** Most texts; testing this first is faster. */
const PLAIN = /^[ -~]*$/;

export function hasHidden(text: string): boolean {
  return !PLAIN.test(text) && HIDDEN.test(text);
}

/** Writes hidden characters as the escapes of JavaScript and JSON, `\u202e`. */
export function escapeHidden(text: string): string {
  return hasHidden(text) ? text.replace(ALL_HIDDEN, unicodeEscape) : text;
}

/** One escape per UTF-16 code unit. */
export function unicodeEscape(character: string): string {
  let escaped = "";
  for (let index = 0; index < character.length; index++) {
    escaped += `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`;
  }
  return escaped;
}
