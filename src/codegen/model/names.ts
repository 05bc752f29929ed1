/**
 * Names in generated code. Members have the names of the elements. Types have the names of the schema with a capital first
 * letter; characters that identifiers can't contain become `_`.
 */
import { isIdentifier } from "../typescript/names.js";

/** Words that can't be the name of a variable. */
const RESERVED = new Set(
  (
    "await break case catch class const continue debugger default delete do else enum export extends false finally for " +
    "function if implements import in instanceof interface let new null package private protected public return static " +
    "super switch this throw true try typeof var void while with yield arguments eval undefined"
  ).split(" "),
);

/** Members of every object and global names: a variable of the same name would be confusing. */
const WELL_KNOWN = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  ...(
    "Array BigInt Boolean Date Error Function Infinity Intl JSON Map Math NaN Number Object Promise Proxy Reflect RegExp " +
    "Set String Symbol WeakMap WeakSet decodeURI decodeURIComponent encodeURI encodeURIComponent escape globalThis " +
    "isFinite isNaN parseFloat parseInt unescape"
  ).split(" "),
]);

/** Types of TypeScript and of the runtime: a generated type of the same name would hide them. */
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

/** An identifier that starts with a lower-case letter. */
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
  const replaced = name.replace(/[^\p{ID_Continue}$]|\p{Default_Ignorable_Code_Point}/gu, "_");
  return isIdentifier(replaced) ? replaced : `_${replaced}`;
}

/** The names of an earlier run, by the keys of their types. */
export type KeptNames = ReadonlyMap<string, string>;

/** A suffix is repeated this often at most; then it is numbered, so that names stay short. */
const MAX_REPEATED = 8;

/**
 * Makes names unique. A name that is in use gets a suffix, repeated until it is unique. A name that is claimed later never
 * changes an earlier one.
 */
export class NameTable {
  readonly #inUse = new Set<string>();
  /** By a name with its suffixes, the lowest number that may be free. */
  readonly #numbers = new Map<string, number>();
  readonly #exact: Set<string>;

  /** @param reserved names that are in use, case-sensitive */
  constructor(reserved: Iterable<string>) {
    this.#exact = new Set(reserved);
  }

  /** All names in use. */
  get names(): Iterable<string> {
    return this.#exact;
  }

  /** Names that differ in letter case only are not unique: some file systems and readers confuse them. */
  isFree(name: string): boolean {
    return !this.#inUse.has(name.toLowerCase()) && !this.#exact.has(name);
  }

  claim(wanted: string, suffix: string): string {
    let name = wanted;
    for (let times = 0; times < MAX_REPEATED && !this.isFree(name); times++) name += suffix;
    if (!this.isFree(name)) name = this.#numbered(name);
    this.#inUse.add(name.toLowerCase());
    this.#exact.add(name);
    return name;
  }

  #numbered(name: string): string {
    let number = this.#numbers.get(name) ?? 2;
    while (!this.isFree(`${name}${number}`)) number += 1;
    this.#numbers.set(name, number + 1);
    return `${name}${number}`;
  }
}
