import { describe, expect, it } from "vitest";
import { escapeHidden, hasHidden } from "../../src/contract/index.js";

describe("hidden characters", () => {
  it.each([
    ["a control", "\u0007", "\\u0007"],
    ["a C1 control", "\u009b", "\\u009b"],
    ["an override of the direction", "\u202e", "\\u202e"],
    ["an isolate", "\u2066", "\\u2066"],
    ["a line separator", "\u2028", "\\u2028"],
    ["a zero-width space", "\u200b", "\\u200b"],
    ["a byte order mark", "\ufeff", "\\ufeff"],
    ["a soft hyphen", "\u00ad", "\\u00ad"],
    ["a filler that is a letter", "\u3164", "\\u3164"],
    ["a variation selector", "\ufe0f", "\\ufe0f"],
    ["a tag", "\u{e0041}", "\\udb40\\udc41"],
    ["a lone surrogate", "\ud800", "\\ud800"],
  ])("%s is escaped", (_, character, escaped) => {
    expect(hasHidden(character)).toBe(true);
    expect(escapeHidden(`a${character}b`)).toBe(`a${escaped}b`);
    expect(JSON.parse(`"${escapeHidden(character)}"`)).toBe(character);
  });

  it.each(["a b", "äöü", "日本", "שלום", "𝒜", "é", "👍"])("%s is not", (text) => {
    expect(escapeHidden(text)).toBe(text);
  });
});
