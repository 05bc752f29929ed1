import { describe, expect, it } from "vitest";
import { mapped } from "../../../src/codec/values/mapped.js";
import { lexicalOf } from "../../../src/codec/values/simple-type.js";
import { attachment } from "../../../src/mime/index.js";
import type { MappedType } from "../../../src/schema/index.js";

const type = (builtin: MappedType["builtin"], as: MappedType["as"]) => mapped({ builtin, as });

describe("a built-in type in another type of TypeScript", () => {
  it.each<[MappedType["builtin"], MappedType["as"], text: string, value: unknown]>([
    [
      "dateTime",
      "Date",
      " 2026-11-24T10:00:00.5Z\n",
      new Date(Date.UTC(2026, 10, 24, 10, 0, 0, 500)),
    ],
    ["dateTime", "Date", "2026-11-24T10:00:00+02:00", new Date(Date.UTC(2026, 10, 24, 8))],
    ["date", "Date", "2026-11-24", new Date(Date.UTC(2026, 10, 24))],
    ["long", "number", " +12\n", 12],
    ["long", "number", "-9007199254740991", -9007199254740991],
    ["decimal", "number", "-1.50", -1.5],
    ["long", "string", " +12\n", "12"],
    ["integer", "string", "-123456789012345678901234567890", "-123456789012345678901234567890"],
    ["long", "bigint", "12", 12n],
  ])("reads xs:%s as a %s from %j", (builtin, as, text, value) => {
    expect(type(builtin, as).parse(text)).toEqual(value);
  });

  it.each<[MappedType["builtin"], MappedType["as"], text: string]>([
    ["dateTime", "Date", "tomorrow"],
    ["dateTime", "Date", "2026-11-24"],
    ["dateTime", "Date", "2026-13-24T10:00:00Z"],
    ["long", "number", ""],
    ["long", "number", "1.5"],
    ["decimal", "number", "1e3"],
    ["long", "string", "12x"],
    ["unsignedLong", "string", "-1"],
  ])("does not read xs:%s as a %s from %j", (builtin, as, text) => {
    expect(type(builtin, as).parse(text)).toBeUndefined();
  });

  it.each<[MappedType["builtin"], MappedType["as"], value: unknown, text: string]>([
    ["dateTime", "Date", new Date(0), "1970-01-01T00:00:00.000Z"],
    ["long", "number", -12, "-12"],
    ["integer", "number", 1e21, "1000000000000000000000"],
    ["decimal", "number", 1.5, "1.5"],
    ["decimal", "number", 100, "100"],
    ["decimal", "number", -1e-7, "-0.0000001"],
    ["decimal", "number", 1.25e-10, "0.000000000125"],
    ["decimal", "number", 1e-25, "0"],
    ["decimal", "number", 1e21, "1000000000000000000000"],
    ["decimal", "number", -2e22, "-20000000000000000000000"],
    ["long", "string", "-12", "-12"],
    ["long", "string", "+012", "12"],
    ["long", "bigint", 12n, "12"],
  ])("writes xs:%s from a %s: %s", (builtin, as, value, text) => {
    expect(type(builtin, as).format(value)).toBe(text);
  });

  it.each<[MappedType["builtin"], MappedType["as"], value: unknown]>([
    ["dateTime", "Date", new Date(Number.NaN)],
    ["dateTime", "Date", "2026-11-24T10:00:00Z"],
    ["long", "number", "12"],
    ["long", "number", 1.5],
    ["long", "number", Number.NaN],
    ["long", "number", Number.POSITIVE_INFINITY],
    ["long", "number", 1e21],
    ["decimal", "number", Number.NaN],
    ["decimal", "number", Number.NEGATIVE_INFINITY],
    ["decimal", "number", "1.5"],
    ["long", "string", 12],
    ["long", "string", 12n],
    ["long", "string", " 12"],
    ["long", "string", "12x"],
    ["long", "string", "9223372036854775808"],
    ["long", "bigint", 12],
  ])("does not write xs:%s from a %s: %s", (builtin, as, value) => {
    expect(type(builtin, as).format(value)).toBeUndefined();
  });

  it.each<[MappedType["builtin"], MappedType["as"], expected: string]>([
    ["dateTime", "Date", "a valid Date of a year other than 0"],
    ["long", "number", "a number"],
    ["long", "string", "an integer in a string"],
    ["long", "bigint", "a bigint from -9223372036854775808 up to 9223372036854775807"],
    ["base64Binary", "Attachment", "an Attachment; without `mtom`, one of a Uint8Array"],
    ["anyURI", "Attachment", "an Attachment"],
  ])("describes xs:%s as a %s in errors", (builtin, as, expected) => {
    expect(lexicalOf({ builtin, as }).expected).toBe(expected);
  });
});

describe("binary content as an attachment", () => {
  const base64 = type("base64Binary", "Attachment");

  it("is base64 without parts", async () => {
    const value = base64.parse(" AQID\n");
    expect(value).toBeDefined();
    expect(base64.format(value)).toBe("AQID");
    expect(base64.format(attachment(Uint8Array.of(1, 2, 3)))).toBe("AQID");
    expect(base64.parse("*")).toBeUndefined();
  });

  it.each<[string, unknown]>([
    ["a stream", attachment(new Blob(["abc"]))],
    ["bytes", Uint8Array.of(1, 2, 3)],
    ["a string", "AQID"],
  ])("is not written into an envelope from %s", (_, value) => {
    expect(base64.format(value)).toBeUndefined();
  });
});
