import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawn } from "./draw.js";
import { patternOf } from "./pattern.js";

describe("patternOf", () => {
  it.each([
    ["[A-Z]{2}\\d{3,4}", /^[A-Z]{2}\d{3,4}$/],
    ["(a|bc)*-?x+", /^(a|bc)*-?x+$/],
    ["[^a-z]{3}", /^[^a-z]{3}$/],
    ["[a-z-[aeiou]]+", /^[b-df-hj-np-tv-z]+$/],
    ["\\i\\c*", /^[A-Za-z_][\w.-]*$/],
    ["\\p{Lu}\\p{Ll}+", /^[A-Z][a-z]+$/],
    ["[+\\-]?[0-9\\.]+", /^[+-]?[\d.]+$/],
    ["^a$", /^\^a\$$/],
    [".{0,5}", /^.{0,5}$/],
    ["", /^$/],
  ])("draws texts that match %s", (source, expected) => {
    const pattern = patternOf(source);
    const texts = drawn((draw) => pattern.text(draw));
    fc.assert(
      fc.property(texts, (text) => {
        expect(text).toMatch(expected);
        expect(pattern.matches(text)).toBe(true);
      }),
    );
  });

  it("detects texts that do not match", () => {
    expect(patternOf("[A-Z]{2}").matches("AB1")).toBe(false);
    expect(patternOf("a|b").matches("ab")).toBe(false);
  });

  it("rejects an invalid regular expression", () => {
    expect(() => patternOf("(a")).toThrow("The pattern (a can't be read at 2.");
  });
});
