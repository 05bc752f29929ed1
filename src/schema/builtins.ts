/** The built-in simple types of XML Schema 1.0 (part 2 §3): the one table of their names and properties. */

export interface BuiltinType<Name extends string = BuiltinName> {
  /** Integers, decimals and floats are the numeric types; `name` is a qualified name, `time` also a date or duration. */
  readonly kind:
    | "text"
    | "boolean"
    | "integer"
    | "decimal"
    | "float"
    | "time"
    | "binary"
    | "name"
    | "list";
  /** The type of its values in TypeScript, if no mapping changes it. */
  readonly typescript: "string" | "boolean" | "number" | "bigint" | "Uint8Array" | "string[]";
  /** The type that it restricts; `anySimpleType` for a primitive type or a list. */
  readonly base?: Name;
  /** The smallest value of an integer; absent if the type has no limit. */
  readonly min?: bigint;
  /** The largest value of an integer; absent if the type has no limit. */
  readonly max?: bigint;
  /** The type of the items of a list. */
  readonly item?: Name;
  /** The empty text is a value. */
  readonly acceptsEmpty?: true;
}

const TABLE = {
  anySimpleType: { kind: "text", typescript: "string", acceptsEmpty: true },
  anyURI: { kind: "text", typescript: "string", base: "anySimpleType", acceptsEmpty: true },
  base64Binary: {
    kind: "binary",
    typescript: "Uint8Array",
    base: "anySimpleType",
    acceptsEmpty: true,
  },
  boolean: { kind: "boolean", typescript: "boolean", base: "anySimpleType" },
  byte: { kind: "integer", typescript: "number", base: "short", min: -128n, max: 127n },
  date: { kind: "time", typescript: "string", base: "anySimpleType" },
  dateTime: { kind: "time", typescript: "string", base: "anySimpleType" },
  decimal: { kind: "decimal", typescript: "string", base: "anySimpleType" },
  double: { kind: "float", typescript: "number", base: "anySimpleType" },
  duration: { kind: "time", typescript: "string", base: "anySimpleType" },
  ENTITIES: {
    kind: "list",
    typescript: "string[]",
    base: "anySimpleType",
    item: "ENTITY",
    acceptsEmpty: true,
  },
  ENTITY: { kind: "text", typescript: "string", base: "NCName" },
  float: { kind: "float", typescript: "number", base: "anySimpleType" },
  gDay: { kind: "time", typescript: "string", base: "anySimpleType" },
  gMonth: { kind: "time", typescript: "string", base: "anySimpleType" },
  gMonthDay: { kind: "time", typescript: "string", base: "anySimpleType" },
  gYear: { kind: "time", typescript: "string", base: "anySimpleType" },
  gYearMonth: { kind: "time", typescript: "string", base: "anySimpleType" },
  hexBinary: {
    kind: "binary",
    typescript: "Uint8Array",
    base: "anySimpleType",
    acceptsEmpty: true,
  },
  ID: { kind: "text", typescript: "string", base: "NCName" },
  IDREF: { kind: "text", typescript: "string", base: "NCName" },
  IDREFS: {
    kind: "list",
    typescript: "string[]",
    base: "anySimpleType",
    item: "IDREF",
    acceptsEmpty: true,
  },
  int: {
    kind: "integer",
    typescript: "number",
    base: "long",
    min: -2_147_483_648n,
    max: 2_147_483_647n,
  },
  integer: { kind: "integer", typescript: "bigint", base: "decimal" },
  language: { kind: "text", typescript: "string", base: "token" },
  long: {
    kind: "integer",
    typescript: "bigint",
    base: "integer",
    min: -(2n ** 63n),
    max: 2n ** 63n - 1n,
  },
  Name: { kind: "text", typescript: "string", base: "token" },
  NCName: { kind: "text", typescript: "string", base: "Name" },
  negativeInteger: { kind: "integer", typescript: "bigint", base: "nonPositiveInteger", max: -1n },
  NMTOKEN: { kind: "text", typescript: "string", base: "token" },
  NMTOKENS: {
    kind: "list",
    typescript: "string[]",
    base: "anySimpleType",
    item: "NMTOKEN",
    acceptsEmpty: true,
  },
  nonNegativeInteger: { kind: "integer", typescript: "bigint", base: "integer", min: 0n },
  nonPositiveInteger: { kind: "integer", typescript: "bigint", base: "integer", max: 0n },
  normalizedString: { kind: "text", typescript: "string", base: "string", acceptsEmpty: true },
  NOTATION: { kind: "name", typescript: "string", base: "anySimpleType" },
  positiveInteger: { kind: "integer", typescript: "bigint", base: "nonNegativeInteger", min: 1n },
  QName: { kind: "name", typescript: "string", base: "anySimpleType" },
  short: { kind: "integer", typescript: "number", base: "int", min: -32_768n, max: 32_767n },
  string: { kind: "text", typescript: "string", base: "anySimpleType", acceptsEmpty: true },
  time: { kind: "time", typescript: "string", base: "anySimpleType" },
  token: { kind: "text", typescript: "string", base: "normalizedString", acceptsEmpty: true },
  unsignedByte: {
    kind: "integer",
    typescript: "number",
    base: "unsignedShort",
    min: 0n,
    max: 255n,
  },
  unsignedInt: {
    kind: "integer",
    typescript: "number",
    base: "unsignedLong",
    min: 0n,
    max: 4_294_967_295n,
  },
  unsignedLong: {
    kind: "integer",
    typescript: "bigint",
    base: "nonNegativeInteger",
    min: 0n,
    max: 2n ** 64n - 1n,
  },
  unsignedShort: {
    kind: "integer",
    typescript: "number",
    base: "unsignedInt",
    min: 0n,
    max: 65_535n,
  },
} as const satisfies Readonly<Record<string, BuiltinType<string>>>;

/** The local name of a built-in simple type. */
export type BuiltinName = keyof typeof TABLE;

/** By local name. */
export const BUILTIN_TYPES: Readonly<Record<BuiltinName, BuiltinType>> = TABLE;

/** The local names. */
export const BUILTIN_NAMES = Object.keys(TABLE).filter(isBuiltin);

/** Whether a local name of the namespace of XML Schema is that of a built-in simple type. */
export function isBuiltin(name: string): name is BuiltinName {
  return Object.hasOwn(TABLE, name);
}

/** `undefined` if a local name of the namespace of XML Schema is not that of a built-in simple type. */
export function builtinTypeNamed(name: string): BuiltinType | undefined {
  return isBuiltin(name) ? BUILTIN_TYPES[name] : undefined;
}

/** A built-in type with the types that it is derived from, up to `anySimpleType`. */
export function withBases(name: BuiltinName): readonly BuiltinName[] {
  const { base } = BUILTIN_TYPES[name];
  return base === undefined ? [name] : [name, ...withBases(base)];
}
