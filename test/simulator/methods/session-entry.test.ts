import { expect, it } from "vitest";
import { americanDateTime, statusWords } from "../../../src/simulator/methods/session-entry.js";

it.each([
  [Date.UTC(2024, 1, 19, 14, 36, 37), "2/19/2024 2:36:37 PM"],
  [Date.UTC(2026, 10, 3, 0, 5), "11/3/2026 12:05:00 AM"],
  [Date.UTC(2026, 11, 31, 12), "12/31/2026 12:00:00 PM"],
])("writes the time %i as %s", (time, want) => {
  expect(americanDateTime(time)).toBe(want);
});

it.each([
  ["SESSION_ONHOLD", "On hold"],
  ["SESSION_STATUS_NOT_SUPPORTED_VALUE", "SESSION_STATUS_NOT_SUPPORTED_VALUE"],
] as const)("describes %s as %s", (status, want) => {
  expect(statusWords(status)).toBe(want);
});
