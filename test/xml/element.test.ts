import { describe, expect, it, vi } from "vitest";
import { childElements, isNamed, XmlElement } from "../../src/xml/element.js";
import { readElement } from "../../src/xml/read-element.js";

const order = readElement(
  '<o:order xmlns:o="urn:o" xmlns:x="urn:x" id="1" x:id="2" x:kind="x:rush">' +
    "a<o:item>b</o:item><x:item>c</x:item><note> x:said </note></o:order>",
);

describe("an element", () => {
  it.each<[string, string | undefined, string[]]>([
    ["of any namespace", undefined, ["b", "c"]],
    ["of one namespace", "urn:x", ["c"]],
    ["without a namespace", "", []],
  ])("has child elements %s", (_name, namespace, want) => {
    expect(order.elements("item", namespace).map(({ text }) => text)).toEqual(want);
  });

  it.each<[string, string, string | undefined, string | undefined]>([
    ["of any namespace", "id", undefined, "1"],
    ["of one namespace", "id", "urn:x", "2"],
    ["without a namespace", "id", "", "1"],
    ["that is missing", "id", "urn:o", undefined],
  ])("has an attribute %s", (_name, local, namespace, want) => {
    expect(order.attribute(local, namespace)).toBe(want);
  });

  it("has the text of its content", () => {
    expect(order.text).toBe("abc x:said ");
  });

  it("resolves QNames in its texts and attributes", () => {
    const [note] = order.elements("note");
    expect(note?.qname).toEqual({ namespace: "urn:x", local: "said" });
    expect(order.resolve("x:rush")).toEqual({ namespace: "urn:x", local: "rush" });
    expect(order.resolve("y:rush")).toEqual({ namespace: "", local: "y:rush" });
  });

  it("that a program created has no prefixes", () => {
    const created = new XmlElement({ namespace: "", local: "a" }, [], ["x:b"]);
    expect(created.scope).toBeUndefined();
    expect(created.qname).toEqual({ namespace: "", local: "x:b" });
  });

  it("is recognized by another copy of the package", async () => {
    vi.resetModules();
    const there = await import("../../src/xml/element.js");
    expect(there.XmlElement).not.toBe(XmlElement);
    expect(order instanceof there.XmlElement).toBe(true);
    expect({ name: order.name } instanceof there.XmlElement).toBe(false);
  });
});

it("child elements leave out texts", () => {
  expect(childElements(order).map(({ name }) => name.local)).toEqual(["item", "item", "note"]);
});

it("names are equal by namespace and local part", () => {
  expect(isNamed(order, "urn:o", "order")).toBe(true);
  expect(isNamed(order, "", "order")).toBe(false);
  expect(isNamed(order, "urn:o", "Order")).toBe(false);
});
