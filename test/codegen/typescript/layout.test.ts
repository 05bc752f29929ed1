import { describe, expect, it } from "vitest";
import {
  type Doc,
  fluid,
  group,
  hardLine,
  ifBroken,
  indent,
  join,
  line,
  lines,
  printDoc,
  softLine,
} from "../../../src/codegen/typescript/layout.js";

const list = (...items: Doc[]) =>
  group(["[", indent([softLine, join(items, [",", line])]), ifBroken(","), softLine, "]"]);
const long = "x".repeat(60);

describe("printDoc", () => {
  it.each<[string, Doc, string]>([
    ["text", ["a", ["b"], "c"], "abc"],
    ["a group that fits", list("a", "b"), "[a, b]"],
    ["a group that does not fit", list(long, long), `[\n  ${long},\n  ${long},\n]`],
    [
      "groups inside of groups, each separate",
      list(list("a", "b"), long, long),
      `[\n  [a, b],\n  ${long},\n  ${long},\n]`,
    ],
    ["a group that is broken", group(["{", indent([line, "a"]), line, "}"], true), "{\n  a\n}"],
    [
      "a group around one that is broken",
      group(["(", group([softLine, "a"], true), softLine, ")"]),
      "(\na\n)",
    ],
    ["a line break that is always there", list("a", ["b", hardLine, "c"]), "[\n  a,\n  b\n  c,\n]"],
    [
      "lines that depend on their indentation",
      list([lines((depth) => [`// ${depth}`, "//"]), "a"]),
      "[\n  // 1\n  //\n  a,\n]",
    ],
    ["a value that fits behind", ["a =", fluid("b")], "a = b"],
    [
      "a value whose first part fits behind",
      ["a =", fluid(list(long, long))],
      `a = [\n  ${long},\n  ${long},\n]`,
    ],
    [
      "a value whose first part does not fit behind",
      [`${long} =`, fluid(["x".repeat(40), list(long, long)])],
      `${long} =\n  ${"x".repeat(40)}[\n    ${long},\n    ${long},\n  ]`,
    ],
  ])("%s", (_, doc, want) => {
    expect(printDoc(doc)).toBe(want);
  });

  it.each([
    [100, true],
    [101, false],
  ])("a line of %i characters fits: %s", (width, fits) => {
    // What follows the group counts, up to the next line break.
    const doc = [list("a", "x".repeat(width - "[a, ];".length)), ";", hardLine, "next"];
    expect(printDoc(doc).startsWith("[a")).toBe(fits);
  });
});
