/** Complex types, attributes and derivation (XML Schema part 1 §3.2, §3.4, §3.6). */
import { describe, expect, it } from "vitest";
import { complexNamed, contractOf, elementNamed, shapeOf, TNS, typeNamed } from "../wsdl-text.js";

const XML = "http://www.w3.org/XML/1998/namespace";
const element = (name: string) => `<xs:element name="${name}" type="xs:string"/>`;

describe("complex types", () => {
  it("anonymous complex types", () => {
    const contract = contractOf({
      schema: `<xs:element name="e"><xs:complexType><xs:sequence><xs:element name="inner">
        <xs:complexType><xs:sequence>${element("a")}</xs:sequence></xs:complexType>
      </xs:element></xs:sequence></xs:complexType></xs:element>`,
    });
    const { type } = elementNamed(contract, "e");
    const [inner] =
      type.kind === "complex" && type.content?.kind === "sequence" ? type.content.particles : [];
    expect(inner).toMatchObject({
      kind: "element",
      element: { type: { kind: "complex", name: undefined } },
    });
  });

  it("types that contain themselves, directly and through others", () => {
    const contract = contractOf({
      schema: `
        <xs:complexType name="Node"><xs:sequence><xs:element name="next" type="tns:Node" minOccurs="0"/><xs:element name="owner" type="tns:Owner"/></xs:sequence></xs:complexType>
        <xs:complexType name="Owner"><xs:sequence><xs:element name="node" type="tns:Node"/></xs:sequence></xs:complexType>`,
    });
    const node = complexNamed(contract, "Node");
    const owner = complexNamed(contract, "Owner");
    const types = (type: typeof node) =>
      type.content?.kind === "sequence"
        ? type.content.particles.map((each) => each.kind === "element" && each.element.type)
        : [];
    expect(types(node)).toEqual([node, owner]);
    expect(types(owner)).toEqual([node]);
  });

  it("simpleContent with attributes", () => {
    const contract = contractOf({
      schema: `<xs:complexType name="Price"><xs:simpleContent><xs:extension base="xs:decimal"><xs:attribute name="currency" type="xs:string" use="required"/></xs:extension></xs:simpleContent></xs:complexType>
        <xs:complexType name="Dear"><xs:simpleContent><xs:extension base="tns:Price"><xs:attribute name="why" type="xs:string"/></xs:extension></xs:simpleContent></xs:complexType>`,
    });
    expect(complexNamed(contract, "Price")).toMatchObject({
      text: { name: { local: "decimal" } },
      content: undefined,
      attributes: [{ name: { local: "currency" }, required: true }],
    });
    expect(complexNamed(contract, "Dear")).toMatchObject({
      text: { name: { local: "decimal" } },
      derivation: { by: "extension", base: { name: { local: "Price" } } },
      attributes: [{ name: { local: "why" } }],
    });
  });

  it("a restriction of simple content", () => {
    const contract = contractOf({
      schema: `<xs:complexType name="Price"><xs:simpleContent><xs:extension base="xs:decimal"><xs:attribute name="currency" type="xs:string"/></xs:extension></xs:simpleContent></xs:complexType>
        <xs:complexType name="Cheap"><xs:simpleContent><xs:restriction base="tns:Price"><xs:maxInclusive value="10"/></xs:restriction></xs:simpleContent></xs:complexType>`,
    });
    expect(complexNamed(contract, "Cheap")).toMatchObject({
      derivation: { by: "restriction" },
      text: {
        kind: "restriction",
        base: { name: { local: "decimal" } },
        facets: [{ name: "maxInclusive", value: "10" }],
      },
    });
  });

  it("mixed content", () => {
    const contract = contractOf({
      schema: `<xs:complexType name="A" mixed="true"><xs:sequence>${element("b")}</xs:sequence></xs:complexType>
        <xs:complexType name="B"><xs:complexContent mixed="true"><xs:extension base="tns:A"/></xs:complexContent></xs:complexType>`,
    });
    expect(complexNamed(contract, "A").mixed).toBe(true);
    expect(complexNamed(contract, "B").mixed).toBe(true);
  });

  it("extension of a complex type", () => {
    const contract = contractOf({
      schema: `
        <xs:complexType name="Dog"><xs:complexContent><xs:extension base="tns:Animal"><xs:sequence>${element("breed")}</xs:sequence><xs:attribute name="tag" type="xs:ID"/></xs:extension></xs:complexContent></xs:complexType>
        <xs:complexType name="Animal"><xs:sequence>${element("name")}</xs:sequence></xs:complexType>`,
    });
    const dog = complexNamed(contract, "Dog");
    expect(dog.derivation).toEqual({ by: "extension", base: typeNamed(contract, "Animal") });
    expect(shapeOf(dog.content)).toBe("(breed)");
    expect(dog.attributes).toMatchObject([{ name: { local: "tag" } }]);
  });

  it("restriction of a complex type", () => {
    const contract = contractOf({
      schema: `
        <xs:complexType name="Base"><xs:sequence><xs:element name="a" type="xs:string" minOccurs="0"/></xs:sequence><xs:attribute name="x" type="xs:int"/></xs:complexType>
        <xs:complexType name="Strict"><xs:complexContent><xs:restriction base="tns:Base"><xs:sequence>${element("a")}</xs:sequence><xs:attribute name="x" use="prohibited"/></xs:restriction></xs:complexContent></xs:complexType>`,
    });
    const strict = complexNamed(contract, "Strict");
    expect(strict.derivation).toEqual({ by: "restriction", base: typeNamed(contract, "Base") });
    expect(shapeOf(strict.content)).toBe("(a)");
    expect(strict.prohibited.map(({ local }) => local)).toEqual(["x"]);
  });

  it("abstract types", () => {
    const contract = contractOf({ schema: `<xs:complexType name="Shape" abstract="true"/>` });
    expect(complexNamed(contract, "Shape").abstract).toBe(true);
  });

  it("types that replace their base", () => {
    const contract = contractOf({
      schema: `
        <xs:complexType name="Shape" abstract="true"/>
        <xs:complexType name="Circle"><xs:complexContent><xs:extension base="tns:Shape"/></xs:complexContent></xs:complexType>`,
    });
    // No element is of it: it is known for the sake of xsi:type only.
    expect(complexNamed(contract, "Circle").derivation?.base).toBe(typeNamed(contract, "Shape"));
  });
});

