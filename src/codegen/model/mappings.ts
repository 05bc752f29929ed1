/** The types of TypeScript that the user can choose for built-in types. */

import type { SimpleDefinition } from "../../contract/index.js";
import {
  BUILTIN_NAMES,
  BUILTIN_TYPES,
  type BuiltinName,
  type MappedType,
} from "../../schema/index.js";

export interface MappingOptions {
  /**
   * The type of xs:dateTime. Default `string`, which keeps every digit and the time zone. A `Date` (`date`) loses the zone and
   * fractions of milliseconds.
   */
  readonly dates?: "string" | "date";
  /** The type of xs:long, xs:integer and the types derived from them. Default `bigint`. A `number` is exact up to 2^53. */
  readonly int64?: "bigint" | "number" | "string";
  /** The type of xs:decimal. Default `string`, which keeps every digit. A `number` has about 15 digits. */
  readonly decimals?: "string" | "number";
  /**
   * The type of xs:base64Binary. Default `bytes`, a `Uint8Array` in memory. An `Attachment` (`attachment`) can be streamed with
   * MTOM.
   */
  readonly binary?: "bytes" | "attachment";
}

/** The built-in types that do not have their default type. */
export type Mappings = ReadonlyMap<BuiltinName, MappedType["as"]>;

const BIG_INTEGERS = BUILTIN_NAMES.filter((name) => BUILTIN_TYPES[name].typescript === "bigint");

export function mappingsOf({ dates, int64, decimals, binary }: MappingOptions): Mappings {
  const mappings = new Map<BuiltinName, MappedType["as"]>();
  if (binary === "attachment") mappings.set("base64Binary", "Attachment");
  if (dates === "date") mappings.set("dateTime", "Date");
  if (decimals === "number") mappings.set("decimal", "number");
  if (int64 === "number" || int64 === "string") {
    for (const name of BIG_INTEGERS) mappings.set(name, int64);
  }
  return mappings;
}

/** Whether the values of a type refer to attachments (WS-I Attachments Profile 1.0 §4.4). */
export function isAttachmentReference({ name }: SimpleDefinition): boolean {
  return name?.key === "{http://ws-i.org/profiles/basic/1.1/xsd}swaRef";
}
