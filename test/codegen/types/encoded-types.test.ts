/** The types of encoded messages: any value of the SOAP encoding may be null (SOAP 1.1 §5.1). */
import { describe, expect, it } from "vitest";
import { encodeMessage } from "../../../src/codec/index.js";
import { contractClients, generateFiles, parseContract } from "../../../src/codegen/index.js";

const body = (use: string) => `<soap:body use="${use}" namespace="urn:t"/>`;

/** The operation `run` gets and returns a `Both`; `keep` is literal, and gets a `Literal` and a `Both`. */
const WSDL = `<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"
    xmlns:t="urn:t" xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t">
  <types><xs:schema targetNamespace="urn:t">
    <xs:complexType name="Base"><xs:sequence><xs:element name="id" type="xs:int"/></xs:sequence></xs:complexType>
    <xs:complexType name="Both"><xs:complexContent><xs:extension base="t:Base"><xs:sequence>
      <xs:element name="town" type="xs:string" minOccurs="0"/>
      <xs:element name="tags" type="t:ArrayOfTag"/>
      <xs:choice><xs:element name="a" type="xs:int"/><xs:element name="b" type="xs:int" maxOccurs="unbounded"/></xs:choice>
    </xs:sequence><xs:attribute name="kind" type="xs:string" use="required"/></xs:extension></xs:complexContent></xs:complexType>
    <xs:complexType name="ArrayOfTag"><xs:sequence><xs:element name="Tag" type="xs:string" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType>
    <xs:complexType name="Literal"><xs:sequence><xs:element name="id" type="xs:int"/></xs:sequence></xs:complexType>
  </xs:schema></types>
  <message name="runMessage"><part name="both" type="t:Both"/></message>
  <message name="keepMessage"><part name="one" type="t:Literal"/><part name="both" type="t:Both"/></message>
  <portType name="P">
    <operation name="run"><input message="t:runMessage"/><output message="t:runMessage"/></operation>
    <operation name="keep"><input message="t:keepMessage"/><output message="t:keepMessage"/></operation>
  </portType>
  <binding name="B" type="t:P"><soap:binding style="rpc" transport="http://schemas.xmlsoap.org/soap/http"/>
    <operation name="run"><soap:operation soapAction="run"/><input>${body("encoded")}</input><output>${body("encoded")}</output></operation>
    <operation name="keep"><soap:operation soapAction="keep"/><input>${body("literal")}</input><output>${body("literal")}</output></operation>
  </binding>
  <service name="S"><port name="S" binding="t:B"><soap:address location="http://127.0.0.1:9/"/></port></service>
</definitions>`;

describe("the types of a contract with encoded messages", () => {
  const files = generateFiles(parseContract(WSDL, "encoded.wsdl"), "x");
  const types = files.get("types.ts")?.replaceAll(/\/\*\*[^/]*\*\/\s*/g, "") ?? "";

  /** The declaration of a type, in one line. */
  const declared = (name: string) =>
    new RegExp(`export (?:interface|type) ${name} ([\\s\\S]*?)\n\n|$`)
      .exec(`${types}\n\n`)?.[1]
      ?.replaceAll(/\s+/g, " ");

  it.each([
    ["RunRequest", '{ both: Both | Nil<Both, "kind"> | null; }'],
    ["RunResponse", '{ both: Both | Nil<Both, "kind"> | null; }'],
    ["Base", "{ id: number | null; }"],
    [
      "Both",
      "= Base & { town?: string | null; tags: (string | null)[] | null; kind: string; } & OneOf< | { a: number | null; } | { b: (number | null)[]; } >;",
    ],
    ["KeepRequest", "{ one: Literal; both: Both; }"],
    ["Literal", "{ id: number; }"],
  ])("allow null in %s", (name, text) => {
    expect(declared(name)).toBe(text);
  });
});

describe("an element of an abstract type", () => {
  const base =
    '<xs:complexType name="Base" abstract="true"><xs:sequence><xs:element name="id" type="xs:int"/></xs:sequence></xs:complexType>';
  const derived = ["First", "Second"]
    .map(
      (name) =>
        `<xs:complexType name="${name}"><xs:complexContent><xs:extension base="t:Base"/></xs:complexContent></xs:complexType>`,
    )
    .join("");
  const concrete = /<xs:complexType name="Base">.*?<\/xs:complexType>/;

  it.each([
    ["run", base + derived, "run/both/$type must be one of First, Second, not undefined."],
    ["keep", base + derived, "keep/both/$type must be one of First, Second, not undefined."],
    [
      "run",
      base,
      "run/both cannot be sent: its type is abstract, and the contract has no concrete type derived from it.",
    ],
  ])("is not sent without a concrete type: %s", (name, schema, message) => {
    const wsdl = WSDL.replace(concrete, schema)
      .replace(/<xs:complexType name="Both">.*?<\/xs:complexType>/s, "")
      .replaceAll('type="t:Both"', 'type="t:Base"');
    const input = contractClients(parseContract(wsdl, "abstract.wsdl"))[0]?.operations[name]?.input;
    if (input === undefined) throw new Error(`There is no ${name}.`);
    const request = { ...(name === "keep" && { one: { id: 1 } }), both: { id: 1 } };
    expect(() => encodeMessage(input, request, name)).toThrow(message);
  });
});
