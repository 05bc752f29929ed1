import { expect, it } from "vitest";
import { joinUrl, pinCodeText } from "../../../src/rescue/facts/pin-code.js";

it.each<[given: number | string, want: string]>([
  [0, "000000"],
  [12_345, "012345"],
  [999_999, "999999"],
  ["12", "000012"],
])("writes %j as %s", (given, want) => {
  expect(pinCodeText(given)).toBe(want);
});

it("builds the address for customers", () => {
  expect(joinUrl(12_345)).toBe("https://secure.logmeinrescue.com/R?i=2&Code=012345");
});
