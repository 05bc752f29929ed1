/** Names as text, and the prefixes and scopes that resolve them. */
import { describe, expect, it } from "vitest";
import { clark, expanded, PrefixDeclarations } from "../../src/xml/names.js";
import { NamespaceScope, XML_NAMESPACE } from "../../src/xml/scope.js";

it.each([
  ["{urn:a}b", "urn:a", "b"],
  ["b", "", "b"],
  ["{urn:{a}b", "urn:{a", "b"],
])("%s is a name and its text", (text, namespace, local) => {
  expect(expanded(text)).toEqual({ namespace, local });
  expect(clark({ namespace, local })).toBe(text);
});

it("reads a name with an open brace as it is", () => {
  expect(expanded("{a")).toEqual({ namespace: "", local: "{a" });
});

describe("the prefixes of a start tag", () => {
  it("are declared once per namespace; xml and no namespace need none", () => {
    const prefixes = new PrefixDeclarations();
    const names = [
      { namespace: "urn:a&b", local: "x" },
      { namespace: "", local: "plain" },
      { namespace: XML_NAMESPACE, local: "lang" },
      { namespace: "urn:c", local: "y" },
      { namespace: "urn:a&b", local: "z" },
    ].map((name) => prefixes.spell(name));
    expect(names).toEqual(["q1:x", "plain", "xml:lang", "q3:y", "q1:z"]);
    expect(prefixes.attributes).toBe(' xmlns:q1="urn:a&amp;b" xmlns:q3="urn:c"');
    expect(new PrefixDeclarations().attributes).toBe("");
  });
});

describe("a scope", () => {
  const outer = NamespaceScope.outermost().extend([
    ["", "urn:default"],
    ["a", "urn:a"],
  ]);
  const inner = outer.extend([
    ["a", "urn:other"],
    ["b", "urn:a"],
    ["", ""],
  ]);

  it("resolves prefixes, the innermost declaration first", () => {
    expect(["", "a", "b", "c", "xml"].map((prefix) => inner.namespaceOf(prefix))).toEqual([
      "",
      "urn:other",
      "urn:a",
      undefined,
      XML_NAMESPACE,
    ]);
    expect(outer.namespaceOf("a")).toBe("urn:a");
    expect([NamespaceScope.outermost().size, outer.size, inner.size]).toEqual([0, 2, 5]);
  });

  it("has the outermost prefix that is not hidden, never the default one", () => {
    expect(outer.prefixOf("urn:a")).toBe("a");
    expect(inner.prefixOf("urn:a")).toBe("b");
    expect(outer.prefixOf("urn:default")).toBeUndefined();
    expect(inner.prefixOf(XML_NAMESPACE)).toBe("xml");
    expect(outer.extend([["c", "urn:a"]]).prefixOf("urn:a")).toBe("a");
  });

  it("has its declarations, all or those since another scope", () => {
    expect(inner.declarationsIn(outer)).toEqual([
      ["a", "urn:other"],
      ["b", "urn:a"],
      ["", ""],
    ]);
    expect(inner.declarationsIn(inner)).toEqual([]);
    expect(outer.declarationsIn(inner)).toEqual(outer.declarationsIn(undefined));
    expect(Object.fromEntries(inner.prefixes)).toEqual({
      xml: XML_NAMESPACE,
      "": "",
      a: "urn:other",
      b: "urn:a",
    });
  });

  it("resolves names; those of attributes have no default namespace", () => {
    expect(outer.element("x")).toEqual({ namespace: "urn:default", local: "x" });
    expect(outer.attribute("x")).toEqual({ namespace: "", local: "x" });
    expect(outer.attribute("a:x")).toEqual({ namespace: "urn:a", local: "x" });
    expect(NamespaceScope.outermost().element("x")).toEqual({ namespace: "", local: "x" });
    expect(outer.element("c:x")).toBeUndefined();
    expect(outer.element("1")).toBeUndefined();
  });
});
