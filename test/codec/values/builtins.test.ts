import { describe, expect, it } from "vitest";
import { lexicals } from "../../../src/codec/values/builtins.js";
import type { BuiltinName } from "../../../src/schema/index.js";

describe("an integer type", () => {
  it.each<[BuiltinName, min: number | bigint | undefined, max: number | bigint | undefined]>([
    ["byte", -128, 127],
    ["short", -32768, 32767],
    ["int", -2147483648, 2147483647],
    ["unsignedByte", 0, 255],
    ["unsignedShort", 0, 65535],
    ["unsignedInt", 0, 4294967295],
    ["long", -9223372036854775808n, 9223372036854775807n],
    ["unsignedLong", 0n, 18446744073709551615n],
    ["positiveInteger", 1n, undefined],
    ["nonNegativeInteger", 0n, undefined],
    ["negativeInteger", undefined, -1n],
    ["nonPositiveInteger", undefined, 0n],
    ["integer", undefined, undefined],
  ])("xs:%s has the values from %s to %s", (name, min, max) => {
    const { parse, format } = lexicals[name];
    for (const limit of [min, max]) {
      if (limit === undefined) continue;
      expect([parse(`${limit}`), format(limit)]).toEqual([limit, `${limit}`]);
    }
    const below = typeof min === "bigint" ? min - 1n : min === undefined ? -(10n ** 30n) : min - 1;
    const above = typeof max === "bigint" ? max + 1n : max === undefined ? 10n ** 30n : max + 1;
    const isBelow = min === undefined;
    const isAbove = max === undefined;
    expect([parse(`${below}`), format(below)]).toEqual(
      isBelow ? [below, `${below}`] : [undefined, undefined],
    );
    expect([parse(`${above}`), format(above)]).toEqual(
      isAbove ? [above, `${above}`] : [undefined, undefined],
    );
  });

  it.each<[BuiltinName, text: string, value: unknown]>([
    ["int", "\t+07\n", 7],
    ["int", "-0", 0],
    ["long", "\t+07\n", 7n],
    ["long", "-0", 0n],
    ["int", "1+", undefined],
    ["int", "++1", undefined],
    ["int", "1 2", undefined],
    ["long", "+", undefined],
    ["long", "1 2", undefined],
    ["long", "0x1", undefined],
  ])("xs:%s reads %j", (name, text, value) => {
    expect(lexicals[name].parse(text)).toEqual(value);
  });

  it("never writes a negative zero", () => {
    expect(lexicals.int.format(-0)).toBe("0");
  });

  it.each<[BuiltinName, unknown]>([
    ["int", 1n],
    ["int", "1"],
    ["int", 0.5],
    ["int", null],
    ["integer", 1],
    ["integer", "1"],
    ["integer", undefined],
  ])("xs:%s does not write %s", (name, value) => {
    expect(lexicals[name].format(value)).toBeUndefined();
  });
});

