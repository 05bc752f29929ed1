import { describe, expect, it } from "vitest";
import { PatternError } from "../../../src/errors/index.js";
import { compilePattern } from "../../../src/schema/index.js";
import { CASES } from "./cases.js";

describe("a pattern", () => {
  it.each(CASES)("$pattern matches whole texts", ({ pattern, matches, others }) => {
    const isMatch = compilePattern(pattern);
    expect(matches.filter((text) => !isMatch(text))).toEqual([]);
    expect(others.filter((text) => isMatch(text))).toEqual([]);
  });

  it("is compiled in no time, however often it repeats a character or nothing", () => {
    expect(compilePattern("a{99999999}")("aa")).toBe(false);
    expect(compilePattern("(){999999999}")("")).toBe(true);
    expect(compilePattern("(|){999999999}b")("b")).toBe(true);
    expect(compilePattern("(a{1,1000}){1,1000}")("a".repeat(1_001))).toBe(true);
  });
});

describe("an invalid pattern", () => {
  it.each<[pattern: string, position: number, problem: RegExp]>([
    ["a**", 3, /"\*" does not follow what it could repeat/],
    ["+", 1, /"\+" does not follow/],
    ["a{2}{3}", 5, /a quantifier follows a quantifier/],
    ["a{", 3, /a number is expected/],
    ["a{,3}", 3, /a number is expected/],
    ["a{3,2}", 5, /maximum below its minimum/],
    ["a{3", 4, /"\}" is missing/],
    ["a{3x}", 4, /"\}" is expected/],
    ["(a", 3, /"\)" is missing/],
    ["a)", 2, /"\)" has no counterpart/],
    ["(?:a)", 2, /"\?" does not follow/],
    ["a]", 2, /"\]" is not allowed here/],
    ["[a", 3, /ends too early/],
    ["[]", 2, /"\]" is not allowed here/],
    ["[^]", 3, /"\]" is not allowed here/],
    ["[[a]]", 2, /"\[" is not allowed here/],
    ["[a-[b]c]", 7, /"\]" is expected/],
    ["[z-a]", 4, /the end of the range is before its start/],
    ["[a-\\d]", 6, /a range ends with a class/],
    ["\\", 2, /ends too early/],
    ["\\b", 1, /"\\b" is not an escape/],
    ["a\\/b", 2, /"\\\/" is not an escape/],
    ["\\pL", 3, /"\{" is expected/],
    ["\\p{L", 5, /ends too early/],
    ["\\p{Xx}", 4, /"Xx" is not a category or block/],
    ["\\p{Cs}", 4, /"Cs" is not a category or block/],
    ["\\p{IsKlingon}", 4, /"IsKlingon" is not a category or block/],
    ["😀**", 3, /"\*" does not follow/],
    ["(".repeat(300), 251, /nested deeper than 250/],
  ])("%s is reported with its position", (pattern, position, problem) => {
    const error = thrownBy(() => compilePattern(pattern));
    expect(error).toMatchObject({ code: "INVALID_PATTERN", pattern, position });
    expect(String(error)).toContain(`at character ${position}`);
    expect(String(error)).toMatch(problem);
    expect(String(error).length).toBeLessThan(400);
  });

  it.each(["((ab){100}){100}", "(a|){999999999}", "(((((ab?){9}){9}){9}){9}){9}"])(
    "%s is too large",
    (pattern) => {
      expect(thrownBy(() => compilePattern(pattern))).toMatchObject({
        code: "PATTERN_TOO_LARGE",
        pattern,
      });
    },
  );
});

function thrownBy(run: () => unknown): PatternError {
  try {
    run();
  } catch (error) {
    if (error instanceof PatternError) return error;
  }
  throw new Error("It did not throw a PatternError.");
}
