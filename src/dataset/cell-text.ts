/** A cell's value between its text and TypeScript, by its column's type. */
import { type Lexical, lexicals } from "../codec/index.js";
import type { DataType, DataValue } from "./data-set.js";

/** The types of XML Schema that .NET has none for. */
const UNKNOWN: readonly string[] = ["anySimpleType", "token"];

/** The type of this name; `undefined` where a column can't be of it. */
export function dataTypeNamed(name: string): DataType | undefined {
  return isDataType(name) ? name : undefined;
}

function isDataType(name: string): name is DataType {
  return name === "anyType" || (Object.hasOwn(lexicals, name) && !UNKNOWN.includes(name));
}

/** Numbers, and what else has a type of its own in TypeScript; all others are strings, as they stand. */
const CONVERTED = [
  "boolean",
  "byte",
  "decimal",
  "double",
  "float",
  "int",
  "integer",
  "long",
  "negativeInteger",
  "nonNegativeInteger",
  "nonPositiveInteger",
  "positiveInteger",
  "short",
  "unsignedByte",
  "unsignedInt",
  "unsignedLong",
  "unsignedShort",
] as const;

/**
 * A date's text is a dateTime's with .NET, and binary is base64 whatever the schema says; so only numbers and booleans
 * are held to their type. An empty text is a string or binary, or else DBNull.
 */
function lexicalOf(type: DataType): Lexical {
  if (type === "base64Binary" || type === "hexBinary") return lexicals.base64Binary;
  return lexicals[CONVERTED.find((each) => each === type) ?? "string"];
}

/** A cell's text that is not of its column's type. */
export const MISFIT = Symbol("misfit");

/** @returns `undefined` for DBNull */
export function parseCell(type: DataType, text: string): DataValue | typeof MISFIT | undefined {
  const lexical = lexicalOf(type);
  if (text === "" && lexical !== lexicals.string && lexical !== lexicals.base64Binary) {
    return undefined;
  }
  const value = lexical.parse(text);
  return isDataValue(value) ? value : MISFIT;
}

/** @returns `undefined` where the value is outside the type */
export function formatCell(type: DataType, value: unknown): string | undefined {
  return lexicalOf(type).format(value);
}

/** What a value of the type looks like, for error messages. */
export function expectedOf(type: DataType): string {
  return lexicalOf(type).expected;
}

/** The type that a value says of itself in a column of any type (xsi:type). */
export function typeOfValue(value: unknown): DataType {
  if (typeof value === "bigint") return "long";
  if (typeof value === "boolean") return "boolean";
  if (value instanceof Uint8Array) return "base64Binary";
  if (typeof value !== "number") return "string";
  const isInt = lexicals.int.format(value) !== undefined && !Object.is(value, -0);
  return isInt ? "int" : "double";
}

function isDataValue(value: unknown): value is DataValue {
  if (value instanceof Uint8Array) return true;
  return ["string", "number", "bigint", "boolean"].includes(typeof value);
}