describe("a boolean", () => {
  it.each<[string, boolean | undefined]>([
    ["true", true],
    ["1", true],
    ["false", false],
    ["0", false],
    [" true\n", true],
    ["\t0 ", false],
    ["yes", undefined],
    ["10", undefined],
    ["True", undefined],
  ])("is read from %j", (text, value) => {
    expect(lexicals.boolean.parse(text)).toBe(value);
  });

  it("is written as a word", () => {
    expect([true, false, 1, "true", null].map((value) => lexicals.boolean.format(value))).toEqual([
      "true",
      "false",
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("a floating-point number", () => {
  it.each<[string, number | undefined]>([
    ["1", 1],
    ["\n-1.50E-2 ", -0.015],
    ["+.5e+1", 5],
    ["1.", 1],
    ["1e400", Number.POSITIVE_INFINITY],
    [" INF ", Number.POSITIVE_INFINITY],
    ["-INF", Number.NEGATIVE_INFINITY],
    ["NaN", Number.NaN],
    ["-NaN", undefined],
    ["+INF", undefined],
    ["inf", undefined],
    [".", undefined],
    ["1e", undefined],
    ["1e1.5", undefined],
    ["1 2", undefined],
    ["1,5", undefined],
    ["0x1", undefined],
  ])("is read from %j", (text, value) => {
    expect(lexicals.double.parse(text)).toBe(value);
  });

  it.each<[unknown, string | undefined]>([
    [-0, "-0"],
    [0, "0"],
    [1.5, "1.5"],
    [1e21, "1e+21"],
    [Number.POSITIVE_INFINITY, "INF"],
    [Number.NEGATIVE_INFINITY, "-INF"],
    [Number.NaN, "NaN"],
    ["1", undefined],
    [1n, undefined],
    [null, undefined],
  ])("is written from %s", (value, text) => {
    expect(lexicals.float.format(value)).toBe(text);
  });
});

describe("a type whose values are strings", () => {
  it.each<[BuiltinName, text: string, value: string | undefined]>([
    ["string", " a\n b ", " a\n b "],
    ["anySimpleType", " a ", " a "],
    ["normalizedString", " a\n\tb ", " a  b "],
    ["token", " a\n\tb ", "a b"],
    ["anyURI", " urn:x\n", "urn:x"],
    ["decimal", " +01.50\n", "+01.50"],
    ["decimal", "1.", "1."],
    ["decimal", "-.5", "-.5"],
    ["decimal", "1.5.", undefined],
    ["decimal", "", undefined],
    ["duration", " -P1Y ", "-P1Y"],
    ["duration", "PT1.5S", "PT1.5S"],
    ["duration", "P1DT", undefined],
    ["duration", "P1S", undefined],
    ["duration", "+P1Y", undefined],
    ["date", " 2026-11-23Z\n", "2026-11-23Z"],
    ["date", "-12026-11-23-05:00", "-12026-11-23-05:00"],
    ["date", "026-11-23", undefined],
    ["date", "2026-11-23+1:00", undefined],
    ["date", "2026-11-23x", undefined],
    ["date", "x2026-11-23", undefined],
    ["dateTime", "2026-11-23T12:00:00.123", "2026-11-23T12:00:00.123"],
    ["dateTime", "2026-11-23 12:00:00", undefined],
    ["dateTime", "2026-11-23T12:00:00.", undefined],
    ["time", "12:00:00Z", "12:00:00Z"],
    ["time", "12:00", undefined],
    ["gDay", "---23", "---23"],
    ["gDay", "--23", undefined],
    ["gMonth", "--11", "--11"],
    ["gMonth", "--11--", "--11--"],
    ["gMonth", "11", undefined],
    ["gMonthDay", "--11-23", "--11-23"],
    ["gMonthDay", "11-23", undefined],
    ["gYear", "2026+01:00", "2026+01:00"],
    ["gYear", "26", undefined],
    ["gYearMonth", "2026-11", "2026-11"],
    ["gYearMonth", "2026-1", undefined],
  ])("xs:%s reads %j", (name, text, value) => {
    expect(lexicals[name].parse(text)).toBe(value);
  });

  it.each<[BuiltinName, value: unknown, text: string | undefined]>([
    ["string", " a\n", " a\n"],
    ["string", 1, undefined],
    ["token", " a ", " a "],
    ["token", null, undefined],
    ["normalizedString", "a\tb", "a\tb"],
    ["decimal", "1.50", "1.50"],
    ["decimal", " 1.50 ", " 1.50 "],
    ["decimal", 1.5, undefined],
    ["decimal", "1e3", undefined],
    ["date", "2026-11-23", "2026-11-23"],
    ["date", "23.11.2026", undefined],
    ["date", new Date(0), undefined],
  ])("xs:%s writes %j", (name, value, text) => {
    expect(lexicals[name].format(value)).toBe(text);
  });
});

describe("binary content", () => {
  it.each<[BuiltinName, text: string, bytes: readonly number[] | undefined]>([
    ["hexBinary", "00fF7f", [0, 255, 127]],
    ["hexBinary", "\t00fF\r\n", [0, 255]],
    ["hexBinary", "", []],
    ["hexBinary", " \n", []],
    ["hexBinary", "fff", undefined],
    ["hexBinary", "ff ff", undefined],
    ["hexBinary", "gg", undefined],
    ["base64Binary", " AQ\nID ", [1, 2, 3]],
    ["base64Binary", "AQI*", undefined],
  ])("xs:%s reads %j", (name, text, bytes) => {
    expect(lexicals[name].parse(text)).toEqual(bytes && Uint8Array.from(bytes));
  });

  it.each<[BuiltinName, value: unknown, text: string | undefined]>([
    ["hexBinary", Uint8Array.of(0, 15, 16, 171, 255), "000F10ABFF"],
    ["hexBinary", Uint8Array.of(), ""],
    ["hexBinary", "00", undefined],
    ["hexBinary", [0], undefined],
    ["base64Binary", Uint8Array.of(1, 2, 3), "AQID"],
    ["base64Binary", "AQID", undefined],
    ["base64Binary", [1], undefined],
  ])("xs:%s writes %s", (name, value, text) => {
    expect(lexicals[name].format(value)).toBe(text);
  });
});

it.each<[BuiltinName, expected: string]>([
  ["string", "a string"],
  ["boolean", "true or false"],
  ["int", "an integer from -2147483648 to 2147483647"],
  ["integer", "a bigint"],
  ["positiveInteger", "a bigint from 1"],
  ["negativeInteger", "a bigint up to -1"],
  ["double", "a number"],
  ["decimal", 'a decimal in a string such as "1.50"'],
  ["duration", "a duration such as PT1M30S"],
  ["date", "a date such as 2026-11-23"],
  ["dateTime", "a date and time such as 2026-11-23T12:00:00Z"],
  ["time", "a time such as 12:00:00"],
  ["gDay", "a day such as ---23"],
  ["gMonth", "a month such as --11"],
  ["gMonthDay", "a month and day such as --11-23"],
  ["gYear", "a year such as 2026"],
  ["gYearMonth", "a year and month such as 2026-11"],
  ["QName", "a name such as {http://example.com/}name"],
  ["hexBinary", "a Uint8Array"],
  ["base64Binary", "a Uint8Array"],
  ["NMTOKENS", "a list, each item a string"],
])("an error describes a value of xs:%s", (name, expected) => {
  expect(lexicals[name].expected).toBe(expected);
});
