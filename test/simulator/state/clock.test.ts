import { expect, it } from "vitest";
import { Clock } from "../../../src/simulator/state/clock.js";

it("follows its base clock with an offset", () => {
  let base = 1_000;
  const clock = new Clock(() => base);
  expect(clock.now()).toBe(1_000);
  clock.advance(500);
  expect(clock.now()).toBe(1_500);
  base = 2_000;
  expect(clock.now()).toBe(2_500);
  clock.set(100);
  expect(clock.now()).toBe(100);
  base = 2_001;
  expect(clock.now()).toBe(101);
});
