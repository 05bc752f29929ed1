/** Valid instances of schemas, in the value and back; the rules are those of XML Schema part 1. */
import { describe, expect, it } from "vitest";
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

const monthOr = (others: string) =>
  `<xs:simpleType name="Month"><xs:restriction base="xs:int"><xs:minInclusive value="1"/><xs:maxInclusive value="12"/></xs:restriction></xs:simpleType><xs:simpleType name="U"><xs:union memberTypes="t:Month ${others}"/></xs:simpleType>`;
const rootWith = (type: string) =>
  `<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="v" type="${type}"/></xs:sequence></xs:complexType></xs:element>`;
const restricted = (name: string, base: string, facets: string) =>
  `<xs:simpleType name="${name}"><xs:restriction base="${base}">${facets}</xs:restriction></xs:simpleType>`;
const unionOf = (components: string, members: string) =>
  `${components}<xs:simpleType name="U"><xs:union memberTypes="${members}"/></xs:simpleType>`;

// xmllint --schema accepts each document before and after (libxml2 2.9.14).
it.each([
  ["within the bounds", monthOr("xs:string"), "7", 7, "7"],
  ["with a leading zero", monthOr("xs:string"), "07", 7, "7"],
  ["beyond the largest value", monthOr("xs:string"), "0099", "0099", "0099"],
  ["below the least value", monthOr("xs:string"), "000", "000", "000"],
  ["of a later member", monthOr("xs:decimal"), "13", "13", "13"],
  [
    "not less than an exclusive bound",
    unionOf(restricted("M", "xs:long", '<xs:maxExclusive value="10"/>'), "t:M xs:string"),
    "010",
    "010",
    "010",
  ],
  [
    "that is too long",
    unionOf(restricted("M", "xs:hexBinary", '<xs:length value="1"/>'), "t:M xs:string"),
    "0aff",
    "0aff",
    "0aff",
  ],
  [
    "with too many digits",
    unionOf(restricted("M", "xs:decimal", '<xs:fractionDigits value="1"/>'), "t:M xs:string"),
    "1.25",
    "1.25",
    "1.25",
  ],
  [
    "that is not listed",
    unionOf(
      restricted("M", "xs:int", '<xs:enumeration value="1"/><xs:enumeration value="2"/>'),
      "t:M xs:string",
    ),
    "003",
    "003",
    "003",
  ],
  [
    "that violates the base of a member",
    unionOf(
      restricted("B", "xs:int", '<xs:maxInclusive value="5"/>') +
        restricted("M", "t:B", '<xs:minInclusive value="2"/>'),
      "t:M xs:string",
    ),
    "06",
    "06",
    "06",
  ],
  ["of boolean and float", unionOf("", "xs:boolean xs:float"), "1.0", 1, "1.0"],
  ["of boolean and int", unionOf("", "xs:boolean xs:int"), "+1", 1, "+1"],
  ["that is true", unionOf("", "xs:boolean xs:float"), "1", true, "true"],
])("a text of a union %s keeps its member (part 2 §2.5.1.3)", (_, types, text, value, written) => {
  const { roundTrip } = wrapped(types + rootWith("t:U"));
  const document = (of: string) => `<r xmlns="urn:t"><v>${of}</v></r>`;
  expect(roundTrip(document(text))).toEqual({
    value: { v: value },
    deviations: [],
    written: document(written),
  });
});

it("facets of a union apply in lists and attributes, too", () => {
  const list = `<xs:simpleType name="L"><xs:list itemType="t:U"/></xs:simpleType>`;
  const { roundTrip } = wrapped(
    `${monthOr("xs:token")}${list}<xs:element name="r"><xs:complexType><xs:attribute name="a" type="t:L"/></xs:complexType></xs:element>`,
  );
  const document = '<r xmlns="urn:t" a="0099 1 x"/>';
  expect(roundTrip(document)).toMatchObject({ value: { a: ["0099", 1, "x"] } });
});

it("a name without a namespace is not in the default namespace (part 2 §3.2.18)", () => {
  const { roundTrip } = wrapped(
    `<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="q" type="xs:QName" maxOccurs="unbounded"/><xs:element name="n"><xs:complexType><xs:sequence><xs:element name="i" type="xs:int"/></xs:sequence><xs:attribute name="p" type="xs:QName"/></xs:complexType></xs:element></xs:sequence><xs:attribute name="p" type="xs:QName"/></xs:complexType></xs:element>`,
  );
  const value = {
    p: "plain",
    q: ["plain", "{urn:t}own", "{http://www.w3.org/XML/1998/namespace}lang"],
    n: { p: "plain", i: 1 },
  };
  const { written } = roundTrip(
    '<t:r xmlns:t="urn:t" p="plain"><t:q>plain</t:q><t:q>t:own</t:q><t:q>xml:lang</t:q><t:n p="plain"><t:i>1</t:i></t:n></t:r>',
  );
  expect(written).toBe(
    '<m:r xmlns:m="urn:t" p="plain"><m:q xmlns:m="urn:t">plain</m:q><q xmlns="urn:t" xmlns:q1="urn:t">q1:own</q><q xmlns="urn:t">xml:lang</q><m:n xmlns:m="urn:t" p="plain"><i xmlns="urn:t">1</i></m:n></m:r>',
  );
  expect(roundTrip(written)).toEqual({ value, deviations: [], written });
});

