import { expect, it } from "vitest";
import { PinCodes } from "../../../src/simulator/state/pin-codes.js";

it("issues the same codes in each run", () => {
  const [first, second] = [new PinCodes(), new PinCodes()];
  const issue = (pinCodes: PinCodes) => [pinCodes.issue(), pinCodes.issue(), pinCodes.issue()];
  expect(issue(first)).toEqual([482_913, 553_832, 624_751]);
  expect(issue(second)).toEqual(issue(first).map((_, index) => first.issued[index]));
  expect(first.issued).toHaveLength(6);
});

it("issues each code of six digits once", () => {
  const pinCodes = new PinCodes();
  const codes = new Set<number | undefined>();
  for (let count = 0; count < 900_000; count++) codes.add(pinCodes.issue());
  expect(codes.size).toBe(900_000);
  expect(Math.min(...pinCodes.issued.slice(0, 1_000))).toBeGreaterThanOrEqual(100_000);
  expect(codes.has(undefined)).toBe(false);
  expect(pinCodes.issue()).toBeUndefined();
});
