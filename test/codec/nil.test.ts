/** Nil elements with attributes (XML Schema part 1 §2.6.2, cvc-elt 3.2). */
import { describe, expect, it } from "vitest";
import { wrapped } from "./wrapped-schema.js";

const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
const price = (use: string) =>
  `<xs:complexType name="Price"><xs:simpleContent><xs:extension base="xs:decimal"><xs:attribute name="currency" type="xs:string" use="${use}"/></xs:extension></xs:simpleContent></xs:complexType>`;
const root = (type: string) =>
  `<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="n" type="${type}" nillable="true"/></xs:sequence></xs:complexType></xs:element>`;
const derived = `<xs:complexType name="Base"><xs:sequence/></xs:complexType><xs:complexType name="Sub"><xs:complexContent><xs:extension base="t:Base"><xs:sequence><xs:element name="x" type="xs:int"/></xs:sequence><xs:attribute name="why" type="xs:int"/></xs:extension></xs:complexContent></xs:complexType>`;
const open = `<xs:complexType name="Open"><xs:sequence/><xs:anyAttribute namespace="##any" processContents="skip"/></xs:complexType>`;

describe("a nil element with attributes", () => {
  it.each([
    [
      "of simple content",
      price("required") + root("t:Price"),
      ' currency="USD"',
      { currency: "USD" },
    ],
    [
      "of a derived type",
      derived + root("t:Base"),
      ' xmlns:t="urn:t" xsi:type="t:Sub" why="7"',
      { $type: "Sub", why: 7 },
    ],
    [
      "with any attributes",
      open + root("t:Open"),
      ' xmlns:q1="urn:o" q1:a="b"',
      { $attributes: { "{urn:o}a": "b" } },
    ],
  ])("%s has them, in both directions", (_, components, attributes, members) => {
    const { roundTrip } = wrapped(components);
    const { value, deviations, written } = roundTrip(
      `<r xmlns="urn:t"><n ${XSI} xsi:nil="true"${attributes}/></r>`,
    );
    expect({ value, deviations }).toEqual({
      value: { n: { $nil: true, ...members } },
      deviations: [],
    });
    expect(written).toBe(`<r xmlns="urn:t"><n ${XSI} xsi:nil="true"${attributes} /></r>`);
  });

  it("is null without any, and lacks those that it requires", () => {
    const { read, write } = wrapped(price("required") + root("t:Price"));
    const bare = read(`<r xmlns="urn:t"><n ${XSI} xsi:nil="1"/></r>`);
    expect(bare).toMatchObject({
      content: { value: { n: null } },
      deviations: ["missing-attribute r/n/@currency"],
    });
    expect(() => write({ n: null })).toThrow("r/n/currency is missing: it is required.");
    const optional = wrapped(price("optional") + root("t:Price"));
    expect(optional.roundTrip(`<r xmlns="urn:t"><n ${XSI} xsi:nil="true"/></r>`)).toEqual({
      value: { n: null },
      deviations: [],
      written: `<r xmlns="urn:t"><n ${XSI} xsi:nil="true" /></r>`,
    });
  });

  it.each([
    ["an unknown attribute", ' other="1"/>', "unknown-attribute r/n/@other"],
    ["text", ' currency="USD">5</n>', "unexpected-text r/n"],
    ["an element", ' currency="USD"><x/><y/></n>', "unknown-element r/n/x"],
  ])("reports %s", (_, rest, deviation) => {
    const { read } = wrapped(price("optional") + root("t:Price"));
    expect(read(`<r xmlns="urn:t"><n ${XSI} xsi:nil="true"${rest}</r>`).deviations).toEqual([
      deviation,
    ]);
  });

  it("is null without a type if its type is abstract, as Mono and .NET write it", () => {
    const abstract = derived.replace('name="Base"', 'name="Base" abstract="true"');
    const { roundTrip } = wrapped(abstract + root("t:Base"));
    expect(roundTrip(`<r xmlns="urn:t"><n ${XSI} xsi:nil="true"/></r>`)).toEqual({
      value: { n: null },
      deviations: [],
      written: `<r xmlns="urn:t"><n ${XSI} xsi:nil="true" /></r>`,
    });
  });

  it("reports attributes of a type without any", () => {
    const { read } = wrapped(root("xs:int"));
    const { content, deviations } = read(`<r xmlns="urn:t"><n ${XSI} xsi:nil="true" a="1"/></r>`);
    expect(content).toMatchObject({ value: { n: null } });
    expect(deviations).toEqual(["unknown-attribute r/n/@a"]);
  });

  it.each([
    [price("required"), "t:Price", { $nil: true }, "r/n/currency is missing"],
    [
      price("required"),
      "t:Price",
      { $nil: true, currency: "USD", $value: "5" },
      'r/n has no member "$value"',
    ],
    [derived, "t:Base", { $nil: true, $type: "Other" }, "r/n/$type must be one of Base, Sub"],
    ["", "xs:int", { $nil: true }, "r/n must be null, since its type has no attributes"],
  ])("%#: a value that does not fit is an error", (components, type, n, message) => {
    expect(() => wrapped(components + root(type)).write({ n })).toThrow(message);
  });
});
