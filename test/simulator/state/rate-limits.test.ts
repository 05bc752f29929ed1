import { beforeEach, expect, it } from "vitest";
import { Clock } from "../../../src/simulator/state/clock.js";
import { RateLimits } from "../../../src/simulator/state/rate-limits.js";

let clock: Clock;
let limits: RateLimits;
beforeEach(() => {
  clock = new Clock(() => 0);
  limits = new RateLimits(clock);
});

it("accepts one email per second", () => {
  expect(limits.accept("generateEmailText", "101")).toBe(true);
  clock.advance(999);
  expect(limits.accept("generateEmailText", "101")).toBe(false);
  clock.advance(1);
  expect(limits.accept("generateEmailText", "101")).toBe(true);
});

it("accepts ten sign-ins in three minutes", () => {
  const accepted = Array.from({ length: 11 }, () => {
    clock.advance(1_000);
    return limits.accept("login", "a@example.com");
  });
  expect(accepted).toEqual([...Array.from({ length: 10 }, () => true), false]);
  clock.advance(3 * 60_000 - 10_000);
  expect(limits.accept("login", "a@example.com")).toBe(true);
  expect(limits.accept("login", "a@example.com")).toBe(false);
});

it("separates callers and limits", () => {
  expect(limits.accept("generateEmailText", "101")).toBe(true);
  expect(limits.accept("generateEmailText", "102")).toBe(true);
  expect(limits.accept("requestPINCode", "101")).toBe(true);
});

it("ignores calls in the future after the clock was set back", () => {
  clock.set(10_000);
  expect(limits.accept("getReport", "101")).toBe(true);
  clock.set(9_000);
  expect(limits.accept("getReport", "101")).toBe(true);
});
