/** Requests of the rpc style: ours have the elements, types and arrays that PHP's SoapClient writes. */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { encodeMessage } from "../../src/codec/index.js";
import { contractClients } from "../../src/codegen/index.js";
import { wrapEnvelope } from "../../src/protocol/index.js";
import { parseContract } from "../../src/wsdl/index.js";
import { clark, readElement, type XmlElement } from "../../src/xml/index.js";
import { describeWithPeer, PHP } from "./peer.js";

const ENCODING = "http://schemas.xmlsoap.org/soap/encoding/";
const XSD = "http://www.w3.org/2001/XMLSchema";
const XSI = "http://www.w3.org/2001/XMLSchema-instance";
const SCRIPT = fileURLToPath(new URL("php/write.php", import.meta.url));

const encoded = `<soap:body use="encoded" namespace="urn:t" encodingStyle="${ENCODING}"/>`;
const literal = '<soap:body use="literal" namespace="urn:t"/>';

const WSDL = `<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"
    xmlns:enc="${ENCODING}" xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/"
    xmlns:t="urn:t" xmlns:xs="${XSD}" targetNamespace="urn:t">
  <types><xs:schema targetNamespace="urn:t"><xs:import namespace="${ENCODING}"/>
    <xs:complexType name="Parcel"><xs:sequence><xs:element name="data" type="enc:base64Binary"/><xs:element name="count" type="enc:int"/>
      <xs:element name="note" type="enc:string"/><xs:element name="plain" type="xs:string"/></xs:sequence></xs:complexType>
    <xs:simpleType name="Code"><xs:restriction base="xs:string"><xs:enumeration value="A"/><xs:enumeration value="B"/></xs:restriction></xs:simpleType>
    <xs:complexType name="Numbers"><xs:complexContent><xs:restriction base="enc:Array"><xs:sequence>
      <xs:element name="num" type="xs:int" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:restriction></xs:complexContent></xs:complexType>
    <xs:complexType name="Codes"><xs:complexContent><xs:restriction base="enc:Array">
      <xs:attribute ref="enc:arrayType" wsdl:arrayType="t:Code[]"/></xs:restriction></xs:complexContent></xs:complexType>
  </xs:schema></types>
  <message name="parcel"><part name="parcel" type="t:Parcel"/><part name="name" type="enc:string"/></message>
  <message name="numbers"><part name="numbers" type="t:Numbers"/></message>
  <message name="codes"><part name="codes" type="t:Codes"/></message>
  <message name="nothing"/>
  <portType name="P">${operations((name) => `<input message="t:${name}"/><output message="t:nothing"/>`)}</portType>
  <binding name="B" type="t:P"><soap:binding style="rpc" transport="http://schemas.xmlsoap.org/soap/http"/>
    ${operations((_, body) => `<soap:operation soapAction=""/><input>${body}</input><output>${body}</output>`)}</binding>
  <service name="S"><port name="S" binding="t:B"><soap:address location="http://127.0.0.1:9/"/></port></service>
</definitions>`;

/** The four operations with the names of their messages and their soap:body. */
function operations(content: (message: string, body: string) => string): string {
  const all: readonly [name: string, message: string, body: string][] = [
    ["parcelEncoded", "parcel", encoded],
    ["numbersEncoded", "numbers", encoded],
    ["codesEncoded", "codes", encoded],
    ["numbersLiteral", "numbers", literal],
  ];
  return all
    .map(
      ([name, message, body]) => `<operation name="${name}">${content(message, body)}</operation>`,
    )
    .join("");
}

/** The request of each operation: for us, and as the arguments of PHP, whose binary values are strings. */
const REQUESTS: readonly [operation: string, ours: object, php: readonly unknown[]][] = [
  [
    "parcelEncoded",
    {
      parcel: { data: Uint8Array.of(77, 97, 110), count: 3, note: "n", plain: "p" },
      name: "x",
    },
    [{ data: "Man", count: 3, note: "n", plain: "p" }, "x"],
  ],
  ["numbersEncoded", { numbers: [1, 2] }, [[1, 2]]],
  ["codesEncoded", { codes: ["A", "B"] }, [["A", "B"]]],
  ["numbersLiteral", { numbers: [1, 2] }, [[1, 2]]],
];

/** Names, types and texts, without the prefixes that a writer may choose. */
function normal(element: XmlElement): unknown {
  const { attributes, scope, children } = element;
  const expandedAttributes = attributes
    .filter(({ name }) => name.namespace === XSI || name.namespace === ENCODING)
    .map(({ name, value }) => {
      const [, prefixed = "", size = ""] = /^([^[]*)(.*)$/.exec(value) ?? [];
      const type = scope?.element(prefixed);
      return [clark(name), type === undefined ? value : clark(type) + size];
    });
  return [
    clark(element.name),
    Object.fromEntries(expandedAttributes),
    children.map((child) => (typeof child === "string" ? child : normal(child))),
  ];
}

function bodyOf(envelope: string): unknown {
  const [body] = readElement(envelope).elements("Body");
  if (body === undefined) throw new Error("There is no Body.");
  return body.children.map((child) => (typeof child === "string" ? child.trim() : normal(child)));
}

describeWithPeer(PHP, "PHP's SoapClient", () => {
  it("writes the same requests", async () => {
    const folder = await mkdtemp(join(tmpdir(), "rpc-requests-"));
    const wsdl = join(folder, "requests.wsdl");
    await writeFile(wsdl, WSDL);
    const run = promisify(execFile)("php", [SCRIPT, wsdl]);
    run.child.stdin?.end(JSON.stringify(REQUESTS.map(([name, , php]) => [name, php])));
    const theirs: readonly string[] = JSON.parse((await run).stdout);
    await rm(folder, { recursive: true });
    const clients = contractClients(parseContract(WSDL, "requests.wsdl"));
    const ours = REQUESTS.map(([name, request]) => {
      const input = clients[0]?.operations[name]?.input;
      if (input === undefined) throw new Error(`There is no ${name}.`);
      return wrapEnvelope("soap11", encodeMessage(input, request));
    });
    expect(ours.map(bodyOf)).toEqual(theirs.map(bodyOf));
    expect(ours[3]).not.toMatch(/arrayType|xsi:type/);
    expect(ours[3]).toContain("<numbers><num>1</num><num>2</num></numbers>");
  });
});
