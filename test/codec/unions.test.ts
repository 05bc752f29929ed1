/** Which member of a union a text belongs to (XML Schema part 2 §2.5.1.3): the facets of the members decide. */
import { describe, expect, it } from "vitest";
import { describeWithPeer } from "../interop/peer.js";
import { acceptedByLibxml2, XMLLINT } from "../schema/libxml2-types.js";
import { wrapped } from "./wrapped-schema.js";

const restriction = (name: string, base: string, facets: string) =>
  `<xs:simpleType name="${name}"><xs:restriction base="${base}">${facets}</xs:restriction></xs:simpleType>`;
const bound = (name: string, value: string) => `<xs:${name} value="${value}"/>`;
const pattern = (value: string) => `<xs:pattern value="${value}"/>`;

interface Member {
  readonly title: string;
  /** Declares the type `T`. */
  readonly type: string;
  readonly texts: readonly string[];
  readonly others: readonly string[];
  /** Texts of `others` that libxml2 2.9 accepts nevertheless, and the reason. */
  readonly libxml2?: readonly [reason: string, ...texts: string[]];
}

const MEMBERS: readonly Member[] = [
  {
    title: "a pattern",
    type: restriction("T", "xs:string", pattern("[A-Z]{2}\\d+")),
    texts: ["AB1"],
    others: ["ab1", "AB", " AB1"],
  },
  {
    title: "alternative patterns of one step, which are one",
    type: restriction("T", "xs:string", pattern("a+") + pattern("b+")),
    texts: ["aa", "bb"],
    others: ["ab", ""],
  },
  {
    title: "patterns of two steps, which both apply (§4.3.4.3)",
    type:
      restriction("B", "xs:string", pattern("[a-m]+") + pattern("[x-z]+")) +
      restriction("T", "t:B", pattern(".{2}") + pattern(".{4}")),
    texts: ["ab", "xyzx"],
    others: ["a", "xyz", "ax", "nn"],
  },
  {
    title: "a pattern on collapsed white space",
    type: restriction("T", "xs:token", pattern("a b")),
    texts: ["a b", "  a   b "],
    others: ["ab"],
  },
  {
    title: "the facet whiteSpace before the others (§4.3.6)",
    type: restriction("T", "xs:string", bound("whiteSpace", "collapse") + bound("length", "3")),
    texts: ["a b", " a  b "],
    others: ["a b c", "ab"],
  },
  {
    title: "the facet whiteSpace of a base",
    type:
      restriction("B", "xs:string", bound("whiteSpace", "collapse")) +
      restriction("T", "t:B", pattern("a b")),
    texts: ["a b", " a  b "],
    others: ["ab"],
  },
  {
    title: "a pattern of a number",
    type: restriction("T", "xs:int", pattern("\\d{3}")),
    texts: ["007", " 123 "],
    others: ["7", "0007", "+07"],
  },
  {
    title: "a pattern of a boolean",
    type: restriction("T", "xs:boolean", pattern("0|1")),
    texts: ["1", "0"],
    others: ["true"],
  },
  {
    title: "a pattern of bytes",
    type: restriction("T", "xs:hexBinary", pattern("[a-f0-9]*")),
    texts: ["0aff"],
    others: ["0AFF"],
  },
  {
    title: "a pattern of a list, on the whole text",
    type:
      '<xs:simpleType name="L"><xs:list itemType="xs:int"/></xs:simpleType>' +
      restriction("T", "t:L", pattern("\\d \\d")),
    texts: ["1 2", " 1  2 "],
    others: ["1", "1 2 3", "10 2"],
  },
  {
    title: "a pattern of a union",
    type:
      '<xs:simpleType name="V"><xs:union memberTypes="xs:int xs:NCName"/></xs:simpleType>' +
      restriction("T", "t:V", pattern("[a-c1-3]+")),
    texts: ["12", "abc"],
    others: ["4", "d"],
  },
  {
    title: "a pattern of the items of a list",
    type:
      restriction("I", "xs:string", pattern("[a-z]+")) +
      '<xs:simpleType name="T"><xs:list itemType="t:I"/></xs:simpleType>',
    texts: ["a bc", ""],
    others: ["a 1"],
  },
  {
    title: "bounds of dateTime with a zone",
    type: restriction(
      "T",
      "xs:dateTime",
      bound("minInclusive", "2026-01-01T00:00:00Z") + bound("maxExclusive", "2027-01-01T00:00:00Z"),
    ),
    texts: ["2026-01-01T00:00:00Z", "2026-12-31T23:59:59.999Z", "2027-01-01T00:30:00+01:00"],
    others: ["2027-01-01T00:00:00Z", "2025-12-31T23:59:59Z", "2026-01-01T00:30:00+01:00"],
  },
  {
    title: "bounds with a zone and values without one (§3.2.7.4)",
    type: restriction("T", "xs:dateTime", bound("minInclusive", "2026-01-01T00:00:00Z")),
    texts: ["2026-01-01T14:00:01", "2026-02-01T00:00:00"],
    others: ["2026-01-01T00:00:00", "2026-01-01T13:59:59", "2025-12-01T00:00:00"],
    libxml2: ["it compares days only, if they differ by the zone", "2026-01-01T13:59:59"],
  },
  {
    title: "bounds of a date",
    type: restriction(
      "T",
      "xs:date",
      bound("minExclusive", "2026-02-28") + bound("maxInclusive", "2026-03-02"),
    ),
    texts: ["2026-03-01", "2026-03-02"],
    others: ["2026-02-28", "2026-03-03"],
  },
  {
    title: "bounds of a time",
    type: restriction(
      "T",
      "xs:time",
      bound("minInclusive", "08:00:00") + bound("maxExclusive", "17:00:00"),
    ),
    texts: ["08:00:00", "16:59:59.9"],
    others: ["07:59:59", "17:00:00"],
  },
  {
    title: "bounds of years, months and days",
    type:
      restriction("Y", "xs:gYear", bound("minInclusive", "-0044")) +
      restriction("M", "xs:gYearMonth", bound("maxInclusive", "2026-06")) +
      restriction("D", "xs:gMonthDay", bound("maxInclusive", "--06-30")) +
      '<xs:simpleType name="T"><xs:union memberTypes="t:Y t:M t:D"/></xs:simpleType>',
    texts: ["-0043", "2026", "2026-06", "--02-29"],
    others: ["-0045", "2026-07", "--07-01"],
  },
  {
    title: "bounds of a duration (§3.2.6.2)",
    type: restriction(
      "T",
      "xs:duration",
      bound("minInclusive", "P1D") + bound("maxInclusive", "P1M"),
    ),
    texts: ["PT24H", "P27D", "P1M"],
    others: ["PT23H", "P32D", "P2M", "P30D"],
  },
  {
    title: "bounds of a number, without NaN",
    type: restriction("T", "xs:double", bound("minInclusive", "0")),
    texts: ["1.5", "INF", "0"],
    others: ["-1", "NaN", "-INF"],
    libxml2: [
      "NaN is above all values in the first edition, and incomparable in the second",
      "NaN",
    ],
  },
  {
    title: "listed dates, as values",
    type: restriction("T", "xs:dateTime", bound("enumeration", "2026-01-01T12:00:00Z")),
    texts: ["2026-01-01T12:00:00Z", "2026-01-01T13:00:00+01:00"],
    others: ["2026-01-01T12:00:00", "2026-01-01T12:00:01Z"],
  },
  {
    title: "listed truth values and bytes, as values",
    type: restriction("T", "xs:hexBinary", bound("enumeration", "0AFF")),
    texts: ["0AFF", "0aff"],
    others: ["0B"],
  },
  {
    title: "listed lists, as values",
    type:
      '<xs:simpleType name="L"><xs:list itemType="xs:int"/></xs:simpleType>' +
      restriction("T", "t:L", bound("enumeration", "1 2")),
    texts: ["1 2", "01  2"],
    others: ["1 3", "12"],
  },
];

