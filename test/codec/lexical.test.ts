import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lexicalOf } from "../../src/codec/values/simple-type.js";
import type { BuiltinName, SimpleType } from "../../src/schema/index.js";

const bytes = (...values: number[]) => Uint8Array.from(values);

/** Lexical forms of XML Schema part 2 §3, and what .NET writes. */
const reads: readonly [type: BuiltinName, wire: string, value: unknown][] = [
  ["string", " a\n", " a\n"],
  ["normalizedString", " a\nb", " a b"],
  ["token", " a \n b ", "a b"],
  ["boolean", "true", true],
  ["boolean", " 0\n", false],
  ["int", "123456", 123456],
  ["int", " +007 ", 7],
  ["int", "-2147483648", -2147483648],
  ["int", "-0", 0],
  ["unsignedByte", "255", 255],
  ["long", "9223372036854775807", 9223372036854775807n],
  ["long", "+1", 1n],
  ["unsignedLong", "18446744073709551615", 18446744073709551615n],
  ["integer", "123456789012345678901234567890", 123456789012345678901234567890n],
  ["decimal", "1.10", "1.10"],
  ["decimal", "79228162514264337593543950335", "79228162514264337593543950335"],
  ["double", "1E+21", 1e21],
  ["double", "-INF", Number.NEGATIVE_INFINITY],
  ["double", "NaN", Number.NaN],
  ["float", ".5", 0.5],
  ["dateTime", "2015-03-26T10:20:30.1234567+01:00", "2015-03-26T10:20:30.1234567+01:00"],
  ["dateTime", "0001-01-01T00:00:00", "0001-01-01T00:00:00"],
  ["date", "2015-03-26+01:00", "2015-03-26+01:00"],
  ["time", "10:20:30.0000000+01:00", "10:20:30.0000000+01:00"],
  ["duration", "P1Y2M3DT4H5M6.7S", "P1Y2M3DT4H5M6.7S"],
  ["gYear", "2026", "2026"],
  ["base64Binary", "AQID\n BA==", bytes(1, 2, 3, 4)],
  ["base64Binary", "", bytes()],
  ["hexBinary", "00fF", bytes(0, 255)],
];

const rejected: readonly [type: BuiltinName, wire: string][] = [
  ["boolean", "TRUE"],
  ["boolean", ""],
  ["int", ""],
  ["int", "1.0"],
  ["int", "2147483648"],
  ["int", "0x10"],
  ["int", "1e3"],
  ["unsignedByte", "-1"],
  ["long", "9223372036854775808"],
  ["nonNegativeInteger", "-1"],
  ["positiveInteger", "0"],
  ["decimal", "1e3"],
  ["decimal", "."],
  ["double", "Infinity"],
  ["double", ""],
  ["dateTime", "2015-03-26"],
  ["dateTime", "2/19/2024 2:36:37 PM"],
  ["date", "26.3.2015"],
  ["duration", "P"],
  ["duration", "PT"],
  ["base64Binary", "***"],
  ["hexBinary", "f"],
];

describe("lexicalOf", () => {
  it.each(reads)("reads xs:%s %j", (type, wire, value) => {
    expect(lexicalOf(type, false).parse(wire)).toEqual(value);
  });

  it.each(rejected)("rejects xs:%s %j", (type, wire) => {
    expect(lexicalOf(type, false).parse(wire)).toBeUndefined();
  });

  it.each<[BuiltinName, unknown]>([
    ["int", "1"],
    ["int", 1.5],
    ["int", 2147483648],
    ["int", Number.NaN],
    ["long", 1],
    ["boolean", "true"],
    ["string", 1],
    ["decimal", 1.1],
    ["decimal", "1,1"],
    ["dateTime", new Date(0)],
    ["base64Binary", "AQID"],
  ])("does not write xs:%s from %j", (type, value) => {
    expect(lexicalOf(type, false).format(value)).toBeUndefined();
  });

  const anyBigInt = (low: bigint, high: bigint) => fc.bigInt({ min: low, max: high });
  it.each<[BuiltinName, fc.Arbitrary<unknown>]>([
    ["string", fc.string({ unit: "binary" })],
    ["boolean", fc.boolean()],
    ["int", fc.integer()],
    ["unsignedInt", fc.nat(4294967295)],
    ["double", fc.double()],
    ["long", anyBigInt(-(2n ** 63n), 2n ** 63n - 1n)],
    ["integer", fc.bigInt()],
    ["base64Binary", fc.uint8Array()],
    ["hexBinary", fc.uint8Array()],
  ])("decodes any encoded xs:%s", (type, values) => {
    const lexical = lexicalOf(type, false);
    fc.assert(
      fc.property(values, (value) => {
        expect(lexical.parse(lexical.format(value) ?? "")).toEqual(value);
      }),
      { numRuns: 200 },
    );
  });

  it("decodes a large encoded xs:base64Binary", () => {
    const lexical = lexicalOf("base64Binary", false);
    const value = Uint8Array.from({ length: 200_000 }, (_, index) => index % 251);
    const back = lexical.parse(lexical.format(value) ?? "");
    expect(back instanceof Uint8Array && Buffer.compare(back, value)).toBe(0);
  });

  const colour: SimpleType = { enumeration: { light: "light-blue", none: "" } };
  it("accepts only the listed values of an enumeration, unless it is open", () => {
    expect(lexicalOf(colour, false).parse("light-blue")).toBe("light-blue");
    expect(lexicalOf(colour, false).parse("")).toBe("");
    expect(lexicalOf(colour, false).parse("Light-Blue")).toBeUndefined();
    expect(lexicalOf(colour, true).parse(" red ")).toBe("red");
  });
});
