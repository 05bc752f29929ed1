import { describe, expect, it } from "vitest";
import { isWithin } from "../../../../src/contract/diff/types/builtin-types.js";

describe("isWithin", () => {
  it.each([
    ["int", "int", true],
    ["short", "int", true],
    ["int", "short", false],
    ["unsignedByte", "short", true],
    ["unsignedShort", "short", false],
    ["unsignedInt", "long", true],
    ["unsignedLong", "integer", true],
    ["positiveInteger", "nonNegativeInteger", true],
    ["negativeInteger", "decimal", true],
    ["float", "double", true],
    ["double", "float", false],
    ["double", "decimal", false],
    ["ID", "token", true],
    ["NMTOKEN", "NCName", false],
    ["dateTime", "string", true],
    ["dateTime", "date", false],
    ["int", "anySimpleType", true],
    ["anyType", "string", false],
    ["int", "anyType", true],
  ])("%s in %s: %s", (narrow, wide, want) => {
    expect(isWithin(narrow, wide)).toBe(want);
  });
});