describe("a member of a union has", () => {
  it.each(MEMBERS)("$title", ({ type, texts, others }) => {
    const union = '<xs:simpleType name="U"><xs:union memberTypes="t:T"/></xs:simpleType>';
    const attribute = '<xs:complexType><xs:attribute name="v" type="t:U"/></xs:complexType>';
    const { read, roundTrip } = wrapped(
      `${type}${union}<xs:element name="r">${attribute}</xs:element>`,
    );
    const document = (text: string) => `<r xmlns="urn:t" v="${text}"/>`;
    for (const text of texts) {
      const { deviations, value, written } = roundTrip(document(text));
      expect(deviations).toEqual([]);
      expect(roundTrip(written).value).toEqual(value);
    }
    for (const text of others) {
      expect(() => read(document(text)), text).toThrow(
        expect.objectContaining({ code: "INVALID_VALUE" }),
      );
    }
  });
});

it("a member with a pattern that is not valid is a member without it", () => {
  const union = '<xs:simpleType name="U"><xs:union memberTypes="t:T xs:string"/></xs:simpleType>';
  const type = restriction("T", "xs:int", pattern("\\d{2") + bound("maxInclusive", "20"));
  const { roundTrip } = wrapped(`${type}${union}<xs:element name="r" type="t:U"/>`);
  expect(roundTrip('<r xmlns="urn:t">7</r>').value).toEqual({ r: 7 });
  expect(roundTrip('<r xmlns="urn:t">021</r>').value).toEqual({ r: "021" });
});

