import { describe, expect, it } from "vitest";
import { normalizedPath, resolveLocation } from "../../../src/wsdl/documents/resolve-location.js";

describe("resolveLocation", () => {
  it.each([
    ["b.xsd", "a.wsdl", "b.xsd"],
    ["b.xsd", "x/y/a.wsdl", "x/y/b.xsd"],
    ["../b.xsd", "x/y/a.wsdl", "x/b.xsd"],
    ["../../../b.xsd", "x/y/a.wsdl", "../b.xsd"],
    ["./b%20c.xsd", "x/a.wsdl", "x/b c.xsd"],
    ["100%.xsd", "x/a.wsdl", "x/100%.xsd"],
    ["sub\\b.xsd", "x\\a.wsdl", "x/sub/b.xsd"],
    ["/b.xsd", "x/a.wsdl", "/b.xsd"],
    ["file:///x/b.xsd", "a.wsdl", "/x/b.xsd"],
    ["file:b.xsd", "x/a.wsdl", "x/b.xsd"],
    ["C:/x/b.xsd", "a.wsdl", "C:/x/b.xsd"],
    ["b.xsd", "https://example.com/x/a?wsdl", "https://example.com/x/b.xsd"],
    ["?xsd=1", "https://example.com/x/a?wsdl", "https://example.com/x/a?xsd=1"],
    ["HTTP://example.com/b.xsd", "a.wsdl", "http://example.com/b.xsd"],
  ])("%s in %s is %s", (hint, base, want) => {
    expect(resolveLocation(hint, base)).toBe(want);
  });
});

describe("normalizedPath", () => {
  it.each([
    ["a//b/./c", "a/b/c"],
    ["a/../b", "b"],
    ["../a", "../a"],
    ["/../a", "/../a"],
    ["/a/../b", "/b"],
  ])("%s is %s", (given, want) => {
    expect(normalizedPath(given)).toBe(want);
  });
});
