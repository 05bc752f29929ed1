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

/** A type whose values are texts on the wire. */
export type SimpleType = BuiltinName | EnumerationType | ListType | UnionType | MappedType;
