/**
 * The lexical mapping of each built-in type. No information is lost: 64-bit and unbounded integers are `bigint`,
 * decimals, dates and durations are strings, binary content is `Uint8Array`.
 */
import type { BuiltinName } from "../../schema/index.js";
import { base64, hex } from "./binary.js";
import { dates } from "./calendar.js";
import { list } from "./composed.js";
import type { Lexical } from "./lexical.js";
import { boolean, float, integer } from "./numbers.js";
import { qname } from "./qname.js";
import { decimal, duration, normalized, text, token } from "./texts.js";

export const lexicals: Readonly<Record<BuiltinName, Lexical>> = {
  anySimpleType: text,
  anyURI: token,
  base64Binary: base64,
  boolean,
  byte: integer("byte"),
  date: dates.date,
  dateTime: dates.dateTime,
  decimal,
  double: float,
  duration,
  ENTITIES: list(token),
  ENTITY: token,
  float,
  gDay: dates.gDay,
  gMonth: dates.gMonth,
  gMonthDay: dates.gMonthDay,
  gYear: dates.gYear,
  gYearMonth: dates.gYearMonth,
  hexBinary: hex,
  ID: token,
  IDREF: token,
  IDREFS: list(token),
  int: integer("int"),
  integer: integer("integer"),
  language: token,
  long: integer("long"),
  Name: token,
  NCName: token,
  negativeInteger: integer("negativeInteger"),
  NMTOKEN: token,
  NMTOKENS: list(token),
  nonNegativeInteger: integer("nonNegativeInteger"),
  nonPositiveInteger: integer("nonPositiveInteger"),
  normalizedString: normalized,
  NOTATION: qname,
  positiveInteger: integer("positiveInteger"),
  QName: qname,
  short: integer("short"),
  string: text,
  time: dates.time,
  token,
  unsignedByte: integer("unsignedByte"),
  unsignedInt: integer("unsignedInt"),
  unsignedLong: integer("unsignedLong"),
  unsignedShort: integer("unsignedShort"),
};
