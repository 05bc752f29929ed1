/** The value of a cell: its text and its value in TypeScript, by the type of its column. */
import { type Lexical, lexicals } from "../codec/index.js";
import { BUILTIN_TYPES, type BuiltinType, isBuiltin } from "../schema/index.js";
import type { DataType, DataValue } from "./data-set.js";

/** The types of XML Schema without a type in .NET. */
const UNSUPPORTED: readonly string[] = ["anySimpleType", "token"];

/** `undefined` if a column cannot be of this type. */
export function dataTypeNamed(name: string): DataType | undefined {
  return isDataType(name) ? name : undefined;
}

function isDataType(name: string): name is DataType {
  return name === "anyType" || (isBuiltin(name) && !UNSUPPORTED.includes(name));
}

/** Values of all other kinds are strings, unchanged. */
const CONVERTED: ReadonlySet<BuiltinType["kind"]> = new Set([
  "boolean",
  "integer",
  "decimal",
  "float",
]);

/**
 * In .NET the text of a date is that of a dateTime, and binary is base64 whatever the schema says; so only numbers and
 * booleans are checked by their type. An empty text is a string or binary, or else DBNull.
 */
function lexicalOf(type: DataType): Lexical {
  if (type === "anyType") return lexicals.string;
  const { kind } = BUILTIN_TYPES[type];
  if (kind === "binary") return lexicals.base64Binary;
  return CONVERTED.has(kind) ? lexicals[type] : lexicals.string;
}

/** Stands for a text that is not a value of its type. */
export const INVALID = Symbol("invalid");

/** @returns `undefined` for DBNull */
export function parseCell(type: DataType, text: string): DataValue | typeof INVALID | undefined {
  const lexical = lexicalOf(type);
  if (text === "" && lexical !== lexicals.string && lexical !== lexicals.base64Binary) {
    return undefined;
  }
  const value = lexical.parse(text);
  return isDataValue(value) ? value : INVALID;
}

/** @returns `undefined` if the value is outside the type */
export function formatCell(type: DataType, value: unknown): string | undefined {
  return lexicalOf(type).format(value);
}

/** The values of the type, for error messages. */
export function expectedOf(type: DataType): string {
  return lexicalOf(type).expected;
}

/** The `xsi:type` of a value in a column of any type. */
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
