import { describe, expect, it } from "vitest";
import {
  entryName,
  isIdentifier,
  memberName,
  methodName,
  stringLiteral,
} from "../../../src/codegen/typescript/names.js";

describe("stringLiteral", () => {
  it.each([
    ["plain", '"plain"'],
    ['say "x"', "'say \"x\"'"],
    [`"it's"`, `'"it\\'s"'`],
    [`"a" 'b' 'c'`, `"\\"a\\" 'b' 'c'"`],
    ["back\\slash", '"back\\\\slash"'],
    ["line\nfeed", '"line\\nfeed"'],
    ["\u2028\u202e\u2066", '"\\u2028\\u202e\\u2066"'],
    ["$\u007bx}`", '"$\u007bx}`"'],
    ["", '""'],
  ])("%j is %s", (given, want) => {
    expect(stringLiteral(given)).toBe(want);
  });
});

describe("names", () => {
  it.each([
    ["iID", "iID", "iID", "iID"],
    ["größe", "größe", "größe", "größe"],
    ["a-b", '"a-b"', '"a-b"', '"a-b"'],
    ["1st", '"1st"', '"1st"', '"1st"'],
    ["class", "class", "class", "class"],
    ["constructor", "constructor", "constructor", '["constructor"]'],
    ["__proto__", "__proto__", '["__proto__"]', "__proto__"],
    ['x": evil; "', "'x\": evil; \"'", "'x\": evil; \"'", "'x\": evil; \"'"],
  ])("%s as a member, an entry and a method", (name, member, entry, method) => {
    expect([memberName(name), entryName(name), methodName(name)]).toEqual([member, entry, method]);
  });

  it.each([
    ["$a", true],
    ["_", true],
    ["a1", true],
    ["", false],
    ["1a", false],
    ["a b", false],
  ])("%j is an identifier: %s", (name, want) => {
    expect(isIdentifier(name)).toBe(want);
  });
});