describe("attributes", () => {
  it("use, default and fixed", () => {
    const contract = contractOf({
      schema: `<xs:complexType name="T">
        <xs:attribute name="a" type="xs:int" use="required"/><xs:attribute name="b" type="xs:string" default="x"/>
        <xs:attribute name="c" type="xs:string" fixed="y"/><xs:attribute name="d"/></xs:complexType>`,
    });
    const { attributes } = complexNamed(contract, "T");
    expect(
      attributes.map(({ name, type, required, constraint }) => [
        name.local,
        type.name?.local,
        required,
        constraint,
      ]),
    ).toEqual([
      ["a", "int", true, undefined],
      ["b", "string", false, { kind: "default", value: "x" }],
      ["c", "string", false, { kind: "fixed", value: "y" }],
      ["d", "anySimpleType", false, undefined],
    ]);
  });

  it("attributeFormDefault and form", () => {
    const contract = contractOf({
      schemaAttributes: 'attributeFormDefault="qualified"',
      schema: `<xs:complexType name="T"><xs:attribute name="a" type="xs:string"/><xs:attribute name="b" type="xs:string" form="unqualified"/></xs:complexType>`,
    });
    const { attributes } = complexNamed(contract, "T");
    expect(attributes.map(({ name }) => name.namespace)).toEqual([TNS, ""]);
  });

  it("references to global attributes and xml:lang", () => {
    const contract = contractOf({
      schema: `<xs:attribute name="id" type="xs:ID"/>
        <xs:complexType name="T"><xs:attribute ref="tns:id" use="required"/><xs:attribute ref="xml:lang"/></xs:complexType>`,
    });
    const { attributes } = complexNamed(contract, "T");
    expect(attributes.map(({ name, required }) => [name.key, required])).toEqual([
      [`{${TNS}}id`, true],
      [`{${XML}}lang`, false],
    ]);
  });

  it("attributeGroup, nested", () => {
    const contract = contractOf({
      schema: `
        <xs:attributeGroup name="G"><xs:attribute name="a" type="xs:string"/><xs:attributeGroup ref="tns:H"/></xs:attributeGroup>
        <xs:attributeGroup name="H"><xs:attribute name="b" type="xs:string"/><xs:anyAttribute/></xs:attributeGroup>
        <xs:complexType name="T"><xs:attributeGroup ref="tns:G"/></xs:complexType>`,
    });
    const { attributes, anyAttribute } = complexNamed(contract, "T");
    expect(attributes.map(({ name }) => name.local)).toEqual(["a", "b"]);
    expect(anyAttribute?.namespaces).toEqual({ kind: "any" });
  });

  it("attributes of enumerations, lists and anonymous types", () => {
    const contract = contractOf({
      schema: `<xs:complexType name="T"><xs:attribute name="a"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="x"/></xs:restriction></xs:simpleType></xs:attribute>
        <xs:attribute name="b" type="xs:NMTOKENS"/></xs:complexType>`,
    });
    const { attributes } = complexNamed(contract, "T");
    expect(attributes.map(({ type }) => type.kind)).toEqual(["enumeration", "builtin"]);
  });
});

it("documentation of types, elements and attributes", () => {
  const said = (text: string) =>
    `<xs:annotation><xs:appinfo>x</xs:appinfo><xs:documentation>${text}</xs:documentation></xs:annotation>`;
  const contract = contractOf({
    schema: `<xs:complexType name="T">${said("A type.")}<xs:sequence><xs:element name="e" type="xs:string">${said("An element.")}</xs:element></xs:sequence>
      <xs:attribute name="a" type="xs:string">${said("An attribute.")}</xs:attribute></xs:complexType>`,
  });
  expect(complexNamed(contract, "T")).toMatchObject({
    documentation: "A type.",
    content: { particles: [{ documentation: "An element." }] },
    attributes: [{ documentation: "An attribute." }],
  });
});

it("a DataSet of ASP.NET", () => {
  const contract = contractOf({
    schema: `<xs:element name="getResponse"><xs:complexType><xs:sequence><xs:element name="getResult" minOccurs="0">
      <xs:complexType><xs:sequence><xs:element ref="xs:schema"/><xs:any/></xs:sequence></xs:complexType>
    </xs:element></xs:sequence></xs:complexType></xs:element>`,
  });
  const { type } = elementNamed(contract, "getResponse");
  const [result] =
    type.kind === "complex" && type.content?.kind === "sequence" ? type.content.particles : [];
  const dataSet = result?.kind === "element" ? result.element.type : undefined;
  expect(dataSet?.kind === "complex" && shapeOf(dataSet.content)).toBe("(schema, any)");
});
