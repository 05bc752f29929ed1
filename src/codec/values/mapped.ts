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
          value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : undefined,
        expected: "a Date",
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

/** A time without a zone is in the zone of the machine, as in JavaScript. */
function dateOf(wire: string): Date | undefined {
  const date = new Date(wire);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** Without an exponent, which xs:decimal does not allow. */
function plainDecimal(value: number): string {
  const text = String(value);
  if (!text.includes("e")) return text;
  return Number.isInteger(value) ? String(BigInt(value)) : value.toFixed(20).replace(/\.?0+$/, "");
}
