/** Every member of the JSON of a contract is compared. */
import { describe, expect, it } from "vitest";
import { diffContracts } from "../../../src/contract/diff/index.js";
import { type ContractJson, contractJson } from "../../../src/contract/index.js";
import { contractOf } from "../../wsdl/wsdl-text.js";

const documented = (text: string) =>
  `<xs:annotation><xs:documentation>${text}</xs:documentation></xs:annotation>`;
const element = (name: string, type = "xs:string", more = "") =>
  `<xs:element name="${name}" type="${type}" ${more}/>`;
const complex = (name: string, content: string, more = "") =>
  `<xs:complexType name="${name}" ${more}>${content}</xs:complexType>`;
const simple = (name: string, content: string) =>
  `<xs:simpleType name="${name}">${documented(name)}${content}</xs:simpleType>`;
const message = (name: string, part: string) =>
  `<wsdl:message name="${name}"><wsdl:part name="p" ${part}/></wsdl:message>`;

const schema = `
  ${complex(
    "All",
    `${documented("All.")}<xs:sequence>
      ${element("plain", "xs:int", 'minOccurs="0" maxOccurs="3" nillable="true" default="1"')}
      ${element("fixed", "xs:int", 'minOccurs="2" maxOccurs="unbounded" fixed="1"')}
      <xs:element name="commented" type="xs:int">${documented("An element.")}</xs:element>
      <xs:element ref="tns:head" minOccurs="0"/>
      <xs:choice>${element("one", "tns:Mixed")}${element("other", "tns:Codes")}</xs:choice>
      <xs:any namespace="##other" processContents="lax" minOccurs="0"/>
      <xs:element name="inner"><xs:complexType><xs:all>${element("x")}${element("y")}</xs:all></xs:complexType></xs:element>
      ${element("number", "tns:Number")}${element("list", "tns:List")}${element("union", "tns:Union")}
      ${element("price", "tns:Price")}${element("derived", "tns:Base")}${element("array", "tns:Array")}
    </xs:sequence>
    <xs:attribute name="a" type="xs:int" use="required">${documented("An attribute.")}</xs:attribute>
    <xs:attribute name="b" type="xs:int" default="1"/><xs:attribute name="c" type="xs:int" fixed="1"/>
    <xs:anyAttribute namespace="urn:x" processContents="skip"/>`,
  )}
  ${complex("Mixed", `<xs:sequence>${element("m")}</xs:sequence>`, 'mixed="true"')}
  ${simple("Codes", `<xs:restriction base="xs:token"><xs:enumeration value="A">${documented("A.")}</xs:enumeration><xs:enumeration value="B"/></xs:restriction>`)}
  ${simple("Number", `<xs:restriction base="xs:int"><xs:minInclusive value="1"/><xs:pattern value="\\d"/></xs:restriction>`)}
  ${simple("List", `<xs:list itemType="xs:int"/>`)}${simple("Union", `<xs:union memberTypes="xs:int xs:date"/>`)}
  ${complex("Price", `<xs:simpleContent><xs:extension base="xs:decimal"><xs:attribute name="c" type="xs:string"/></xs:extension></xs:simpleContent>`)}
  ${complex("Base", `<xs:sequence/><xs:attribute name="gone" type="xs:int"/>`, 'abstract="true"')}
  ${complex("More", `<xs:complexContent><xs:extension base="tns:Base"><xs:sequence>${element("more")}</xs:sequence></xs:extension></xs:complexContent>`)}
  ${complex("Less", `<xs:complexContent><xs:restriction base="tns:Base"><xs:attribute name="gone" use="prohibited"/></xs:restriction></xs:complexContent>`)}
  ${complex("Array", `<xs:complexContent><xs:restriction base="soapenc:Array"><xs:attribute ref="soapenc:arrayType" wsdl:arrayType="xs:int[,]"/></xs:restriction></xs:complexContent>`)}
  <xs:element name="head" type="tns:Mixed" abstract="true" nillable="true">${documented("A head.")}</xs:element>
  ${element("member", "tns:Mixed", 'substitutionGroup="tns:head"')}
  ${element("value", "xs:int", 'default="1"')}${element("set", "xs:int", 'fixed="1"')}`;

