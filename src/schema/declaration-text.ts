/** The form of elements and attributes that a wire schema has as texts (declaration.ts), whatever types they name. */

/** A name is anything without what a text has around names, as XML's are. */
const DECLARATION = /^([^\s?*+:()]+)([?*+]?): (?:([^\s()]+)|\((.*)\))((?: [a-z]+)*)$/;

/** What a text calls the type of anything. */
export const ANY_TYPE = "anyType";

/** Whether a text can declare an element or attribute of the name. */
export function isDeclarable(name: string): boolean {
  return DECLARATION.exec(`${name}: int`)?.[1] === name;
}

export interface Declaration {
  readonly name: string;
  readonly occurs: string;
  /** The name of its type; `undefined` for an array. */
  readonly type: string | undefined;
  /** The declaration of an array's items. */
  readonly item: string;
  /** Those behind the type, a blank before each. */
  readonly words: string;
}

/** @throws TypeError where it is none */
export function readDeclaration(text: string): Declaration {
  const found = DECLARATION.exec(text);
  if (found === null) throw new TypeError(`"${text}" in a wire schema declares nothing.`);
  const [, name = "", occurs = "", type, item = "", words = ""] = found;
  return { name, occurs, type, item, words };
}
