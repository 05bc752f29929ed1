import { describe, expect, it } from "vitest";
import type { DecodeError } from "../../../src/errors/index.js";
import { readMembers, textValue } from "../../../src/rescue/text-pages/text-values.js";
import type { ElementSchema, TypeReference } from "../../../src/schema/index.js";

const member = (type: TypeReference, element = "m"): ElementSchema => ({
  element,
  type,
  namespace: "",
});

const COLOR = { enumeration: { Red: "Red", Green: "Green" } };

describe("a value", () => {
  it.each<[type: string, schema: ElementSchema, text: string, want: unknown]>([
    ["string", member("string"), " a ", " a "],
    ["int", member("int"), "12", 12],
    ["int", member("int"), "x", undefined],
    ["boolean", member("boolean"), "True", true],
    ["boolean", member("boolean"), "no", false],
    ["boolean", member("boolean"), "", undefined],
    ["enumeration", member(COLOR), " red ", "Red"],
    ["enumeration", member(COLOR), "blue", undefined],
    ["open enumeration", { ...member(COLOR), open: true }, "blue", "blue"],
    ["list", member({ namespace: "", item: member(COLOR) }), "red, GREEN,", ["Red", "Green"]],
    ["list", member({ namespace: "", item: member(COLOR) }), "red,blue", undefined],
  ])("of the type %s", (_, schema, text, want) => {
    expect(textValue(schema, text)).toEqual(want);
  });
});

it("reports missing and invalid members with their paths", () => {
  const members = [
    member("int", "iOne"),
    member("int", "iTwo"),
    { ...member("string", "sThree"), minOccurs: 0 as const },
  ];
  const violations: DecodeError[] = [];
  expect(readMembers(members, { iTwo: "x" }, "get/oItem", violations)).toEqual({});
  expect(violations.map(({ code, path }) => `${code} ${path}`)).toEqual([
    "MISSING_ELEMENT get/oItem/iOne",
    "INVALID_VALUE get/oItem/iTwo",
  ]);
});
