/** The built-in simple types of XML Schema 1.0 (part 2 §3): the one table of their names and properties. */

export interface BuiltinType {
  /** The type of its values in TypeScript, unless a mapping says otherwise. */
  readonly typescript: "string" | "boolean" | "number" | "bigint" | "Uint8Array" | "string[]";
}

/** By local name. */
export const BUILTIN_TYPES = {
  anySimpleType: { typescript: "string" },
  anyURI: { typescript: "string" },
  base64Binary: { typescript: "Uint8Array" },
  boolean: { typescript: "boolean" },
  byte: { typescript: "number" },
  date: { typescript: "string" },
  dateTime: { typescript: "string" },
  decimal: { typescript: "string" },
  double: { typescript: "number" },
  duration: { typescript: "string" },
  ENTITIES: { typescript: "string[]" },
  ENTITY: { typescript: "string" },
  float: { typescript: "number" },
  gDay: { typescript: "string" },
  gMonth: { typescript: "string" },
  gMonthDay: { typescript: "string" },
  gYear: { typescript: "string" },
  gYearMonth: { typescript: "string" },
  hexBinary: { typescript: "Uint8Array" },
  ID: { typescript: "string" },
  IDREF: { typescript: "string" },
  IDREFS: { typescript: "string[]" },
  int: { typescript: "number" },
  integer: { typescript: "bigint" },
  language: { typescript: "string" },
  long: { typescript: "bigint" },
  Name: { typescript: "string" },
  NCName: { typescript: "string" },
  negativeInteger: { typescript: "bigint" },
  NMTOKEN: { typescript: "string" },
  NMTOKENS: { typescript: "string[]" },
  nonNegativeInteger: { typescript: "bigint" },
  nonPositiveInteger: { typescript: "bigint" },
  normalizedString: { typescript: "string" },
  NOTATION: { typescript: "string" },
  positiveInteger: { typescript: "bigint" },
  QName: { typescript: "string" },
  short: { typescript: "number" },
  string: { typescript: "string" },
  time: { typescript: "string" },
  token: { typescript: "string" },
  unsignedByte: { typescript: "number" },
  unsignedInt: { typescript: "number" },
  unsignedLong: { typescript: "bigint" },
  unsignedShort: { typescript: "number" },
} as const satisfies Readonly<Record<string, BuiltinType>>;

/** The local name of a built-in simple type. */
export type BuiltinName = keyof typeof BUILTIN_TYPES;

/** Whether a local name of the namespace of XML Schema is that of a built-in simple type. */
export function isBuiltin(name: string): name is BuiltinName {
  return Object.hasOwn(BUILTIN_TYPES, name);
}