it.each([
  [
    "xs:anySimpleType",
    'xmlns:x="http://www.w3.org/2001/XMLSchema" xsi:type="x:int"',
    ["unknown-type r/v"],
  ],
  [
    "xs:decimal",
    'xmlns:x="http://www.w3.org/2001/XMLSchema" xsi:type="x:int"',
    ["unknown-type r/v"],
  ],
  ["xs:int", 'xmlns:x="http://www.w3.org/2001/XMLSchema" xsi:type="x:int"', []],
  ["xs:int", 'xmlns:x="urn:t" xsi:type="x:Own" x:a="1"', ["unknown-attribute r/v/@a"]],
])(
  "xsi:type of a simple element of %s is not lost in silence: %s (part 1 §2.6.1)",
  (type, named, deviations) => {
    const { read } = wrapped(rootWith(type));
    const document = `<r xmlns="urn:t" ${XSI}><v ${named}>1</v></r>`;
    expect(read(document).deviations).toEqual(deviations);
  },
);

describe("an element that a wildcard admits, too, has its place by its position (part 1 §3.8.6)", () => {
  const any = (occurs: string) => `<xs:any processContents="skip" ${occurs}/>`;
  const rootOf = (content: string) =>
    `<xs:element name="r"><xs:complexType><xs:sequence>${content}</xs:sequence></xs:complexType></xs:element>`;
  const choice = `<xs:choice>${INT("a")}${INT("b")}</xs:choice>`;
  it.each([
    ["e, any", INT("e") + any(""), "<e>1</e><e>x</e>", { e: 1, $any: "x" }],
    [
      "e, any*",
      INT("e") + any('minOccurs="0" maxOccurs="unbounded"'),
      "<e>1</e><e>x</e><f>y</f>",
      { e: 1, $any: ["x", "y"] },
    ],
    ["any, e", any("") + INT("e"), "<e>x</e><e>2</e>", { e: 2, $any: "x" }],
    ["any, e, by another name", any("") + INT("e"), "<f>x</f><e>2</e>", { e: 2, $any: "x" }],
    [
      "(a | b), any*",
      choice + any('minOccurs="0" maxOccurs="unbounded"'),
      "<a>1</a><a>x</a><b>y</b>",
      { a: 1, $any: ["x", "y"] },
    ],
    ["(a | b), any", choice + any(""), "<b>1</b><a>x</a>", { b: 1, $any: "x" }],
  ])("%s", (_, content, elements, want) => {
    const { roundTrip } = wrapped(rootOf(content), { target: "" });
    const document = `<r>${elements}</r>`;
    const { value, deviations, written } = roundTrip(document);
    const plain = JSON.parse(JSON.stringify(value), (_key, each) =>
      typeof each === "object" && each !== null && "children" in each ? each.children[0] : each,
    );
    const bare = written.replace(/ xmlns:s="[^"]*"/g, "");
    expect({ plain, deviations, bare }).toEqual({
      plain: want,
      deviations: [],
      bare: document,
    });
  });

  it("a second element without a wildcard is an error", () => {
    const { read } = wrapped(rootOf(INT("e")), { target: "" });
    expect(() => read("<r><e>1</e><e>2</e></r>")).toThrow("The message has r/e twice");
  });
});

it("names without a namespace at many levels are written in one pass", () => {
  const { write } = wrapped(
    '<xs:complexType name="Node"><xs:sequence><xs:element name="next" type="t:Node" minOccurs="0"/></xs:sequence><xs:attribute name="p" type="xs:QName"/></xs:complexType><xs:element name="r" type="t:Node"/>',
  );
  let node: object = { p: "plain" };
  for (let level = 1; level < 40; level++) node = { p: "plain", next: node };
  const written = write(node);
  expect(written.match(/p="plain"/g)).toHaveLength(40);
  expect(
    written.startsWith('<m:r xmlns:m="urn:t" p="plain"><m:next xmlns:m="urn:t" p="plain">'),
  ).toBe(true);
});
