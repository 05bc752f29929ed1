/**
 * Names in generated code. A type has the schema's name with a capital first letter. Characters that an identifier cannot
 * have become `_`.
 */
import { isIdentifier } from "../typescript/names.js";

/** Words that no variable may be called, and globals that generated code uses. */
const RESERVED = new Set(
  (
    "await break case catch class const continue debugger default delete do else enum export extends false finally for " +
    "function if implements import in instanceof interface let new null package private protected public return static " +
    "super switch this throw true try typeof var void while with yield arguments eval undefined"
  ).split(" "),
);

/** Names that every object or the global one has: a variable called so would hide what readers take it for. */
const WELL_KNOWN = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  ...(
    "Array BigInt Boolean Date Error Function Infinity Intl JSON Map Math NaN Number Object Promise Proxy Reflect RegExp " +
    "Set String Symbol WeakMap WeakSet decodeURI decodeURIComponent encodeURI encodeURIComponent escape globalThis " +
    "isFinite isNaN parseFloat parseInt unescape"
  ).split(" "),
]);

/** Types that generated code or its readers take for TypeScript's own or the runtime's. */
const KNOWN_TYPES = new Set(
  (
    "any unknown never void string number boolean bigint symbol object Object String Number Boolean BigInt Symbol " +
    "Unlisted OneOf AtMostOneOf XmlElement Function Array Promise Record Partial Omit Pick Date Map Set Error Uint8Array"
  ).split(" "),
);

/** An identifier for a variable. */
export function variableName(name: string): string {
  const identifier = toIdentifier(name);
  return RESERVED.has(identifier) || WELL_KNOWN.has(identifier) ? `${identifier}_` : identifier;
}

/** An identifier that begins with a small letter. */
export function constantName(name: string): string {
  return variableName(name.charAt(0).toLowerCase() + name.slice(1));
}

/** An identifier for a type: `hierarchy` is `Hierarchy`. */
export function typeName(name: string): string {
  const identifier = toIdentifier(name);
  const capital = identifier.charAt(0).toUpperCase() + identifier.slice(1);
  return RESERVED.has(capital) || KNOWN_TYPES.has(capital) ? `${capital}_` : capital;
}

function toIdentifier(name: string): string {
  const replaced = name.replace(/[^\p{ID_Continue}$]/gu, "_");
  return isIdentifier(replaced) ? replaced : `_${replaced}`;
}

/**
 * Gives each thing a name that nothing else has. A wanted name that is taken gets the suffix of its kind, as often as it
 * takes; so what is added later never renames what was there, as long as it comes later.
 */
export class NameTable {
  readonly #taken = new Set<string>();
  readonly #exact: Set<string>;

  /** @param reserved names that none may have, letter case regarded */
  constructor(reserved: Iterable<string>) {
    this.#exact = new Set(reserved);
  }

  /** What it gave and what is reserved. */
  get names(): Iterable<string> {
    return this.#exact;
  }

  /** Case alone doesn't tell names apart: files and people mix them up. */
  isFree(name: string): boolean {
    return !this.#taken.has(name.toLowerCase()) && !this.#exact.has(name);
  }

  claim(wanted: string, suffix: string): string {
    let name = wanted;
    while (!this.isFree(name)) name += suffix;
    this.#taken.add(name.toLowerCase());
    this.#exact.add(name);
    return name;
  }
}
