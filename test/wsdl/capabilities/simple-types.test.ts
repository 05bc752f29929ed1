/** Simple types (XML Schema part 2). */
import { describe, expect, it } from "vitest";
import type { FacetName } from "../../../src/contract/index.js";
import { contractOf, elementNamed, simpleNamed, typeNamed } from "../wsdl-text.js";

const BUILTINS = (
  "anySimpleType anyURI base64Binary boolean byte date dateTime decimal double duration ENTITIES ENTITY float gDay " +
  "gMonth gMonthDay gYear gYearMonth hexBinary ID IDREF IDREFS int integer language long Name NCName " +
  "negativeInteger NMTOKEN NMTOKENS nonNegativeInteger nonPositiveInteger normalizedString NOTATION " +
  "positiveInteger QName short string time token unsignedByte unsignedInt unsignedLong unsignedShort"
).split(" ");

describe("simple types", () => {
  it("the built-in simple types", () => {
    const elements = BUILTINS.map((name) => `<xs:element name="${name}" type="xs:${name}"/>`);
    const contract = contractOf({ schema: elements.join("") });
    for (const name of BUILTINS) {
      expect(elementNamed(contract, name).type).toMatchObject({
        kind: "builtin",
        name: { local: name },
      });
    }
  });

  it("xs:anyType", () => {
    const contract = contractOf({
      schema: `<xs:element name="a" type="xs:anyType"/><xs:element name="b"/>`,
    });
    expect(elementNamed(contract, "a").type.kind).toBe("any");
    expect(elementNamed(contract, "b").type.kind).toBe("any");
  });

  it.each<[FacetName, string]>([
    ["length", "5"],
    ["minLength", "1"],
    ["maxLength", "9"],
    ["pattern", "[A-Z]{2}\\d+"],
    ["whiteSpace", "collapse"],
    ["minInclusive", "1"],
    ["maxInclusive", "99"],
    ["minExclusive", "0"],
    ["maxExclusive", "100"],
    ["totalDigits", "7"],
    ["fractionDigits", "2"],
  ])("the facet %s", (name, value) => {
    const contract = contractOf({
      schema: `<xs:simpleType name="T"><xs:restriction base="xs:string"><xs:${name} value="${value}"/></xs:restriction></xs:simpleType>`,
    });
    expect(typeNamed(contract, "T")).toMatchObject({
      kind: "restriction",
      base: { name: { local: "string" } },
      facets: [{ name, value }],
    });
  });

  it("enumeration, with the documentation of each value", () => {
    const contract = contractOf({
      schema: `<xs:simpleType name="T"><xs:restriction base="xs:string">
        <xs:enumeration value="a"><xs:annotation><xs:documentation>The first.</xs:documentation></xs:annotation></xs:enumeration>
        <xs:enumeration value="b c"/><xs:maxLength value="3"/></xs:restriction></xs:simpleType>`,
    });
    expect(typeNamed(contract, "T")).toMatchObject({
      kind: "enumeration",
      values: [
        { value: "a", documentation: "The first." },
        { value: "b c", documentation: undefined },
      ],
      facets: [{ name: "maxLength", value: "3" }],
    });
  });

  it("enumerations of numbers", () => {
    const contract = contractOf({
      schema: `<xs:simpleType name="T"><xs:restriction base="xs:int"><xs:enumeration value="1"/><xs:enumeration value="2"/></xs:restriction></xs:simpleType>`,
    });
    expect(typeNamed(contract, "T")).toMatchObject({
      kind: "enumeration",
      base: { name: { local: "int" } },
      values: [{ value: "1" }, { value: "2" }],
    });
  });

  it("a restriction of a restriction", () => {
    const contract = contractOf({
      schema: `
        <xs:simpleType name="Zip"><xs:restriction base="tns:Code"><xs:length value="5"/></xs:restriction></xs:simpleType>
        <xs:simpleType name="Code"><xs:restriction base="xs:string"><xs:pattern value="\\d+"/></xs:restriction></xs:simpleType>`,
    });
    expect(typeNamed(contract, "Zip")).toMatchObject({
      kind: "restriction",
      base: { name: { local: "Code" }, facets: [{ name: "pattern" }] },
      facets: [{ name: "length", value: "5" }],
    });
  });

  it("list, by itemType and inline", () => {
    const contract = contractOf({
      schema: `
        <xs:simpleType name="Ints"><xs:list itemType="xs:int"/></xs:simpleType>
        <xs:simpleType name="Days"><xs:list><xs:simpleType><xs:restriction base="xs:string">
          <xs:enumeration value="Mon"/></xs:restriction></xs:simpleType></xs:list></xs:simpleType>`,
    });
    expect(typeNamed(contract, "Ints")).toMatchObject({
      kind: "list",
      item: { name: { local: "int" } },
    });
    expect(typeNamed(contract, "Days")).toMatchObject({
      kind: "list",
      item: { kind: "enumeration", name: undefined },
    });
  });

  it("a restriction of a list", () => {
    const contract = contractOf({
      schema: `
        <xs:simpleType name="Ints"><xs:list itemType="xs:int"/></xs:simpleType>
        <xs:simpleType name="Pair"><xs:restriction base="tns:Ints"><xs:length value="2"/></xs:restriction></xs:simpleType>`,
    });
    expect(typeNamed(contract, "Pair")).toMatchObject({
      kind: "restriction",
      base: { kind: "list" },
      facets: [{ name: "length", value: "2" }],
    });
  });

  it("union, by memberTypes and inline", () => {
    const contract = contractOf({
      schema: `<xs:simpleType name="T"><xs:union memberTypes="xs:date xs:dateTime">
        <xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="never"/></xs:restriction></xs:simpleType>
      </xs:union></xs:simpleType>`,
    });
    const type = simpleNamed(contract, "T");
    expect(
      type.kind === "union" && type.members.map(({ kind, name }) => name?.local ?? kind),
    ).toEqual(["date", "dateTime", "enumeration"]);
  });

  it("anonymous simple types", () => {
    const contract = contractOf({
      schema: `<xs:element name="e"><xs:simpleType><xs:restriction base="xs:string"><xs:maxLength value="3"/></xs:restriction></xs:simpleType></xs:element>`,
    });
    expect(elementNamed(contract, "e").type).toMatchObject({
      kind: "restriction",
      name: undefined,
    });
  });
});
