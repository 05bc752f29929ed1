/** Dates within the calendar; the verdicts are those of libxml2, which the last test confirms. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { encodeMessage } from "../../../src/codec/index.js";
import { dates } from "../../../src/codec/values/calendar.js";
import { mapped } from "../../../src/codec/values/mapped.js";
import { describeWithPeer } from "../../interop/peer.js";
import { readMessage } from "../decode/read-message.js";

type Name = keyof typeof dates;

/** Texts, with blanks between them. */
const TEXTS: readonly (readonly [Name, valid: string, invalid: string])[] = [
  [
    "date",
    "2026-02-28 2024-02-29 2000-02-29 2026-04-30 2026-12-31",
    "2026-02-29 1900-02-29 2026-02-30 2026-04-31 2026-06-31 2026-09-31 2026-11-31 2026-12-32 2026-13-01 2026-00-10 2026-01-00 2026-02-29Z",
  ],
  [
    "date",
    "0001-01-01 -0001-01-01 -0044-03-15 -0004-02-29 -0400-02-29 10000-01-01 10004-02-29 999999999999-01-01",
    "0000-01-01 -0000-01-01 -0001-02-29 -0100-02-29 10001-02-29 010000-01-01 00001-01-01 -044-03-15 +2026-01-01 2026-1-01",
  ],
  [
    "date",
    "2026-01-01Z 2026-01-01+14:00 2026-01-01-14:00 2026-01-01+13:59",
    "2026-01-01+14:01 2026-01-01+15:00 2026-01-01+10:60",
  ],
  [
    "dateTime",
    "2026-12-31T24:00:00Z 2026-01-01T24:00:00.000 9999-12-31T23:59:59.9999999 10000-01-01T00:00:00Z",
    "2026-01-01T24:00:01 2026-01-01T24:00:00.1 2026-01-01T25:00:00 2026-01-01T23:60:00 2026-01-01T23:59:60 2026-01-01T23:59:59. 2026-02-30T00:00:00Z +010000-01-01T00:00:00Z 0000-01-01T00:00:00Z 2026-01-01T00:00Z",
  ],
  [
    "time",
    "00:00:00 24:00:00 24:00:00.0 12:00:00+14:00 12:00:00-00:00",
    "24:01:00 23:59:60 12:60:00 12:00:00+14:30",
  ],
  ["gYear", "2026 -0001 10000 2026Z", "0000 02026 2026+15:00"],
  ["gYearMonth", "2026-12 10000-01 -0001-01", "2026-13 2026-17 2026-00 0000-01"],
  ["gMonth", "--12 --01Z", "--13 --00"],
  ["gMonthDay", "--02-29 --04-30 --12-31Z", "--02-30 --02-31 --04-31 --13-01 --12-32 --02-00"],
  ["gDay", "---31 ---01Z", "---32 ---00"],
];

const CASES = TEXTS.flatMap(([name, valid, invalid]) => [
  ...valid.split(" ").map((text) => [name, text, true] as const),
  ...invalid.split(" ").map((text) => [name, text, false] as const),
]);

describe("a date in the calendar", () => {
  it.each(CASES)("xs:%s %s: %s", (name, text, isValid) => {
    const value = isValid ? text : undefined;
    expect([dates[name].parse(text), dates[name].format(text)]).toEqual([value, value]);
  });

  it("is checked in both directions, with the path", () => {
    const message = {
      element: "run",
      namespace: "urn:t",
      type: { namespace: "urn:t", sequence: ["day: date"] },
    } as const;
    expect(() => encodeMessage(message, { day: "2026-02-30" })).toThrow(
      "run/day must be a date such as 2026-11-23, not this string.",
    );
    const { problems } = readMessage(message, '<run xmlns="urn:t"><day>2026-02-30</day></run>');
    expect(problems[0]).toMatch(/^INVALID_VALUE run\/day: .*2026-02-30/);
  });
});

describe("xs:dateTime as a Date", () => {
  const { parse, format } = mapped({ builtin: "dateTime", as: "Date" });

  it.each([
    ["9999-12-31T23:59:59-05:00", "10000-01-01T04:59:59.000Z"],
    ["10000-01-01T00:00:00Z", "10000-01-01T00:00:00.000Z"],
    ["-0044-03-15T12:00:00Z", "-0044-03-15T12:00:00.000Z"],
    ["-12345-03-15T12:00:00Z", "-12345-03-15T12:00:00.000Z"],
    ["-0004-02-29T00:00:00Z", "-0004-02-29T00:00:00.000Z"],
    ["0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z"],
    ["275760-09-13T00:00:00Z", "275760-09-13T00:00:00.000Z"],
    ["2026-12-31T24:00:00Z", "2027-01-01T00:00:00.000Z"],
  ])("%s is written as %s", (text, written) => {
    const value = parse(text);
    expect(value).toBeInstanceOf(Date);
    expect(format(value)).toBe(written);
    expect(dates.dateTime.parse(written)).toBe(written);
  });

  it("is in the zone of the machine without a zone", () => {
    expect(parse("9999-12-31T23:59:59")).toEqual(new Date(9999, 11, 31, 23, 59, 59));
  });

  it.each([
    ["2026-02-30T00:00:00Z"],
    ["2026-02-29T00:00:00"],
    ["0000-01-01T00:00:00Z"],
    // The last day of a Date is in 275760.
    ["275761-01-01T00:00:00Z"],
    ["-300000-01-01T00:00:00Z"],
    ["12345678-01-01T00:00:00Z"],
  ])("%s is no value", (text) => {
    expect(parse(text)).toBeUndefined();
  });

  it("is not sent in the year 0, which xs:dateTime does not have", () => {
    expect(format(new Date("0000-06-01T00:00:00Z"))).toBeUndefined();
  });
});

const XMLLINT = { name: "xmllint of libxml2", probe: ["xmllint", "--version"] } as const;

describeWithPeer(XMLLINT, "libxml2 on the same texts", () => {
  it("agrees", () => {
    const folder = mkdtempSync(join(tmpdir(), "rescue-soap-calendar-"));
    try {
      const names = Object.keys(dates).map(
        (name) => `<xs:element name="${name}" type="xs:${name}"/>`,
      );
      writeFileSync(
        join(folder, "all.xsd"),
        `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${names.join("")}</xs:schema>`,
      );
      const files = CASES.map(([name, text], at) => {
        writeFileSync(join(folder, `${at}.xml`), `<${name}>${text}</${name}>`);
        return `${at}.xml`;
      });
      const args = ["--noout", "--schema", "all.xsd", ...files];
      const { stderr } = spawnSync("xmllint", args, { cwd: folder, encoding: "utf8" });
      const verdicts = new Map(
        [...stderr.matchAll(/^(\d+)\.xml (validates|fails)/gm)].map(([, at, verdict]) => [
          Number(at),
          verdict === "validates",
        ]),
      );
      const differ = CASES.filter(([, , isValid], at) => verdicts.get(at) !== isValid);
      expect(differ).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
