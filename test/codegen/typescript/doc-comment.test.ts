import { describe, expect, it } from "vitest";
import { type Documentation, docComment } from "../../../src/codegen/typescript/doc-comment.js";
import { indent, printDoc } from "../../../src/codegen/typescript/layout.js";

describe("docComment", () => {
  it.each<[string, Documentation, string]>([
    ["nothing", [], ""],
    ["undefined paragraphs", [undefined, undefined], ""],
    ["one line", ["An order."], "/** An order. */\n"],
    ["paragraphs", ["An order.", undefined, "New."], "/**\n * An order.\n *\n * New.\n */\n"],
    ["white space", ["An\n   order."], "/** An order. */\n"],
    ["the end of a comment", ["a */ b */"], "/** a *\\/ b *\\/ */\n"],
    ["tags", ["@deprecated {@link x}"], "/** \\@deprecated \\{\\@link x\\} */\n"],
    ["code", ["By `{namespace}name`."], "/** By `{namespace}name`. */\n"],
    ["a tag in code", ["`@x`"], "/** `\\@x` */\n"],
    ["the end of a comment in code", ["`*/`"], "/** `*\\/` */\n"],
    [
      "a long paragraph",
      ["word ".repeat(30).trim()],
      `/**\n * ${"word ".repeat(19).trim()}\n * ${"word ".repeat(11).trim()}\n */\n`,
    ],
    ["a word that is longer than a line", ["w".repeat(120)], `/** ${"w".repeat(120)} */\n`],
  ])("of %s", (_, given, want) => {
    expect(printDoc(docComment(given))).toBe(want);
  });

  it("wraps by the indentation", () => {
    const given = ["w".repeat(45), "w".repeat(50)].join(" ");
    expect(printDoc(docComment([given]))).toMatch(/^\/\*\* w+ w+ \*\/\n$/);
    expect(printDoc(indent(docComment([given])))).toMatch(
      /^\/\*\*\n {3}\* w+\n {3}\* w+\n {3}\*\/\n {2}$/,
    );
  });
});
