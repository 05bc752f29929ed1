/** Messages with several parts: a member for each of them. */
import { describe, expect, it } from "vitest";
import { encodeMessage } from "../../../src/codec/index.js";
import { contractClients, generateFiles, parseContract } from "../../../src/codegen/index.js";
import { wrapEnvelope } from "../../../src/protocol/index.js";
import { readEnvelope } from "../../codec/read-envelope.js";

const schema = (namespace: string, more = "") =>
  `<xs:schema targetNamespace="${namespace}" elementFormDefault="qualified">
    <xs:element name="Ask"><xs:complexType><xs:sequence><xs:element name="q" type="xs:string"/></xs:sequence></xs:complexType></xs:element>${more}</xs:schema>`;

/** The operation `op` gets and returns the parts. */
const wsdl = (
  parts: string,
) => `<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"
    xmlns:t="urn:t" xmlns:u="urn:u" xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t">
  <types>${schema("urn:t", '<xs:element name="count" type="xs:int" nillable="true"/>')}${schema("urn:u")}</types>
  <message name="m">${parts}</message>
  <portType name="P"><operation name="op"><input message="t:m"/><output message="t:m"/></operation></portType>
  <binding name="B" type="t:P"><soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>
    <operation name="op"><soap:operation soapAction=""/><input><soap:body use="literal"/></input><output><soap:body use="literal"/></output></operation></binding>
  <service name="S"><port name="S" binding="t:B"><soap:address location="http://127.0.0.1:9/"/></port></service>
</definitions>`;

const ask = (q: string, namespace = "urn:t") => `<Ask xmlns="${namespace}"><q>${q}</q></Ask>`;
const count = (text: string) => `<count xmlns="urn:t">${text}</count>`;

describe("parts with the same element", () => {
  it.each<[string, string, Readonly<Record<string, unknown>>, string]>([
    [
      "two",
      '<part name="body" element="t:Ask"/><part name="head" element="t:Ask"/>',
      { body: { q: "1" }, head: { q: "2" } },
      ask("1") + ask("2"),
    ],
    [
      "three, with another between them",
      '<part name="a" element="t:Ask"/><part name="n" element="t:count"/><part name="b" element="t:Ask"/><part name="c" element="t:Ask"/>',
      { a: { q: "1" }, count: 7, b: { q: "2" }, c: { q: "3" } },
      ask("1") + count("7") + ask("2") + ask("3"),
    ],
    [
      "simple values",
      '<part name="low" element="t:count"/><part name="high" element="t:count"/>',
      { low: null, high: 2 },
      `<count xmlns="urn:t" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true" />${count("2")}`,
    ],
    [
      "of two namespaces",
      '<part name="a" element="t:Ask"/><part name="b" element="u:Ask"/>',
      { a: { q: "1" }, b: { q: "2" } },
      ask("1") + ask("2", "urn:u"),
    ],
    [
      "of which one is named as another element",
      '<part name="count" element="t:Ask"/><part name="x" element="t:count"/><part name="y" element="t:Ask"/>',
      { $count: { q: "1" }, count: 7, y: { q: "2" } },
      ask("1") + count("7") + ask("2"),
    ],
  ])("have the names of the parts: %s", (_, parts, value, xml) => {
    const contract = parseContract(wsdl(parts), "parts.wsdl");
    const { input, output } = contractClients(contract)[0]?.operations.op ?? {};
    if (input === undefined) throw new Error("There is no op.");
    expect(encodeMessage(input, value)).toBe(xml);
    const { content, deviations } = readEnvelope(wrapEnvelope("soap11", xml), { output });
    expect(content).toMatchObject({ value });
    expect(deviations).toEqual([]);
    const types = generateFiles(contract, "x").get("types.ts") ?? "";
    const request = /export interface OpRequest \{([^}]*)\}/.exec(types)?.[1] ?? "";
    expect([...request.matchAll(/^ {2}(\S+):/gm)].map(([, name]) => name)).toEqual(
      Object.keys(value),
    );
  });

  it("may not occur more often", () => {
    const parts = '<part name="a" element="t:Ask"/><part name="b" element="t:Ask"/>';
    const { output } =
      contractClients(parseContract(wsdl(parts), "parts.wsdl"))[0]?.operations.op ?? {};
    const xml = wrapEnvelope("soap11", ask("1") + ask("2") + ask("3"));
    expect(() => readEnvelope(xml, { output })).toThrow(
      expect.objectContaining({ code: "DUPLICATE_ELEMENT", path: "Body/a" }),
    );
    expect(() => readEnvelope(wrapEnvelope("soap11", ask("1")), { output })).toThrow(
      expect.objectContaining({ code: "MISSING_ELEMENT", path: "Body/b" }),
    );
  });
});
