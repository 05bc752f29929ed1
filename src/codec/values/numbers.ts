/** Booleans, integers and floating-point numbers (XML Schema part 2 §3.2.2, §3.2.4, §3.2.5, §3.3.13 to §3.3.25). */
import { BUILTIN_TYPES, type BuiltinName } from "../../schema/index.js";
import { collapseSpace } from "../../xml/index.js";
import type { Lexical } from "./lexical.js";
import { literal } from "./literal.js";

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["false", false],
  ["1", true],
  ["0", false],
]);

export const boolean: Lexical = {
  parse: (wire) => BOOLEANS.get(wire) ?? BOOLEANS.get(collapseSpace(wire)),
  format: (value) => (typeof value === "boolean" ? String(value) : undefined),
  expected: "true or false",
};

export const INTEGER = /^[+-]?\d+$/;

/** An integer type, by the range of its values. */
export function integer(name: BuiltinName): Lexical {
  const { typescript, min, max } = BUILTIN_TYPES[name];
  return typescript === "number" && min !== undefined && max !== undefined
    ? smallInteger(Number(min), Number(max))
    : bigInteger(min, max);
}

function smallInteger(min: number, max: number): Lexical {
  const isInRange = (value: number) => value >= min && value <= max;
  return {
    parse(wire) {
      const digits = literal(wire, INTEGER);
      if (digits === undefined) return undefined;
      const value = Number(digits) + 0;
      return isInRange(value) ? value : undefined;
    },
    format: (value) =>
      typeof value === "number" && Number.isInteger(value) && isInRange(value)
        ? String(value + 0)
        : undefined,
    expected: `an integer from ${min} to ${max}`,
  };
}

function bigInteger(min: bigint | undefined, max: bigint | undefined): Lexical {
  const isInRange = (value: bigint) =>
    (min === undefined || value >= min) && (max === undefined || value <= max);
  const from = min === undefined ? "" : ` from ${min}`;
  const to = max === undefined ? "" : ` up to ${max}`;
  return {
    parse(wire) {
      const digits = literal(wire, INTEGER);
      if (digits === undefined) return undefined;
      const value = BigInt(digits.replace("+", ""));
      return isInRange(value) ? value : undefined;
    },
    format: (value) => (typeof value === "bigint" && isInRange(value) ? String(value) : undefined),
    expected: `a bigint${from}${to}`,
  };
}

const FLOAT = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const FLOAT_WORDS: ReadonlyMap<string, number> = new Map([
  ["INF", Number.POSITIVE_INFINITY],
  ["-INF", Number.NEGATIVE_INFINITY],
  ["NaN", Number.NaN],
]);

export const float: Lexical = {
  parse(wire) {
    const digits = literal(wire, FLOAT);
    return digits === undefined ? FLOAT_WORDS.get(collapseSpace(wire)) : Number(digits);
  },
  format(value) {
    if (typeof value !== "number") return undefined;
    if (Object.is(value, -0)) return "-0";
    return String(value).replace("Infinity", "INF");
  },
  expected: "a number",
};
