/** Valid instances of schemas, in the value and back; the rules are those of XML Schema part 1. */
import { expect, it } from "vitest";
import { wrapped } from "./wrapped-schema.js";

const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
const INT = (name: string) => `<xs:element name="${name}" type="xs:int"/>`;
const derived = (by: string) =>
  `<xs:complexType name="B"><xs:sequence>${INT("a")}</xs:sequence></xs:complexType><xs:complexType name="D"><xs:complexContent><xs:extension base="${by}"><xs:sequence>${INT("b")}</xs:sequence></xs:extension></xs:complexContent></xs:complexType>`;

it("has the type of xsi:type if no schema has a namespace (§2.6.1)", () => {
  const { roundTrip } = wrapped(`<xs:element name="r" type="B"/>${derived("B")}`, { target: "" });
  const document = `<r ${XSI} xsi:type="D"><a>1</a><b>2</b></r>`;
  const { value, deviations, written } = roundTrip(document);
  expect({ value, deviations }).toEqual({ value: { $type: "D", a: 1, b: 2 }, deviations: [] });
  expect(written).toBe(document);
});

it.each([
  ["the default", 'type="xs:decimal" default="12"', { r: "12" }],
  ["the fixed value", 'type="xs:int" fixed="7"', { r: 7 }],
  ["its own empty text, if the type has it", 'type="xs:string" default="x"', { r: "" }],
])("an empty element has %s (§3.3.1)", (_, declaration, value) => {
  const { roundTrip } = wrapped(`<xs:element name="r" ${declaration}/>`);
  expect(roundTrip('<r xmlns="urn:t"/>')).toMatchObject({ value, deviations: [] });
});

it("an empty element with attributes has the default (§3.3.1)", () => {
  const { roundTrip } = wrapped(
    `<xs:complexType name="C"><xs:simpleContent><xs:extension base="xs:int"><xs:attribute name="u"/></xs:extension></xs:simpleContent></xs:complexType><xs:complexType name="D"><xs:simpleContent><xs:extension base="t:C"/></xs:simpleContent></xs:complexType><xs:element name="r"><xs:complexType><xs:sequence><xs:element name="n" type="t:D" default="5"/></xs:sequence></xs:complexType></xs:element>`,
  );
  const { value, written } = roundTrip('<r xmlns="urn:t"><n u="x"/></r>');
  expect(value).toEqual({ n: { $value: 5, u: "x" } });
  expect(written).toBe('<r xmlns="urn:t"><n u="x">5</n></r>');
});

const ALL = `<xs:all>${INT("a")}${INT("b")}</xs:all>`;
it.each([
  ["itself", `<xs:complexType name="T">${ALL}</xs:complexType>`],
  [
    "in a group",
    `<xs:group name="G">${ALL}</xs:group><xs:complexType name="T"><xs:group ref="t:G"/></xs:complexType>`,
  ],
  [
    "in a group of a group",
    `<xs:group name="G">${ALL}</xs:group><xs:group name="H"><xs:sequence><xs:group ref="t:G"/></xs:sequence></xs:group><xs:complexType name="T"><xs:group ref="t:H"/></xs:complexType>`,
  ],
  [
    "in an extension of an empty type",
    `<xs:complexType name="E"/><xs:complexType name="T"><xs:complexContent><xs:extension base="t:E">${ALL}</xs:extension></xs:complexContent></xs:complexType>`,
  ],
  [
    "in a group in an extension of an empty type",
    `<xs:complexType name="E"><xs:sequence/></xs:complexType><xs:group name="G">${ALL}</xs:group><xs:complexType name="T"><xs:complexContent><xs:extension base="t:E"><xs:group ref="t:G"/></xs:extension></xs:complexContent></xs:complexType>`,
  ],
])("xs:all, %s, is in any order (§3.8.2)", (_, components) => {
  const { read } = wrapped(`${components}<xs:element name="r" type="t:T"/>`);
  expect(read('<r xmlns="urn:t"><b>2</b><a>1</a></r>')).toMatchObject({
    content: { value: { a: 1, b: 2 } },
    deviations: [],
  });
});

it("a sequence, also in a group, is in its order", () => {
  const { read } = wrapped(
    `<xs:group name="G"><xs:sequence>${INT("a")}${INT("b")}</xs:sequence></xs:group><xs:element name="r"><xs:complexType><xs:group ref="t:G"/></xs:complexType></xs:element>`,
  );
  const { deviations } = read('<r xmlns="urn:t"><b>2</b><a>1</a></r>');
  expect(deviations).toEqual(["out-of-order r/a"]);
});

it.each([
  ["in an attribute group prohibits nothing", '<xs:attributeGroup ref="t:G"/>', []],
  [
    "prohibits the attribute of the base",
    '<xs:attribute name="a" use="prohibited"/>',
    ["unknown-attribute r/@a"],
  ],
])("prohibited %s (§3.6.2)", (_, restriction, deviations) => {
  const { read } = wrapped(
    `<xs:complexType name="B"><xs:attribute name="a" type="xs:string"/></xs:complexType><xs:attributeGroup name="G"><xs:attribute name="a" use="prohibited"/></xs:attributeGroup><xs:complexType name="D"><xs:complexContent><xs:restriction base="t:B">${restriction}</xs:restriction></xs:complexContent></xs:complexType><xs:element name="r" type="t:D"/>`,
  );
  expect(read('<r xmlns="urn:t" a="x"/>').deviations).toEqual(deviations);
});
