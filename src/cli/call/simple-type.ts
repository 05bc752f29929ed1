/** Simple types on the command line: their names, examples, and values from text or JSON. */
import { type Lexical, lexicalOf } from "../../codec/index.js";
import type { BuiltinName, SimpleType } from "../../schema/index.js";

export interface SimpleValues {
  /** The type for help texts: `int`, `Enabled|Disabled`. */
  readonly label: string;
  /** The name of a built-in type. */
  readonly builtin: string | undefined;
  /** Describes the valid texts. */
  readonly expected: string;
  /** A valid text. */
  readonly example: string;
  /** The value of a text; `undefined` if it is not valid. */
  parse(text: string): unknown;
  /** The value of a JSON value: itself if it is one, else that of its text; `undefined` if it is not valid. */
  fromJson(value: unknown): unknown;
}

/** @param open whether an enumeration has values that the contract does not list */
export function simpleValues(type: SimpleType, open: boolean): SimpleValues {
  const lexical = lexicalOf(type, open);
  return {
    label: labelOf(type),
    builtin: builtinOf(type),
    expected: expectedOf(type, lexical),
    example: exampleOf(type),
    parse: (text) => lexical.parse(text),
    fromJson: (value) => fromJson(lexical, value),
  };
}

/** JSON has no 64-bit integers, decimals or bytes: they are strings. A number is accepted for them too. */
function fromJson(lexical: Lexical, value: unknown): unknown {
  if (lexical.format(value) !== undefined) return value;
  if (typeof value === "string") return lexical.parse(value);
  const isText = lexical.format("text") !== undefined;
  return typeof value === "number" && !isText ? lexical.parse(String(value)) : undefined;
}

function labelOf(type: SimpleType): string {
  if (typeof type === "string") return type;
  if ("enumeration" in type) return Object.values(type.enumeration).join("|");
  if ("list" in type) return `list of ${labelOf(type.list)}`;
  if ("restricts" in type) return labelOf(type.restricts);
  return "union" in type ? type.union.map(labelOf).join(" or ") : type.builtin;
}

function builtinOf(type: SimpleType): string | undefined {
  if (typeof type === "string") return type;
  return "builtin" in type ? type.builtin : undefined;
}

function expectedOf(type: SimpleType, lexical: Lexical): string {
  if (typeof type === "string") return EXPECTED[type] ?? lexical.expected;
  if ("list" in type) return `${labelOf(type)}, separated by blanks`;
  if ("enumeration" in type) return lexical.expected;
  return labelOf(type);
}

/** For types whose description is about TypeScript. */
const EXPECTED: Readonly<Partial<Record<BuiltinName, string>>> = {
  base64Binary: "bytes in base64",
  decimal: "a decimal number",
  hexBinary: "bytes in hexadecimal digits",
  integer: "an integer",
  long: "an integer of 64 bits",
  negativeInteger: "an integer less than 0",
  nonNegativeInteger: "an integer of at least 0",
  nonPositiveInteger: "an integer of at most 0",
  positiveInteger: "an integer greater than 0",
  unsignedLong: "an integer of 64 bits without a sign",
};

function exampleOf(type: SimpleType): string {
  if (typeof type === "string") return EXAMPLES[type] ?? "text";
  if ("enumeration" in type) return Object.values(type.enumeration)[0] ?? "";
  if ("list" in type) return exampleOf(type.list);
  if ("builtin" in type) return exampleOf(type.builtin);
  if ("restricts" in type) return exampleOf(type.restricts);
  return type.union[0] === undefined ? "" : exampleOf(type.union[0]);
}

/** The others are texts. */
const EXAMPLES: Readonly<Partial<Record<BuiltinName, string>>> = {
  anyURI: "https://example.com/",
  base64Binary: "aGVsbG8=",
  boolean: "true",
  byte: "1",
  date: "2026-11-23",
  dateTime: "2026-11-23T12:00:00Z",
  decimal: "1.50",
  double: "1.5",
  duration: "PT1M30S",
  float: "1.5",
  gDay: "---23",
  gMonth: "--11",
  gMonthDay: "--11-23",
  gYear: "2026",
  gYearMonth: "2026-11",
  hexBinary: "0AFF",
  int: "1",
  integer: "1",
  language: "en",
  long: "1",
  negativeInteger: "-1",
  nonNegativeInteger: "1",
  nonPositiveInteger: "-1",
  NOTATION: "{http://example.com/}name",
  positiveInteger: "1",
  QName: "{http://example.com/}name",
  short: "1",
  time: "12:00:00",
  unsignedByte: "1",
  unsignedInt: "1",
  unsignedLong: "1",
  unsignedShort: "1",
};
