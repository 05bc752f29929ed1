/** The text form of elements and attributes in a wire schema (declaration.ts), before the names of types are resolved. */
import { unknownKeyword } from "./check/unknown-keyword.js";

/** A name is a run of any characters but white space and those that separate it from its surroundings. */
const DECLARATION = /^([^\s?*+:()]+)([?*+]?): (?:([^\s()]+)|\((.*)\))((?: [^\s()]+)*)$/;

/** The name of the type of any content. */
export const ANY_TYPE = "anyType";

/** Whether a text can declare an element or attribute of the name. */
export function isDeclarable(name: string): boolean {
  return DECLARATION.exec(`${name}: int`)?.[1] === name;
}

export interface Declaration<Word extends string> {
  readonly name: string;
  readonly occurs: string;
  /** The name of its type; `undefined` for an array. */
  readonly type: string | undefined;
  /** The declaration of an array's items. */
  readonly item: string;
  /** The properties that the words after the type set. */
  readonly flags: { readonly [Key in Word]?: true };
}

/**
 * @param words the words that may be behind the type
 * @throws UnsupportedSchemaError (`UNKNOWN_KEYWORD`) if the text has another form or another word
 */
export function parseDeclaration<Word extends string>(
  text: string,
  words: readonly Word[],
): Declaration<Word> {
  const found = DECLARATION.exec(text);
  if (found === null) throw unknownKeyword(text, "a declaration");
  const [, name = "", occurs = "", type, item = "", more = ""] = found;
  return { name, occurs, type, item, flags: more === "" ? {} : flagsOf(text, more, words) };
}

function flagsOf<Word extends string>(
  text: string,
  more: string,
  words: readonly Word[],
): { readonly [Key in Word]?: true } {
  const flags: { [Key in Word]?: true } = {};
  for (const word of more.trimStart().split(" ")) {
    const known = words.find((each) => each === word);
    if (known === undefined) throw unknownKeyword(word, JSON.stringify(text));
    flags[known] = true;
  }
  return flags;
}
