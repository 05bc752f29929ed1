/** Which type of TypeScript a built-in type becomes, where the user may choose. */

import type { SimpleDefinition } from "../../contract/index.js";
import {
  BUILTIN_NAMES,
  BUILTIN_TYPES,
  type BuiltinName,
  type MappedType,
} from "../../schema/index.js";

export interface MappingOptions {
  /** xs:dateTime: `string` keeps every digit and the zone; `date` is a `Date`. Default `string`. */
  readonly dates?: "string" | "date";
  /** xs:long, xs:integer and the like. Default `bigint`. */
  readonly int64?: "bigint" | "number" | "string";
  /** xs:decimal. Default `string`. */
  readonly decimals?: "string" | "number";
  /** xs:base64Binary: `bytes` are there whole; an `Attachment` may be streamed, with MTOM. Default `bytes`. */
  readonly binary?: "bytes" | "attachment";
}

/** The built-in types that are not mapped as usual. */
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

/** Whether its values refer to parts beside the envelope (WS-I Attachments Profile 1.0 §4.4): they are attachments. */
export function isAttachmentReference({ name }: SimpleDefinition): boolean {
  return name?.key === "{http://ws-i.org/profiles/basic/1.1/xsd}swaRef";
}
