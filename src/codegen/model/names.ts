/**
 * Names in the generated code. Members keep the name that the wire has, quoted where it is no identifier. Types are
 * the schema's names with a capital first letter; what no identifier can hold becomes `_`.
 */

const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u;

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

/** A property name: as it is, or quoted. */
export function memberName(name: string): string {
  return IDENTIFIER.test(name) ? name : stringLiteral(name);
}

/** The name of an entry in an object literal, where a plain `__proto__` would set the prototype. */
export function entryName(name: string): string {
  return name === "__proto__" ? '["__proto__"]' : memberName(name);
}

/** A method name; one called `constructor` would be the class's own. */
export function methodName(name: string): string {
  return name === "constructor" ? '["constructor"]' : memberName(name);
}

/**
 * A literal in the quotes that escape less. Nothing in it ends the string or the line, or turns the direction in which
 * the code is read.
 */
export function stringLiteral(text: string): string {
  const double = JSON.stringify(text).replace(
    /[\u2028-\u202e\u2066-\u2069]/g,
    (separator) => `\\u${separator.charCodeAt(0).toString(16)}`,
  );
  if (!text.includes('"')) return double;
  const count = (quote: string) => text.split(quote).length;
  if (count('"') <= count("'")) return double;
  return `'${double.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

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
  return IDENTIFIER.test(replaced) ? replaced : `_${replaced}`;
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
