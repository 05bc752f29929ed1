/** The values that .NET has for members that a request or a response does not have. */
import { describe, expect, it } from "vitest";
import type {
  ArrayType,
  BuiltinName,
  ComplexType,
  ElementSchema,
} from "../../../src/schema/index.js";
import { withDefaults } from "../../../src/server/asmx/defaults.js";

const namespace = "urn:t";
const element = (
  type: ElementSchema["type"],
  more: Partial<ElementSchema> = {},
): ElementSchema => ({
  element: "x",
  type,
  ...more,
});
const filled = (schema: ElementSchema, values: object = {}) =>
  withDefaults({ parts: [schema] }, { ...values });

describe("a missing value", () => {
  it.each<[BuiltinName, unknown]>([
    ["boolean", false],
    ["int", 0],
    ["long", 0n],
    ["unsignedLong", 0n],
    ["decimal", "0"],
    ["double", 0],
    ["float", 0],
    ["date", "0001-01-01"],
    ["dateTime", "0001-01-01T00:00:00"],
  ])("of %s is the default of the value type", (type, value) => {
    expect(filled(element(type))).toEqual({ x: value });
  });

  // Mono's ASMX returns 0 and the first value for arguments that are nil in an encoded request.
  it.each<[string, ElementSchema, unknown]>([
    ["an int", element("int"), 0],
    ["an enumeration", element({ enumeration: { one: "1", two: "2" } }), "1"],
    ["a nillable int", element("int", { nillable: true }), null],
    ["a string", element("string"), null],
    ["an object", element({ namespace, sequence: [] }), null],
  ])("that is null: %s", (_, schema, value) => {
    expect(filled(schema, { x: null })).toEqual({ x: value });
  });

  // These types are strings, arrays or objects in .NET.
  it.each<BuiltinName>([
    "string",
    "base64Binary",
    "integer",
    "positiveInteger",
    "negativeInteger",
    "duration",
    "gYear",
    "QName",
  ])("of %s is null", (type) => {
    expect(filled(element(type))).toEqual({});
  });

  it.each<[string, ElementSchema, object]>([
    [
      "an enumeration is its first value",
      element({ enumeration: { one: "1", two: "2" } }),
      { x: "1" },
    ],
    ["a list is empty", element({ list: "int" }), { x: [] }],
    ["a union is null", element({ union: ["int", "boolean"] }), {}],
    ["an object is null", element({ namespace, sequence: [] }), {}],
    [
      "a nillable type is null, which the message has",
      element("int", { nillable: true }),
      { x: null },
    ],
    ["an optional element is missing", element("int", { minOccurs: 0 }), {}],
    ["a repeated element is missing", element("int", { maxOccurs: "unbounded" }), {}],
    ["a member with another name has that name", element("int", { member: "y" }), { y: 0 }],
  ])("of %s", (_, schema, values) => {
    expect(filled(schema)).toEqual(values);
  });
});

describe("the values inside", () => {
  const item: ComplexType = {
    namespace,
    name: "{urn:t}Item",
    sequence: [element("int"), { choice: [element("string", { element: "c" })] }],
    types: () => ({ Item: item, Special: special }),
  };
  const special: ComplexType = {
    namespace,
    name: "{urn:t}Special",
    extends: item,
    sequence: [element("boolean", { element: "on" })],
  };
  const items: ArrayType = { namespace, item: { element: "item", type: item } };
  const ordered: ComplexType = { namespace, content: [element("int")] };

  it.each<[string, ElementSchema, unknown, unknown]>([
    ["an object", element(item), {}, { x: 0 }],
    [
      "an object of a derived type",
      element(item),
      { $type: "Special" },
      { $type: "Special", x: 0, on: false },
    ],
    ["an object of an unknown type", element(item), { $type: "Else" }, { $type: "Else", x: 0 }],
    ["a repeated element", element(item, { maxOccurs: "unbounded" }), [{}, null], [{ x: 0 }, null]],
    ["an array", element(items), [{}, { x: 1 }], [{ x: 0 }, { x: 1 }]],
  ])("of %s have defaults, too", (_, schema, given, expected) => {
    expect(filled(schema, { x: given })).toEqual({ x: expected });
  });

  it.each<[string, ElementSchema, unknown]>([
    ["a text", element("string"), "text"],
    ["null", element(item, { nillable: true }), null],
    ["bytes", element("base64Binary"), Uint8Array.of(1)],
    ["any content", element({ any: "content" }), { of: "any kind" }],
    ["content in its order", element(ordered), { $content: [] }],
    // The encoder rejects it, with its place.
    ["no array in the place of an array", element(items), { length: 1 }],
  ])("of %s stay as they are", (_, schema, given) => {
    expect(filled(schema, { x: given })).toEqual({ x: given });
  });

  it("of a message are those of its type", () => {
    const message = { element: "m", namespace, type: special };
    expect(withDefaults(message, {})).toEqual({ x: 0, on: false });
  });
});
