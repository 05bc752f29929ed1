/** The values that .NET has for missing members: null, or the default of a value type. */

import type { Values } from "../../codec/index.js";
import {
  type ArrayType,
  BUILTIN_TYPES,
  type BuiltinName,
  type ComplexType,
  derivationChain,
  type ElementSchema,
  isComplex,
  isSimple,
  type MessageSchema,
  messageType,
  type PartsSchema,
  particlesOf,
  resolveType,
  type TypeSchema,
  unrestricted,
} from "../../schema/index.js";

/** Adds the defaults of members that cannot be null, and null for nillable members that cannot be missing. */
export function withDefaults(message: MessageSchema | PartsSchema, values: Values): Values {
  return "parts" in message ? filled(message.parts, values) : ofType(messageType(message), values);
}

function ofType(type: ComplexType, values: Values): Values {
  return type.content === undefined ? filled(membersOf(type), values) : values;
}

const members = new WeakMap<ComplexType, readonly ElementSchema[]>();

/** The members that are not in choices or groups. */
function membersOf(type: ComplexType): readonly ElementSchema[] {
  let found = members.get(type);
  if (found === undefined) {
    found = derivationChain(type).flatMap((each) =>
      particlesOf(each).filter((particle) => "element" in particle),
    );
    members.set(type, found);
  }
  return found;
}

function filled(members: readonly ElementSchema[], values: Values): Values {
  const result: Record<string, unknown> = { ...values };
  for (const { element, member = element, type, minOccurs, maxOccurs, nillable } of members) {
    const value = Object.hasOwn(values, member) ? values[member] : undefined;
    const resolved = resolveType(type);
    // Any value of an encoded request may be null.
    if (value !== undefined && (value !== null || nillable === true)) {
      result[member] = maxOccurs === undefined ? inside(resolved, value) : each(resolved, value);
    } else if (minOccurs !== 0 && maxOccurs === undefined) {
      const missing = nillable === true ? null : defaultOf(resolved);
      if (missing !== undefined) result[member] = missing;
    }
  }
  return result;
}

function inside(type: TypeSchema, value: unknown): unknown {
  if (typeof value !== "object" || value === null || isSimple(type)) return value;
  if (isComplex(type)) return ofType(derived(type, value), { ...value });
  return isArray(type) ? each(resolveType(type.item.type), value) : value;
}

function each(type: TypeSchema, items: unknown): unknown {
  return Array.isArray(items) ? items.map((item) => inside(type, item)) : items;
}

function isArray(type: TypeSchema): type is ArrayType {
  return typeof type === "object" && "item" in type;
}

/** The type of a value by its `$type`. */
function derived(type: ComplexType, value: object): ComplexType {
  const key = "$type" in value ? value.$type : undefined;
  return (typeof key === "string" ? type.types?.()[key] : undefined) ?? type;
}

/** The default of a value type; `undefined` for other types. */
function defaultOf(type: TypeSchema): unknown {
  if (!isSimple(type)) return undefined;
  const plain = unrestricted(type);
  if (typeof plain === "string") return builtinDefault(plain);
  if ("enumeration" in plain) return Object.values(plain.enumeration)[0];
  return "list" in plain ? [] : undefined;
}

function builtinDefault(name: BuiltinName): unknown {
  const { kind, typescript, min, max } = BUILTIN_TYPES[name];
  switch (kind) {
    case "boolean":
      return false;
    case "integer":
      // The unbounded integers are strings in .NET.
      if (min === undefined || max === undefined) return undefined;
      return typescript === "bigint" ? 0n : 0;
    case "decimal":
      return "0";
    case "float":
      return 0;
    case "time":
      return DATES[name];
    default:
      return undefined;
  }
}

/** The other dates, times and durations are strings in .NET. */
const DATES: Readonly<Partial<Record<BuiltinName, string>>> = {
  date: "0001-01-01",
  dateTime: "0001-01-01T00:00:00",
};
