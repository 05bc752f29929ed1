/** Particles, model groups and wildcards (XML Schema part 1 §3.7 to §3.10). */
import { describe, expect, it } from "vitest";
import { contractJson, type NamespaceConstraint } from "../../../src/contract/index.js";
import { complexNamed, contractOf, elementNamed, shapeOf, TNS, typeNamed } from "../wsdl-text.js";

const element = (name: string, more = "") =>
  `<xs:element name="${name}" type="xs:string" ${more}/>`;

describe("particles", () => {
  it.each<[string, { given: string; want: string }]>([
    [
      "sequence",
      { given: `<xs:sequence>${element("a")}${element("b")}</xs:sequence>`, want: "(a, b)" },
    ],
    ["an empty sequence", { given: `<xs:sequence/>`, want: "()" }],
    [
      "all",
      {
        given: `<xs:all>${element("a")}${element("b", 'minOccurs="0"')}</xs:all>`,
        want: "all(a, b?)",
      },
    ],
    ["choice", { given: `<xs:choice>${element("a")}${element("b")}</xs:choice>`, want: "(a | b)" }],
    [
      "a repeated choice",
      {
        given: `<xs:choice minOccurs="0" maxOccurs="unbounded">${element("a")}${element("b")}</xs:choice>`,
        want: "(a | b)*",
      },
    ],
    [
      "a repeated sequence",
      {
        given: `<xs:sequence maxOccurs="unbounded">${element("a")}${element("b")}</xs:sequence>`,
        want: "(a, b)+",
      },
    ],
    [
      "nested particles",
      {
        given: `<xs:sequence>${element("a")}<xs:choice minOccurs="0">${element("b")}<xs:sequence>${element("c")}${element("d")}</xs:sequence></xs:choice></xs:sequence>`,
        want: "(a, (b | (c, d))?)",
      },
    ],
    [
      "minOccurs and maxOccurs",
      {
        given: `<xs:sequence>${element("a", 'minOccurs="0"')}${element("b", 'maxOccurs="unbounded"')}${element("c", 'minOccurs="2" maxOccurs="5"')}</xs:sequence>`,
        want: "(a?, b+, c{2,5})",
      },
    ],
    [
      "elements with the same name",
      {
        given: `<xs:sequence>${element("a")}${element("b")}${element("a")}</xs:sequence>`,
        want: "(a, b, a)",
      },
    ],
  ])("%s", (_, { given, want }) => {
    const contract = contractOf({ schema: `<xs:complexType name="T">${given}</xs:complexType>` });
    expect(shapeOf(complexNamed(contract, "T").content)).toBe(want);
  });

  it("group, referred to and repeated", () => {
    const contract = contractOf({
      schema: `
        <xs:group name="G"><xs:sequence>${element("a")}<xs:group ref="tns:H"/></xs:sequence></xs:group>
        <xs:group name="H"><xs:choice>${element("b")}${element("c")}</xs:choice></xs:group>
        <xs:complexType name="T"><xs:sequence>${element("z")}<xs:group ref="tns:G" minOccurs="0" maxOccurs="3"/></xs:sequence></xs:complexType>
        <xs:complexType name="U"><xs:group ref="tns:H"/></xs:complexType>`,
    });
    const flat = (name: string) => shapeOf(complexNamed(contract, name).content);
    // The reference is a sequence that contains the content of the group.
    expect(flat("T")).toBe("(z, ((a, ((b | c)))){0,3})");
    expect(flat("U")).toBe("((b | c))");
  });

  it("references to global elements", () => {
    const contract = contractOf({
      schema: `${element("g")}<xs:complexType name="T"><xs:sequence><xs:element ref="tns:g" minOccurs="0"/></xs:sequence></xs:complexType>`,
    });
    const { content } = complexNamed(contract, "T");
    expect(shapeOf(content)).toBe("(g?)");
    const [particle] = content?.kind === "sequence" ? content.particles : [];
    expect(particle?.kind === "element" && particle.element).toBe(elementNamed(contract, "g"));
  });
});

