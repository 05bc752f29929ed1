import { describe, expect, it } from "vitest";
import { Imports } from "../../../src/codegen/typescript/imports.js";
import { printDoc } from "../../../src/codegen/typescript/layout.js";
import { generatedModule } from "../../../src/codegen/typescript/module.js";
import { printType } from "../../../src/codegen/typescript/print-type.js";
import {
  arrayOf,
  functionType,
  imported,
  importedFrom,
  indexedAccess,
  intersection,
  keyOf,
  keyword,
  literalType,
  local,
  nullable,
  objectType,
  type TypeNode,
  typeOf,
  union,
} from "../../../src/codegen/typescript/type-nodes.js";

const [string, number] = [keyword("string"), keyword("number")];
const [a, b, c] = [local("A"), local("B"), local("C")];
const types = generatedModule("types");

function printed(type: TypeNode): string {
  return printDoc(
    printType(type, new Imports({ module: generatedModule("client"), extension: ".js" })),
  );
}

describe("printType", () => {
  it.each<[TypeNode, string]>([
    [string, "string"],
    [literalType('a "b"'), "'a \"b\"'"],
    [a, "A"],
    [imported("Order", types), "Order"],
    [importedFrom("types", types, "Order"), "types.Order"],
    [local("Record", [string, union([a, b])]), "Record<string, A | B>"],
    [arrayOf(string), "string[]"],
    [arrayOf(arrayOf(a)), "A[][]"],
    [union([a, b]), "A | B"],
    [intersection([a, b]), "A & B"],
    [objectType([]), "{}"],
    [
      objectType([
        { name: "a-b", type: string, isOptional: true },
        { name: "c", type: number, isReadonly: true },
      ]),
      '{ "a-b"?: string; readonly c: number }',
    ],
    [
      objectType([{ name: "a", type: a, documentation: ["An A."] }]),
      "{\n  /** An A. */\n  a: A;\n}",
    ],
    [functionType([{ name: "x", type: a, isOptional: true }], b), "(x?: A) => B"],
    [
      keyOf(typeOf(importedFrom("schema", generatedModule("schema"), "ports"))),
      "keyof typeof schema.ports",
    ],
    [indexedAccess(a, string), "A[string]"],
  ])("%# %o", (given, want) => {
    expect(printed(given)).toBe(want);
  });
});

describe("parentheses", () => {
  const toA = functionType([], a);
  it.each<[string, TypeNode, string]>([
    ["a union in an array", arrayOf(nullable(string)), "(string | null)[]"],
    ["an intersection in an array", arrayOf(intersection([a, b])), "(A & B)[]"],
    ["a function in an array", arrayOf(toA), "(() => A)[]"],
    ["keyof in an array", arrayOf(keyOf(a)), "(keyof A)[]"],
    ["typeof in an array", arrayOf(typeOf(a)), "(typeof A)[]"],
    ["an array in a union", union([arrayOf(a), b]), "A[] | B"],
    ["a function in a union", union([toA, b]), "(() => A) | B"],
    ["an intersection in a union", union([intersection([a, b]), c]), "(A & B) | C"],
    ["keyof in a union", union([keyOf(a), b]), "keyof A | B"],
    ["a union in an intersection", intersection([union([a, b]), c]), "(A | B) & C"],
    ["a function in an intersection", intersection([toA, b]), "(() => A) & B"],
    ["keyof of a union", keyOf(union([a, b])), "keyof (A | B)"],
    ["keyof of an array", keyOf(arrayOf(a)), "keyof A[]"],
    ["keyof of keyof", keyOf(keyOf(a)), "keyof (keyof A)"],
    [
      "the values of an object",
      indexedAccess(typeOf(a), keyOf(typeOf(a))),
      "(typeof A)[keyof typeof A]",
    ],
    ["a union that a function returns", functionType([], union([a, b])), "() => A | B"],
    ["a union of a property", objectType([{ name: "a", type: union([a, b]) }]), "{ a: A | B }"],
    ["a union as an argument", local("Promise", [union([a, b])]), "Promise<A | B>"],
  ])("%s", (_, given, want) => {
    expect(printed(given)).toBe(want);
  });
});

describe("union", () => {
  it.each<[string, TypeNode, string]>([
    ["of nothing", union([]), "never"],
    ["of one", union([a]), "A"],
    ["of unions", union([union([a, b]), c]), "A | B | C"],
    ["of a type twice", union([a, b, local("A")]), "A | B"],
    ["with null twice", nullable(nullable(a)), "A | null"],
  ])("%s", (_, given, want) => {
    expect(printed(given)).toBe(want);
  });
});
