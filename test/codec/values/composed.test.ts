import { describe, expect, it } from "vitest";
import { itemsIn } from "../../../src/codec/values/composed.js";
import { lexicalOf } from "../../../src/codec/values/simple-type.js";
import type { SimpleType } from "../../../src/schema/index.js";
import { NamespaceScope, PrefixDeclarations } from "../../../src/xml/index.js";

const size: SimpleType = { enumeration: { small: "S", "very large": "X L" } };
const either: SimpleType = { union: ["int", { list: "boolean" }, size] };

describe("a simple type that is composed of others", () => {
  it.each<[string, SimpleType, text: string, value: unknown]>([
    ["an enumeration", size, "S", "S"],
    ["an enumeration", size, "\n X  L\t", "X L"],
    ["an enumeration", size, "M", undefined],
    ["an enumeration", size, "small", undefined],
    ["a list", { list: "int" }, " 1\n\t2  3 ", [1, 2, 3]],
    ["a list", { list: "int" }, " ", []],
    ["a list", { list: "int" }, "1 x", undefined],
    ["a list", { list: "int" }, "1,2", undefined],
    ["a union", either, "7", 7],
    ["a union", either, "true 0", [true, false]],
    ["a union", either, "S", "S"],
    ["a union", either, "M", undefined],
    ["a list of a union", { list: { union: ["int", "boolean"] } }, "1 true", [1, true]],
  ])("%s reads %j", (_, type, text, value) => {
    expect(lexicalOf(type).parse(text)).toEqual(value);
  });

  it.each<[string, SimpleType, value: unknown, text: string | undefined]>([
    ["an enumeration", size, "X L", "X L"],
    ["an enumeration", size, " S", undefined],
    ["an enumeration", size, "M", undefined],
    ["an enumeration", size, 1, undefined],
    ["a list", { list: "int" }, [1, 2, 3], "1 2 3"],
    ["a list", { list: "int" }, [], ""],
    ["a list", { list: "int" }, [1, "2"], undefined],
    ["a list", { list: "int" }, 1, undefined],
    ["a list", { list: "int" }, "1 2", undefined],
    ["a union", either, 7, "7"],
    ["a union", either, [true], "true"],
    ["a union", either, "S", "S"],
    ["a union", either, "M", undefined],
    ["a union", either, 1.5, undefined],
  ])("%s writes %j", (_, type, value, text) => {
    expect(lexicalOf(type).format(value)).toBe(text);
  });

  it("an open enumeration accepts values that it does not list", () => {
    const open = lexicalOf(size, true);
    expect(open.parse(" M ")).toBe("M");
    expect(open.parse("X L")).toBe("X L");
    expect(open.format("M")).toBe("M");
    expect(open.format(1)).toBeUndefined();
  });

  it.each<[SimpleType, expected: string]>([
    [size, "one of S, X L"],
    [{ list: "int" }, "a list, each item an integer from -2147483648 to 2147483647"],
    [{ list: size }, "a list, each item one of S, X L"],
    [{ union: ["boolean", "string"] }, "true or false, or a string"],
  ])("%j is described in errors", (type, expected) => {
    expect(lexicalOf(type).expected).toBe(expected);
  });

  it.each<[SimpleType, isList: boolean, qualified: boolean]>([
    ["QName", false, true],
    ["int", false, false],
    ["NMTOKENS", true, false],
    [{ list: "int" }, true, false],
    [{ list: "QName" }, true, true],
    [{ union: ["int", "boolean"] }, false, false],
    [{ union: ["int", { list: "int" }] }, true, false],
    [{ union: ["int", "QName"] }, false, true],
    [size, false, false],
  ])("%j may be a list, and may need prefixes", (type, isList, qualified) => {
    const lexical = lexicalOf(type);
    expect([lexical.isList === true, lexical.qualified === true]).toEqual([isList, qualified]);
  });

  it.each<[string, count: number]>([
    ["", 1],
    ["abc", 1],
    ["a b", 2],
    ["a\tb\nc\rd", 4],
    ["a  b", 3],
  ])("%j has at most %i items", (text, count) => {
    expect(itemsIn(text)).toBe(count);
  });
});

describe("names in a simple type", () => {
  it.each<[SimpleType, value: unknown, text: string]>([
    ["QName", "{urn:x}a", "q1:a"],
    ["QName", "a", "a"],
    [{ list: "QName" }, ["{urn:x}a", "{urn:x}b"], "q1:a q1:b"],
    [{ union: ["int", "QName"] }, "{urn:x}a", "q1:a"],
  ])("%j declares prefixes for %j", (type, value, text) => {
    const prefixes = new PrefixDeclarations();
    expect(lexicalOf(type).format(value, prefixes)).toBe(text);
    expect(prefixes.attributes).toBe(text.includes(":") ? ' xmlns:q1="urn:x"' : "");
  });

  it.each<[SimpleType, text: string, value: unknown]>([
    ["QName", " xml:a\n", "{http://www.w3.org/XML/1998/namespace}a"],
    ["QName", " x:a ", "x:a"],
    ["QName", "a", "a"],
    [{ list: "QName" }, "xml:a b", ["{http://www.w3.org/XML/1998/namespace}a", "b"]],
    [{ union: ["int", "QName"] }, "xml:a", "{http://www.w3.org/XML/1998/namespace}a"],
  ])("%j resolves the prefixes of %j", (type, text, value) => {
    expect(lexicalOf(type).parse(text, NamespaceScope.outermost())).toEqual(value);
  });

  it("are kept as they are without a scope or declarations, and are strings", () => {
    expect(lexicalOf("QName").parse(" x:a ")).toBe("x:a");
    expect(lexicalOf("QName").format("{urn:x}a")).toBe("{urn:x}a");
    expect(lexicalOf("QName").format(1, new PrefixDeclarations())).toBeUndefined();
  });
});
