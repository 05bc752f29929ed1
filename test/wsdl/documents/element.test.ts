import { describe, expect, it } from "vitest";
import { parseDocument } from "../../../src/wsdl/documents/document.js";

const root = parseDocument(
  `<a:root xmlns:a="urn:a" xmlns="urn:d" targetNamespace="urn:t" a:kind="x" kind="y">
  <inner xmlns:a="urn:b" a:kind="z"><leaf xmlns=""/></inner>text
</a:root>`,
  "x.xml",
);
const [inner] = root.children;
const [leaf] = inner?.children ?? [];

describe("an element", () => {
  it("has a name, text and a location", () => {
    expect(root.name).toMatchObject({ namespace: "urn:a", local: "root" });
    expect(root.text.trim()).toBe("text");
    expect(inner?.location).toEqual({ file: "x.xml", line: 2, column: 3, importedAt: undefined });
    expect(leaf?.targetNamespace).toBe("urn:t");
  });

  it.each([
    ["a prefix", "a:name", "{urn:a}name"],
    ["the default namespace", "name", "{urn:d}name"],
    ["the prefix xml", "xml:lang", "{http://www.w3.org/XML/1998/namespace}lang"],
    ["white space", " a:name\n", "{urn:a}name"],
    ["a name that XML does not allow", "a:3 D", "{urn:a}3 D"],
    ["an undeclared prefix", "b:name", undefined],
  ])("resolves %s", (_, given, want) => {
    expect(root.qname(given)?.key).toBe(want);
  });

  it("resolves names in its own scope", () => {
    expect(inner?.qname("a:name")?.key).toBe("{urn:b}name");
    expect(leaf?.qname("a:name")?.key).toBe("{urn:b}name");
    expect(leaf?.qname("name")?.key).toBe("{}name");
  });

  it("has attributes with and without a namespace", () => {
    expect(root.attribute("kind")).toBe("y");
    expect(root.attribute("toString")).toBeUndefined();
    expect(root.foreignAttribute("urn:a", "kind")).toBe("x");
    expect(inner?.foreignAttribute("urn:a", "kind")).toBeUndefined();
    expect(inner?.foreignAttribute("urn:b", "kind")).toBe("z");
  });

  it.each([
    ["order of attributes", `<x b="2" a="1"/>`, true],
    ["comments and white space", `<x a="1" b="2"> <!-- c --> </x>`, true],
    ["another value", `<x a="1" b="3"/>`, false],
    ["another attribute", `<x a="1" b="2" c="3"/>`, false],
    ["another name", `<y a="1" b="2"/>`, false],
    ["text", `<x a="1" b="2">t</x>`, false],
    ["a child", `<x a="1" b="2"><y/></x>`, false],
  ])("is compared: %s", (_, given, want) => {
    const element = parseDocument(`<x a="1" b="2"/>`, "a.xml");
    expect(element.sameAs(parseDocument(given, "b.xml"))).toBe(want);
  });
});