it.each([
  ["zeros before it", "xs:int", "\\d{5}", 42, "00042"],
  ["zeros behind it", "xs:double", "\\d+\\.\\d{2}", 1.5, "1.50"],
  ["a sign", "xs:integer", "\\+\\d+", 42n, "+42"],
  ["a digit", "xs:boolean", "[01]", true, "1"],
])(
  "a value is written with %s, if a pattern of its type requires that",
  (_, base, form, value, text) => {
    const union = '<xs:simpleType name="U"><xs:union memberTypes="t:T xs:string"/></xs:simpleType>';
    const { write } = wrapped(
      `${restriction("T", base, pattern(form))}${union}<xs:element name="r" type="t:U"/>`,
    );
    expect(write({ r: value })).toBe(`<r xmlns="urn:t">${text}</r>`);
  },
);

it("a value that has no text of its pattern is an error before anything is sent", () => {
  const union = '<xs:simpleType name="U"><xs:union memberTypes="t:T"/></xs:simpleType>';
  const { write } = wrapped(
    `${restriction("T", "xs:int", pattern("\\d{2}"))}${union}<xs:element name="r" type="t:U"/>`,
  );
  expect(() => write({ r: 100 })).toThrow(expect.objectContaining({ code: "INVALID_REQUEST" }));
});

describeWithPeer(XMLLINT, "members of unions in libxml2", () => {
  it("have the same texts", () => {
    const texts = MEMBERS.flatMap(({ texts, others }, type) => [
      ...texts.map((text) => ({ type, text, isMember: true })),
      ...others.map((text) => ({ type, text, isMember: false })),
    ]);
    const accepted = acceptedByLibxml2(
      MEMBERS.map(({ type }) => type),
      texts,
    );
    const differences = texts
      .filter(({ isMember }, index) => accepted[index] !== isMember)
      .map(({ type, text }) => `${MEMBERS[type]?.title}: ${text}`);
    const known = MEMBERS.flatMap(({ title, libxml2: [, ...accepted] = [""] }) =>
      accepted.map((text) => `${title}: ${text}`),
    );
    expect(differences).toEqual(known);
  });
});