describe("element declarations", () => {
  it("nillable", () => {
    const contract = contractOf({ schema: element("e", 'nillable="true"') });
    expect(elementNamed(contract, "e").nillable).toBe(true);
  });

  it.each<[string, string]>([
    ["default", "a"],
    ["fixed", "b"],
  ])("%s values of elements", (kind, value) => {
    const contract = contractOf({ schema: element("e", `${kind}="${value}"`) });
    expect(elementNamed(contract, "e").constraint).toEqual({ kind, value });
  });

  it("elementFormDefault and form", () => {
    const both = `<xs:complexType name="T"><xs:sequence>${element("a")}${element("q", 'form="qualified"')}${element("u", 'form="unqualified"')}</xs:sequence></xs:complexType>`;
    const namespaces = (schemaAttributes: string) => {
      const { content } = complexNamed(contractOf({ schema: both, schemaAttributes }), "T");
      return content?.kind === "sequence"
        ? content.particles.map((each) => each.kind === "element" && each.element.name.namespace)
        : [];
    };
    expect(namespaces('elementFormDefault="qualified"')).toEqual([TNS, TNS, ""]);
    expect(namespaces("")).toEqual(["", TNS, ""]);
  });

  it("deeply nested types without names", () => {
    let inner = element("leaf");
    for (let depth = 0; depth < 100; depth++) {
      inner = `<xs:element name="n"><xs:complexType><xs:sequence>${inner}</xs:sequence></xs:complexType></xs:element>`;
    }
    expect(elementNamed(contractOf({ schema: inner }), "n").type.kind).toBe("complex");
  });

  it("group that contains itself through the types of its elements", () => {
    const contract = contractOf({
      messages: `<wsdl:message name="runIn"><wsdl:part name="body" type="tns:T"/></wsdl:message>`,
      schema: `<xs:group name="Expr"><xs:choice>${element("n")}
          <xs:element name="not"><xs:complexType><xs:group ref="tns:Expr"/></xs:complexType></xs:element>
          <xs:element name="and"><xs:complexType><xs:sequence><xs:group ref="tns:Expr" minOccurs="2" maxOccurs="2"/></xs:sequence></xs:complexType></xs:element>
        </xs:choice></xs:group>
        <xs:complexType name="T"><xs:group ref="tns:Expr"/></xs:complexType>`,
    });
    expect(shapeOf(complexNamed(contract, "T").content)).toBe("((n | not | and))");
    // Writing it as JSON ends, too.
    expect(contractJson(contract).types).toHaveProperty(["{urn:test}Expr/and"]);
  });

  it("substitution groups, directly and through another", () => {
    const contract = contractOf({
      schema: `
        <xs:element name="shape" type="tns:Shape" abstract="true"/>
        <xs:element name="round" type="tns:Shape" substitutionGroup="tns:shape"/>
        <xs:element name="circle" substitutionGroup="tns:round"/>
        <xs:complexType name="Shape"/>`,
    });
    const shape = elementNamed(contract, "shape");
    expect(shape.abstract).toBe(true);
    expect(shape.substitutes.map(({ name }) => name.local)).toEqual(["round", "circle"]);
    expect(elementNamed(contract, "circle").type).toBe(typeNamed(contract, "Shape"));
  });

  it("block and final are ignored", () => {
    const contract = contractOf({
      schemaAttributes: 'blockDefault="#all" finalDefault="extension"',
      schema: `<xs:complexType name="A" final="#all" block="restriction"/><xs:complexType name="B"><xs:complexContent><xs:extension base="tns:A"/></xs:complexContent></xs:complexType>`,
    });
    expect(complexNamed(contract, "B").derivation?.base).toBe(typeNamed(contract, "A"));
  });

  it("identity constraints are ignored", () => {
    const contract = contractOf({
      schema: `<xs:element name="list"><xs:complexType><xs:sequence>${element("item", 'maxOccurs="unbounded"')}</xs:sequence></xs:complexType>
        <xs:unique name="u"><xs:selector xpath="tns:item"/><xs:field xpath="."/></xs:unique>
        <xs:key name="k"><xs:selector xpath="tns:item"/><xs:field xpath="."/></xs:key>
        <xs:keyref name="r" refer="tns:k"><xs:selector xpath="tns:item"/><xs:field xpath="."/></xs:keyref>
      </xs:element>`,
    });
    const { type } = elementNamed(contract, "list");
    expect(type.kind === "complex" && shapeOf(type.content)).toBe("(item+)");
  });
});

describe("wildcards", () => {
  it.each<[string, NamespaceConstraint]>([
    ["##any", { kind: "any" }],
    ["##other", { kind: "other", namespace: TNS }],
    ["##targetNamespace ##local urn:x", { kind: "listed", namespaces: [TNS, "", "urn:x"] }],
  ])("any of the namespaces %s", (given, want) => {
    const contract = contractOf({
      schema: `<xs:complexType name="T"><xs:sequence><xs:any namespace="${given}" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType>`,
    });
    const { content } = complexNamed(contract, "T");
    expect(shapeOf(content)).toBe("(any*)");
    const [particle] = content?.kind === "sequence" ? content.particles : [];
    expect(particle?.kind === "any" && particle.wildcard.namespaces).toEqual(want);
  });

  it.each(["strict", "lax", "skip"])("processContents %s", (processContents) => {
    const contract = contractOf({
      schema: `<xs:complexType name="T"><xs:sequence><xs:any processContents="${processContents}"/></xs:sequence></xs:complexType>`,
    });
    const { content } = complexNamed(contract, "T");
    const [particle] = content?.kind === "sequence" ? content.particles : [];
    expect(particle).toMatchObject({ kind: "any", wildcard: { processContents } });
  });

  it("anyAttribute with namespaces and processContents", () => {
    const contract = contractOf({
      schema: `<xs:complexType name="T"><xs:anyAttribute namespace="##other" processContents="lax"/></xs:complexType>`,
    });
    expect(complexNamed(contract, "T").anyAttribute).toEqual({
      namespaces: { kind: "other", namespace: TNS },
      processContents: "lax",
    });
  });
});
