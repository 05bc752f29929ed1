import { expect, it } from "vitest";
import { Clock } from "../../../src/simulator/state/clock.js";
import { period, ReportSettings } from "../../../src/simulator/state/report-settings.js";

const settings = new ReportSettings(new Clock(() => Date.UTC(2026, 0, 1, 12)));

it("covers yesterday and today by default", () => {
  expect(settings.of(1)).toMatchObject({ beginDate: "12/31/2025", endDate: "01/01/2026" });
  expect(period(settings.of(1))).toEqual({
    from: Date.UTC(2025, 11, 31),
    to: Date.UTC(2026, 0, 2) - 1,
  });
});

it("applies the time zone", () => {
  const [from, to] = [Date.UTC(2026, 10, 3, 10, 5), Date.UTC(2026, 10, 3, 11, 0, 59, 999)];
  const day = { beginDate: "11/3/2026", endDate: "11/03/2026" };
  const times = { beginTime: "09:05", endTime: "10:00", timezone: "-60" };
  expect(period({ ...settings.of(1), ...day, ...times })).toEqual({ from, to });
});

it("keeps the settings of each user", () => {
  settings.of(1).delimiter = ";";
  expect(settings.of(1).delimiter).toBe(";");
  expect(settings.of(2).delimiter).toBe("|");
});
