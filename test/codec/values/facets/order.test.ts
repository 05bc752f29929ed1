import { describe, expect, it } from "vitest";
import { compareDurations } from "../../../../src/codec/values/facets/durations.js";
import { compareTimes } from "../../../../src/codec/values/facets/times.js";

const NONE = Number.NaN;

describe("the order of dates and times", () => {
  it.each<[one: string, other: string, order: number]>([
    // dateTime: §3.2.7.4 with its table of examples.
    ["2000-01-15T00:00:00", "2000-02-15T00:00:00", -1],
    ["2000-01-15T12:00:00", "2000-01-16T12:00:00Z", -1],
    ["2000-01-01T12:00:00", "1999-12-31T23:00:00Z", NONE],
    ["2000-01-16T12:00:00", "2000-01-16T12:00:00Z", NONE],
    ["2000-01-16T00:00:00", "2000-01-16T12:00:00Z", NONE],
    ["2000-01-16T12:00:00Z", "2000-01-16T12:00:00Z", 0],
    ["2000-01-16T12:00:00+02:00", "2000-01-16T10:00:00Z", 0],
    ["2000-01-16T12:00:00-05:30", "2000-01-16T17:30:00Z", 0],
    ["2000-01-16T12:00:00.10", "2000-01-16T12:00:00.1", 0],
    ["2000-01-16T12:00:00.1", "2000-01-16T12:00:00.09", 1],
    ["2000-01-16T12:00:00.00000000000000000001Z", "2000-01-16T12:00:00Z", 1],
    ["1999-12-31T24:00:00", "2000-01-01T00:00:00", 0],
    // 14 hours exactly, and a little more.
    ["2000-01-16T00:00:00", "2000-01-16T14:00:00Z", NONE],
    ["2000-01-16T00:00:00", "2000-01-16T14:00:00.001Z", -1],
    ["2000-01-16T14:00:00.001", "2000-01-16T00:00:00Z", 1],
    // Years below 1 and above 9999.
    ["-0001-12-31T00:00:00", "0001-01-01T00:00:00", -1],
    ["-0044-03-15T00:00:00", "-0043-03-15T00:00:00", -1],
    ["10000-01-01T00:00:00", "9999-12-31T23:59:59", 1],
    ["99999999999999999999-01-01T00:00:00", "99999999999999999998-12-31T00:00:00", 1],
    ["2000-02-29T24:00:00", "2000-03-01T00:00:00", 0],
    ["1900-02-28T24:00:00", "1900-03-01T00:00:00", 0],
    ["-0005-02-29T24:00:00", "-0005-03-01T00:00:00", 0],
    // The other types.
    ["2026-11-28", "2026-11-29", -1],
    ["2026-11-28+02:00", "2026-11-28Z", -1],
    ["2026-11-28Z", "2026-11-28", NONE],
    ["2026-11-28Z", "2026-11-30", -1],
    ["12:00:00", "12:00:01", -1],
    ["23:00:00-05:00", "05:00:00Z", 1],
    ["12:00:00Z", "12:00:00", NONE],
    ["2026", "-2026", 1],
    ["2026Z", "2026+01:00", 1],
    ["2026-11", "2026-12", -1],
    ["--11-28", "--12-01", -1],
    ["--02-29", "--03-01", -1],
    ["--11", "--02", 1],
    ["--11--", "--11", 0],
    ["---28", "---03", 1],
    ["---31Z", "---31", NONE],
  ])("of %s and %s is %d", (one, other, order) => {
    expect(Math.sign(compareTimes(one, other) ?? 9)).toBe(order);
    expect(Math.sign(compareTimes(other, one) ?? 9) + 0).toBe(-order + 0);
  });

  it("is undefined for other texts", () => {
    expect(compareTimes("12", "12:00:00")).toBeUndefined();
    expect(compareTimes("2026", "today")).toBeUndefined();
  });
});

describe("the order of durations", () => {
  it.each<[one: string, other: string, order: number]>([
    // §3.2.6.2 with its table of examples.
    ["P1Y", "P364D", 1],
    ["P1Y", "P365D", NONE],
    ["P1Y", "P366D", NONE],
    ["P1Y", "P367D", -1],
    ["P1M", "P27D", 1],
    ["P1M", "P28D", NONE],
    ["P1M", "P31D", NONE],
    ["P1M", "P32D", -1],
    ["P5M", "P149D", 1],
    ["P5M", "P150D", NONE],
    ["P5M", "P153D", NONE],
    ["P5M", "P154D", -1],
    ["PT24H", "P1D", 0],
    ["P12M", "P1Y", 0],
    ["PT60S", "PT1M", 0],
    ["PT1.5S", "PT1.50S", 0],
    ["PT1.5S", "PT1.49S", 1],
    ["-P1D", "PT0S", -1],
    ["-PT1.5S", "-PT1.4S", -1],
    ["-P1M", "-P32D", 1],
    ["P99999999999999999999Y", "P99999999999999999998Y", 1],
  ])("of %s and %s is %d", (one, other, order) => {
    expect(Math.sign(compareDurations(one, other) ?? 9)).toBe(order);
    expect(Math.sign(compareDurations(other, one) ?? 9) + 0).toBe(-order + 0);
  });

  it("is undefined for other texts", () => {
    expect(compareDurations("P1D", "1")).toBeUndefined();
  });
});
