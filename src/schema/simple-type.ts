/** Simple types of a wire schema (XML Schema part 2). */
import type { BuiltinName } from "./builtins.js";

/** A string type restricted to listed values (part 2, §4.3.5). The record's values are those of the wire. */
export interface EnumerationType {
  readonly enumeration: Readonly<Record<string, string>>;
}

/** Items between blanks in one text (part 2, §2.5.1.2): an array in TypeScript. */
export interface ListType {
  readonly list: SimpleType;
}

/** A value of the first of these types that its text fits (part 2, §2.5.1.3). */
export interface UnionType {
  readonly union: readonly SimpleType[];
}

/**
 * A built-in type in another type of TypeScript than the usual one, as the generator was told; and `anyURI` as an
 * `Attachment`: a reference to a part of the message (swaRef).
 */
export interface MappedType {
  readonly builtin: BuiltinName;
  readonly as: "Date" | "number" | "string" | "bigint" | "Attachment";
}

export type SimpleType = BuiltinName | EnumerationType | ListType | UnionType | MappedType;
