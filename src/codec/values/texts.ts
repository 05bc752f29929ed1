/** Types whose values are strings in TypeScript: texts, decimals and durations (XML Schema part 2 §3). */
import { collapseSpace, replaceSpace } from "../../xml/index.js";
import type { Lexical } from "./lexical.js";
import { literal } from "./literal.js";

export const text: Lexical = {
  parse: (wire) => wire,
  format: (value) => (typeof value === "string" ? value : undefined),
  expected: "a string",
};

/** The white space facet `replace`. */
export const normalized: Lexical = { ...text, parse: replaceSpace };

/** The white space facet `collapse`. */
export const token: Lexical = { ...text, parse: collapseSpace };

/**
 * A type whose value is its lexical form: a string of a pattern, with collapsed white space.
 *
 * @param isValue whether a text of the pattern is a value of the type; default: each one is
 */
export function pattern(
  form: RegExp,
  expected: string,
  isValue: (text: string) => boolean = () => true,
): Lexical {
  const parse = (wire: string) => {
    const text = literal(wire, form);
    return text !== undefined && isValue(text) ? text : undefined;
  };
  return {
    parse,
    format: (value) =>
      typeof value === "string" && parse(value) !== undefined ? value : undefined,
    expected,
  };
}

export const decimal = pattern(
  /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/,
  'a decimal in a string such as "1.50"',
);

export const duration = pattern(
  /^-?P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/,
  "a duration such as PT1M30S",
);
