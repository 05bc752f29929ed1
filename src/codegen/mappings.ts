/** Which type of TypeScript a built-in type becomes, where the user may choose. */
import type { BuiltinName, MappedType } from "../soap/schema.js";

export interface MappingOptions {
  /** xs:dateTime: `string` keeps every digit and the zone; `date` is a `Date`. Default `string`. */
  readonly dates?: "string" | "date";
  /** xs:long, xs:integer and the like. Default `bigint`. */
  readonly int64?: "bigint" | "number" | "string";
  /** xs:decimal. Default `string`. */
  readonly decimals?: "string" | "number";
}

/** The built-in types that are not mapped as usual. */
export type Mappings = ReadonlyMap<BuiltinName, MappedType["as"]>;

const BIG_INTEGERS: readonly BuiltinName[] = [
  "long",
  "unsignedLong",
  "integer",
  "nonNegativeInteger",
  "nonPositiveInteger",
  "positiveInteger",
  "negativeInteger",
];

export function mappingsOf({ dates, int64, decimals }: MappingOptions): Mappings {
  const mappings = new Map<BuiltinName, MappedType["as"]>();
  if (dates === "date") mappings.set("dateTime", "Date");
  if (decimals === "number") mappings.set("decimal", "number");
  if (int64 === "number" || int64 === "string") {
    for (const name of BIG_INTEGERS) mappings.set(name, int64);
  }
  return mappings;
}
