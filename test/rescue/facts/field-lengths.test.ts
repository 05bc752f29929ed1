import { expect, it } from "vitest";
import { tooLongField } from "../../../src/rescue/facts/field-lengths.js";

it.each<[name: string, request: Record<string, unknown>, field: string | undefined]>([
  ["no fields", {}, undefined],
  ["the maximum length", { sCField0: "x".repeat(64), sCField1: "x".repeat(512) }, undefined],
  ["one character more", { sCField0: "x".repeat(65) }, "sCField0"],
  ["two UTF-16 code units per character", { sCField3: "😀".repeat(129) }, "sCField3"],
  ["other members of any length", { sAuthCode: "x".repeat(1_000) }, undefined],
  ["a value that is not a string", { sTracking0: ["x".repeat(100)] }, undefined],
])("compares the lengths of %s", (_, request, field) => {
  expect(tooLongField(request)?.field).toBe(field);
});

it("returns the length and the maximum", () => {
  expect(tooLongField({ sTracking0: "x".repeat(70) })).toEqual({
    field: "sTracking0",
    length: 70,
    maxLength: 64,
  });
});
