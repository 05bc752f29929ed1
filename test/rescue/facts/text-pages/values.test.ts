import { describe, expect, it } from "vitest";
import {
  isoDateTime,
  pageBoolean,
  pageDateTime,
} from "../../../../src/rescue/facts/text-pages/values.js";

describe("dates", () => {
  it.each([
    ["2026-11-03T09:05:00", "11/3/2026 9:05:00"],
    ["2026-01-12T00:00:09", "1/12/2026 0:00:09"],
    ["2026-11-23T23:59:59.123Z", "11/23/2026 23:59:59"],
    ["2026-11-23T23:59:59+01:00", "11/23/2026 23:59:59"],
    ["2026-11-23", "2026-11-23"],
    ["today", "today"],
  ])("%s is written as %s", (dateTime, want) => {
    expect(pageDateTime(dateTime)).toBe(want);
  });

  it.each([
    ["11/3/2026 9:05:00", "2026-11-03T09:05:00"],
    ["11/3/2026 9:05", "2026-11-03T09:05:00"],
    ["11/03/2026", "2026-11-03T00:00:00"],
    ["12/24/2026 18:30:07", "2026-12-24T18:30:07"],
    ["24.12.2026", "24.12.2026"],
    ["11/3/26", "11/3/26"],
    ["", ""],
  ])("%s is parsed as %s", (text, want) => {
    expect(isoDateTime(text)).toBe(want);
  });
});

it.each([
  ["bNoTechConsole", true, "1"],
  ["bNoTechConsole", false, "0"],
  ["bIsNode", true, "true"],
  ["bFilterOffline", false, "false"],
])("writes %s %s as %s", (member, value, want) => {
  expect(pageBoolean(member, value)).toBe(want);
});
