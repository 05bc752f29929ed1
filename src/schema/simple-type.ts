/** Simple types of a wire schema (XML Schema part 2). */
import type { BuiltinName } from "./builtins.js";

/** A string type with listed values (XML Schema part 2 §4.3.5). */
export interface EnumerationType {
  /** The values on the wire, by their names in TypeScript. */
  readonly enumeration: Readonly<Record<string, string>>;
}

/** Items that are separated by blanks in one text (XML Schema part 2 §2.5.1.2): an array in TypeScript. */
export interface ListType {
  /** The type of the items. */
  readonly list: SimpleType;
}

/** A value of the first of several types that accepts it (XML Schema part 2 §2.5.1.3). */
export interface UnionType {
  /** The types. */
  readonly union: readonly SimpleType[];
}

/**
 * A built-in type with another type in TypeScript than by default, by an option of the generator; or `anyURI` as an
 * `Attachment`, a reference to a part of the message (swaRef).
 */
export interface MappedType {
  /** The built-in type. */
  readonly builtin: BuiltinName;
  /** The type in TypeScript. */
  readonly as: "Date" | "number" | "string" | "bigint" | "Attachment";
}

/**
 * A type with facets (XML Schema part 2 §4.3). As a member of a union they decide which member a text belongs to; elsewhere
 * only validation checks them, and only code that was generated with `facets` has them.
 */
export interface RestrictedType {
  /** The type that is restricted. */
  readonly restricts: SimpleType;
  /** What it restricts. */
  readonly facets: Facets;
}

/** Facets of a simple type, and of the types that it restricts (XML Schema part 2 §4.3). */
export interface Facets {
  /** The number of characters, bytes or items. */
  readonly length?: number;
  /** The least number of characters, bytes or items. */
  readonly minLength?: number;
  /** The largest number of characters, bytes or items. */
  readonly maxLength?: number;
  /** The least value, as in the schema. */
  readonly minInclusive?: string;
  /** The largest value, as in the schema. */
  readonly maxInclusive?: string;
  /** All values are larger than this one, as in the schema. */
  readonly minExclusive?: string;
  /** All values are less than this one, as in the schema. */
  readonly maxExclusive?: string;
  /** The largest number of digits. */
  readonly totalDigits?: number;
  /** The largest number of digits behind the point. */
  readonly fractionDigits?: number;
  /** The texts of all values, if they are listed and not strings. */
  readonly values?: readonly string[];
  /**
   * Regular expressions of XML Schema (part 2 appendix F), as in the schema. A text matches one of each list: a list has the
   * patterns of one type, that of the base type first (§4.3.4.3).
   */
  readonly patterns?: readonly (readonly string[])[];
  /** The white space that a validator changes before it checks the other facets; default: that of the restricted type. */
  readonly whiteSpace?: "preserve" | "replace" | "collapse";
}

/** A type whose values are texts on the wire. */
export type SimpleType =
  | BuiltinName
  | EnumerationType
  | ListType
  | UnionType
  | MappedType
  | RestrictedType;