const use = (kind: string) => `use="${kind}"`;
const contract = contractJson(
  contractOf({
    schema: `${schema}<xs:element name="go" type="tns:All"/>`,
    head: "<wsdl:documentation>A WSDL.</wsdl:documentation>",
    messages:
      message("In", 'element="tns:go"') +
      message("Out", 'type="tns:All"') +
      message("Head", 'element="tns:value"') +
      message("HeadFault", 'element="tns:set"') +
      message("Bad", 'type="xs:string"') +
      `<wsdl:message name="Files"><wsdl:part name="a" type="xs:base64Binary"/><wsdl:part name="b" type="xs:int"/></wsdl:message>`,
    portType: `<wsdl:operation name="run"><wsdl:documentation>Runs.</wsdl:documentation>
        <wsdl:input message="tns:In" xmlns:wsam="http://www.w3.org/2007/05/addressing/metadata" wsam:Action="urn:act"/>
        <wsdl:output message="tns:Out"/><wsdl:fault name="Bad" message="tns:Bad"/></wsdl:operation>
      <wsdl:operation name="send"><wsdl:input message="tns:Files"/></wsdl:operation>`,
    binding: `<soap:binding style="rpc"/>
      <wsdl:operation name="run"><soap:operation soapAction="urn:run" style="document"/>
        <wsdl:input><soap:body ${use("literal")}/>
          <soap:header message="tns:Head" part="p" ${use("encoded")}><soap:headerfault message="tns:HeadFault" part="p" ${use("literal")}/></soap:header></wsdl:input>
        <wsdl:output><soap:body ${use("encoded")}/></wsdl:output>
        <wsdl:fault name="Bad"><soap:fault ${use("encoded")}/></wsdl:fault></wsdl:operation>
      <wsdl:operation name="send"><soap:operation soapAction="urn:send"/>
        <wsdl:input><mime:multipartRelated><mime:part><soap:body parts="b" namespace="urn:n" ${use("literal")}/></mime:part>
          <mime:part><mime:content part="a" type="image/*"/></mime:part></mime:multipartRelated></wsdl:input></wsdl:operation>`,
    services: `<wsdl:service name="Service"><wsdl:documentation>A service.</wsdl:documentation>
      <wsdl:port name="Port" binding="tns:Binding"><soap:address location="http://test.example.com/"/></wsdl:port>
      <wsdl:port name="Mirror" binding="tns:Binding"/></wsdl:service>`,
  }),
);

type Path = readonly (string | number)[];

/** The paths of all values that are not objects. */
function leavesOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, each]) => leavesOf(each, [...path, key]));
}

/** The contract with another value at a path. */
function changedAt(path: Path): ContractJson {
  const copy = structuredClone(contract);
  const change = (value: unknown, [key, ...rest]: Path): unknown => {
    if (typeof value === "string") return `${value}x`;
    if (typeof value === "number") return value + 1;
    if (typeof value !== "object" || value === null || key === undefined) return undefined;
    const changed = Object.entries(value).flatMap(([each, inner]) => {
      const next = each === String(key) ? change(inner, rest) : inner;
      return next === undefined ? [] : [[each, next] as const];
    });
    return Array.isArray(value) ? changed.map(([, each]) => each) : Object.fromEntries(changed);
  };
  return { ...copy, ...Object(change(copy, path)) };
}

describe("diffContracts", () => {
  // The name of the only part is not in the message if it is a part by element.
  const ONLY_ELEMENTS = /\/operations\/0\/input\/(parts|headers)\/0(\/faults\/0)?\/part$/;
  const isCompared = (path: Path) => path[0] !== "format" && !ONLY_ELEMENTS.test(path.join("/"));

  it("knows a contract with many constructs", () => {
    expect(leavesOf(contract).length).toBeGreaterThan(130);
    expect(diffContracts(contract, structuredClone(contract))).toEqual([]);
  });

  it.each(
    leavesOf(contract)
      .filter(isCompared)
      .map((path) => [path.join("/"), path] as const),
  )("compares %s", (_, path) => {
    expect(diffContracts(contract, changedAt(path))).not.toEqual([]);
    expect(diffContracts(changedAt(path), contract)).not.toEqual([]);
  });
});
