/** Characters, white space and escaping; the long texts take another way than the short ones. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  collapseSpace,
  controlIn,
  escapeAttribute,
  escapeText,
  forbiddenCharacter,
  isForbidden,
  isSpace,
  replaceSpace,
  splitName,
  withLineFeeds,
} from "../../src/xml/chars.js";

describe("white space", () => {
  const LONG = "x".repeat(1_000);
  const piece = fc.constantFrom(" ", "\t", "\n", "\r", "\r\n", "  ", "a", "é", "😀", LONG);
  const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(""));

  // XML Schema part 2 §4.3.6, and XML 1.0 §2.11, as regular expressions.
  it.each([
    [
      "collapsed",
      collapseSpace,
      (all: string) => all.replace(/[ \t\n\r]+/g, " ").replace(/^ | $/g, ""),
    ],
    ["replaced", replaceSpace, (all: string) => all.replace(/[\t\n\r]/g, " ")],
    ["of line ends", withLineFeeds, (all: string) => all.replace(/\r\n?/g, "\n")],
  ])("is %s in texts of any length", (_, actual, wanted) => {
    fc.assert(
      fc.property(text, (all) => actual(all) === wanted(all)),
      { seed: 1, numRuns: 500 },
    );
  });

  it.each([
    ["", true],
    [" \t\n\r", true],
    ["\u00a0", false],
    [" x ", false],
  ])("%j consists of it: %s", (all, want) => expect(isSpace(all)).toBe(want));
});

describe("names", () => {
  it.each([
    ["a", "", "a"],
    ["p:a", "p", "a"],
    ["_é.-1·", "", "_é.-1·"],
    ["\u{10000}", "", "\u{10000}"],
  ])("%s is one", (name, prefix, local) => expect(splitName(name)).toEqual({ prefix, local }));

  it.each(["", ":a", "a:", "a:b:c", "1a", "-a", "a b", "a:1", "×", "\ud800", " a", "a "])(
    "%j is none",
    (name) => expect(splitName(name)).toBeUndefined(),
  );
});

describe("characters that XML does not allow", () => {
  it.each([
    ["a\0b", "U+0000", 1],
    ["\x0b", "U+000B", 0],
    ["ab\x1f", "U+001F", 2],
    ["\ufffe", "U+FFFE", 0],
    ["\uffff", "U+FFFF", 0],
  ])("%j has %s at %d", (text, code, at) => {
    expect(forbiddenCharacter(text)).toBe(code);
    expect(controlIn(text)).toBe(at);
  });

  it("are surrogates without their other half, and nothing above U+10FFFF", () => {
    expect(forbiddenCharacter("\ud83d")).toBe("U+D83D");
    expect(forbiddenCharacter("😀\t\n\r")).toBeUndefined();
    expect(controlIn("😀\t\n\r")).toBe(-1);
    expect([0xd800, 0, 0xfffe, 0x110000].map(isForbidden)).toEqual([true, true, true, true]);
    expect([0x9, 0x20, 0xd7ff, 0xe000, 0xfffd, 0x10ffff].some(isForbidden)).toBe(false);
  });
});

it("escapes text and attributes", () => {
  const all = `a&<>"'\t\n\r]]>`;
  expect(escapeText(all)).toBe(`a&amp;&lt;&gt;"'\t\n&#13;]]&gt;`);
  expect(escapeAttribute(all)).toBe("a&amp;&lt;&gt;&quot;'&#9;&#10;&#13;]]&gt;");
  expect(escapeText("plain")).toBe("plain");
});
