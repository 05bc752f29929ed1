import { describe, expect, it } from "vitest";
import {
  arrayLiteral,
  arrow,
  asConst,
  call,
  construct,
  type Expression,
  expandedObject,
  member,
  objectLiteral,
  pureCall,
  value,
} from "../../../src/codegen/typescript/expression-nodes.js";
import { Imports } from "../../../src/codegen/typescript/imports.js";
import { printDoc } from "../../../src/codegen/typescript/layout.js";
import { generatedModule } from "../../../src/codegen/typescript/module.js";
import { printExpression } from "../../../src/codegen/typescript/print-expression.js";
import { importedFrom, local } from "../../../src/codegen/typescript/type-nodes.js";

const [one, two] = [value(1), value(2)];
const pair = objectLiteral([
  { name: "a", value: one },
  { name: "b", value: two },
]);
const long = "x".repeat(95);

function printed(expression: Expression): string {
  return printDoc(
    printExpression(
      expression,
      new Imports({ module: generatedModule("client"), extension: ".js" }),
    ),
  );
}

describe("printExpression", () => {
  it.each<[string, Expression, string]>([
    ["a string", value('a "b"'), "'a \"b\"'"],
    ["a number", value(0), "0"],
    ["a boolean", value(true), "true"],
    ["a reference", importedFrom("schema", generatedModule("schema"), "login"), "schema.login"],
    ["an array", arrayLiteral([one, value("b")]), '[1, "b"]'],
    ["an empty array", arrayLiteral([]), "[]"],
    ["an object", pair, "{ a: 1, b: 2 }"],
    ["an empty object", expandedObject([]), "{}"],
    ["an expanded object", expandedObject([{ name: "a", value: one }]), "{\n  a: 1,\n}"],
    [
      "objects in an array",
      arrayLiteral([pair, pair]),
      "[\n  { a: 1, b: 2 },\n  { a: 1, b: 2 },\n]",
    ],
    ["objects and texts in an array", arrayLiteral([pair, value("b")]), '[{ a: 1, b: 2 }, "b"]'],
    [
      "names that are not identifiers",
      objectLiteral([
        { name: "a-b", value: one },
        { name: "__proto__", value: two },
      ]),
      '{ "a-b": 1, ["__proto__"]: 2 }',
    ],
    [
      "an entry of the name of its value",
      objectLiteral([{ name: "login", value: local("login") }]),
      "{ login }",
    ],
    [
      "an entry with a comment",
      expandedObject([{ name: "a", value: one, documentation: ["An a."] }]),
      "{\n  /** An a. */\n  a: 1,\n}",
    ],
    [
      "a text that does not fit behind its name",
      expandedObject([{ name: "address", value: value(long) }]),
      `{\n  address:\n    "${long}",\n}`,
    ],
    [
      "a text that does not fit behind a short name",
      expandedObject([{ name: "name", value: value(long) }]),
      `{\n  name: "${long}",\n}`,
    ],
    ["a member", member(local("this"), "#client"), "this.#client"],
    ["a call", call(local("f"), [one, two]), "f(1, 2)"],
    ["a call without arguments", call(local("f"), []), "f()"],
    ["a call that does not fit", call(local("f"), [value(long), one]), `f(\n  "${long}",\n  1,\n)`],
    ["a construction", construct(local("C"), [one]), "new C(1)"],
    [
      "a call without side effects",
      pureCall(local("f", [local("T")]), []),
      "/* @__PURE__ */ f<T>()",
    ],
    ["a function that returns a name", arrow(local("a")), "() => a"],
    ["a function that returns an object", arrow(pair), "() => ({ a: 1, b: 2 })"],
    ["a constant object", asConst(pair), "{ a: 1, b: 2 } as const"],
  ])("%s", (_, given, want) => {
    expect(printed(given)).toBe(want);
  });
});
