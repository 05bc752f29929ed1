/** Built-in types with a type of TypeScript that the user of the generator chose. */
import type { MappedType } from "../../schema/index.js";
import { collapseSpace } from "../../xml/index.js";
import { attachmentReference, base64Attachment } from "./binary.js";
import { lexicals } from "./builtins.js";
import type { Lexical } from "./lexical.js";
import { literal } from "./literal.js";
import { INTEGER } from "./numbers.js";

/** A built-in type with another type in TypeScript. Values may lose digits or their time zone. */
export function mapped({ builtin, as }: MappedType): Lexical {
  const original = lexicals[builtin];
  const text = (value: unknown) => original.format(value);
  switch (as) {
    case "Date":
      return {
        parse: (wire) =>
          original.parse(wire) === undefined ? undefined : dateOf(collapseSpace(wire)),
        format: (value) =>
          value instanceof Date && !Number.isNaN(value.getTime())
            ? text(plainYear(value.toISOString()))
            : undefined,
        expected: "a valid Date of a year other than 0",
      };
    case "number":
      return {
        parse(wire) {
          const value = original.parse(wire);
          return value === undefined ? undefined : Number(value);
        },
        format(value) {
          if (typeof value !== "number" || !Number.isFinite(value)) return undefined;
          if (builtin === "decimal") return text(plainDecimal(value));
          return Number.isInteger(value) ? text(BigInt(value)) : undefined;
        },
        expected: "a number",
      };
    case "string":
      return {
        parse: (wire) => original.parse(wire)?.toString(),
        format: (value) =>
          typeof value === "string" && literal(value, INTEGER) === value
            ? text(BigInt(value))
            : undefined,
        expected: "an integer in a string",
      };
    case "bigint":
      return original;
    case "Attachment":
      return builtin === "base64Binary" ? base64Attachment : attachmentReference;
  }
}

/** A time without a zone is in the zone of the machine, as in JavaScript; `undefined` outside of the years of a Date. */
function dateOf(wire: string): Date | undefined {
  const date = new Date(expandedYear(wire));
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** JavaScript writes years other than 0 to 9999 with a sign and six digits (ECMA-262 §21.4.1.32.1). */
function expandedYear(wire: string): string {
  return wire.replace(/^(-?)(\d+)/, (year, sign: string, digits: string) =>
    sign === "" && digits.length === 4 ? year : `${sign || "+"}${digits.padStart(6, "0")}`,
  );
}

/** A year as XML Schema writes it: without `+`, and with as many digits as it needs, at least four. */
function plainYear(iso: string): string {
  return iso.replace(/^([+-])0{0,2}(\d+)/, (_, sign: string, digits: string) =>
    sign === "-" ? sign + digits : digits,
  );
}

/** Without an exponent, which xs:decimal does not allow. */
function plainDecimal(value: number): string {
  const text = String(value);
  if (!text.includes("e")) return text;
  return Number.isInteger(value) ? String(BigInt(value)) : value.toFixed(20).replace(/\.?0+$/, "");
}
