/** The classes that escapes name (XML Schema part 2 §F.1.1). */
import { blockNamed } from "./blocks.js";
import { type CharacterSet, complementOf, matching, remembered } from "./character-set.js";
import { NAME_CHARACTERS, NAME_START_CHARACTERS } from "./name-characters.js";

const DIGITS = remembered(matching(/^\p{Nd}$/u));
const WORD = remembered(matching(/^[^\p{P}\p{Z}\p{C}]$/u));
const SPACE = matching(/^[ \t\n\r]$/);

const CLASSES: ReadonlyMap<string, CharacterSet> = new Map([
  ["s", SPACE],
  ["S", complementOf(SPACE)],
  ["i", NAME_START_CHARACTERS],
  ["I", complementOf(NAME_START_CHARACTERS)],
  ["c", NAME_CHARACTERS],
  ["C", complementOf(NAME_CHARACTERS)],
  ["d", DIGITS],
  ["D", complementOf(DIGITS)],
  ["w", WORD],
  ["W", complementOf(WORD)],
]);

/** The class of `\d` and the like, by its letter; `undefined` for other letters. */
export function classNamed(letter: string): CharacterSet | undefined {
  return CLASSES.get(letter);
}

const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ...[..."\\|.?*+(){}-[]^"].map((each): [string, string] => [each, each]),
]);

/** The character that an escape stands for, such as a line feed for `n`; `undefined` if it is not one. */
export function escapedCharacter(letter: string): string | undefined {
  return CHARACTERS.get(letter);
}

/** The dot: all characters but line ends. */
export const ANY_CHARACTER: CharacterSet = {
  has: (codePoint) => codePoint !== 0x0a && codePoint !== 0x0d,
};

/** The general categories of Unicode without Cs, which no character has. */
const CATEGORY = /^(?:L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|Z[slp]?|S[mcko]?|C[cfon]?)$/;

/** The set of `\p{…}`, by the name between the braces; `undefined` if there is no such category or block. */
export function propertyNamed(name: string): CharacterSet | undefined {
  if (name.startsWith("Is")) return blockNamed(name.slice(2));
  return CATEGORY.test(name) ? matching(new RegExp(`^\\p{${name}}$`, "u")) : undefined;
}
