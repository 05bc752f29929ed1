/** Bindings: SOAP, HTTP and MIME (WSDL 1.1 §3 to §5), and the SOAP encoding (SOAP 1.1 §5). */
import { describe, expect, it } from "vitest";
import type { Port } from "../../../src/contract/index.js";
import { parseContract } from "../../../src/wsdl/index.js";
import { complexNamed, contractOf, operationNamed, type WsdlParts } from "../wsdl-text.js";

const HTTP_TRANSPORT = "http://schemas.xmlsoap.org/soap/http";
const message = (name: string, parts: string) =>
  `<wsdl:message name="${name}">${parts}</wsdl:message>`;
const PORT_TYPE = `<wsdl:operation name="run"><wsdl:input message="tns:runIn"/><wsdl:output message="tns:runOut"/></wsdl:operation>`;
const MESSAGES =
  message("runIn", `<wsdl:part name="a" type="xs:int"/><wsdl:part name="b" type="xs:string"/>`) +
  message("runOut", `<wsdl:part name="c" type="xs:int"/>`);

function portOf(parts: WsdlParts): Port {
  const [port] = contractOf(parts).services[0]?.ports ?? [];
  if (port === undefined) throw new Error("There is no port.");
  return port;
}

const service = (address: string) =>
  `<wsdl:service name="S"><wsdl:port name="P" binding="tns:Binding">${address}</wsdl:port></wsdl:service>`;

describe("protocols", () => {
  it("SOAP 1.1", () => {
    expect(portOf({})).toMatchObject({
      protocol: "soap11",
      address: "http://test.example.com/",
      operations: [{ style: "document", action: "urn:test/run", input: { use: "literal" } }],
    });
  });

  it("SOAP 1.2", () => {
    const port = portOf({
      binding: `<soap12:binding transport="${HTTP_TRANSPORT}"/><wsdl:operation name="run">
        <soap12:operation soapAction="urn:test/run" style="document"/><wsdl:input><soap12:body use="literal"/></wsdl:input></wsdl:operation>`,
      services: service(`<soap12:address location="http://test.example.com/"/>`),
    });
    expect(port).toMatchObject({
      protocol: "soap12",
      address: "http://test.example.com/",
      operations: [{ action: "urn:test/run" }],
    });
  });

  it.each<[string, { verb: string; body: string; protocol: string }]>([
    ["HTTP GET", { verb: "GET", body: "<http:urlEncoded/>", protocol: "http-get" }],
    [
      "HTTP POST",
      {
        verb: "POST",
        body: `<mime:content type="application/x-www-form-urlencoded"/>`,
        protocol: "http-post",
      },
    ],
  ])("%s", (_, { verb, body, protocol }) => {
    const port = portOf({
      messages: MESSAGES,
      portType: PORT_TYPE,
      binding: `<http:binding verb="${verb}"/><wsdl:operation name="run"><http:operation location="/run"/>
        <wsdl:input>${body}</wsdl:input><wsdl:output><mime:mimeXml part="c"/></wsdl:output></wsdl:operation>`,
      services: service(`<http:address location="http://test.example.com/api"/>`),
    });
    expect(port).toMatchObject({
      protocol,
      address: "http://test.example.com/api",
      operations: [{ action: "/run", input: { parts: [{ name: "a" }, { name: "b" }] } }],
    });
  });

  it("other transports", () => {
    const port = portOf({
      binding: `<soap:binding transport="http://www.w3.org/2010/soapjms/"/><wsdl:operation name="run"><wsdl:input><soap:body use="literal"/></wsdl:input></wsdl:operation>`,
      services: service(`<soap:address location="jms:queue:orders?priority=3"/>`),
    });
    expect(port).toMatchObject({ protocol: "soap11", address: "jms:queue:orders?priority=3" });
  });

  it("bindings that are neither SOAP nor HTTP", () => {
    const contract = contractOf({
      more: `<wsdl:binding name="Java" type="tns:PortType"><java:binding xmlns:java="http://schemas.xmlsoap.org/wsdl/java/"/></wsdl:binding>`,
      services: `<wsdl:service name="S"><wsdl:port name="P" binding="tns:Binding"/><wsdl:port name="J" binding="tns:Java"/></wsdl:service>`,
    });
    expect(contract.services[0]?.ports.map(({ name }) => name)).toEqual(["P"]);
    expect(contract.warnings).toMatchObject([{ message: expect.stringContaining("port J") }]);
  });
});

/** The operation `run` with these messages, in a binding of this style. */
function bound(style: string, body: string, more: WsdlParts = {}) {
  const contract = contractOf({
    messages: MESSAGES,
    portType: PORT_TYPE,
    binding: `<soap:binding transport="${HTTP_TRANSPORT}" style="${style}"/><wsdl:operation name="run">
      <wsdl:input>${body}</wsdl:input><wsdl:output>${body}</wsdl:output></wsdl:operation>`,
    ...more,
  });
  return operationNamed(contract, "run");
}

describe("styles", () => {
  it("document/literal, wrapped", () => {
    const { style, input } = operationNamed(contractOf({}), "run");
    expect(style).toBe("document");
    expect(input).toMatchObject({
      use: "literal",
      parts: [{ element: { name: { local: "run" }, type: { kind: "complex" } } }],
    });
  });

  it("document/literal, bare", () => {
    const { input } = bound("document", `<soap:body use="literal"/>`, {
      schema: `<xs:element name="id" type="xs:int"/>`,
      messages: message("runIn", `<wsdl:part name="id" element="tns:id"/>`) + message("runOut", ""),
    });
    expect(input?.parts).toMatchObject([{ element: { type: { name: { local: "int" } } } }]);
  });

  it("rpc/literal", () => {
    const operation = bound("rpc", `<soap:body use="literal" namespace="urn:calls"/>`);
    expect(operation).toMatchObject({
      style: "rpc",
      input: { use: "literal", namespace: "urn:calls", parts: [{ name: "a" }, { name: "b" }] },
      output: { parts: [{ name: "c" }] },
    });
  });

  it("rpc/encoded", () => {
    const operation = bound(
      "rpc",
      `<soap:body use="encoded" namespace="urn:calls" encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"/>`,
    );
    expect(operation).toMatchObject({ style: "rpc", input: { use: "encoded" } });
  });

  it.each([
    ["rpc", '<soap:body use="literal" namespace="urn:calls"/>', []],
    ["document", '<soap:body use="literal"/>', []],
    [
      "rpc",
      '<soap:body use="literal"/>',
      ["The rpc operation run has a soap:body without a namespace"],
    ],
  ])("the namespace of rpc messages: %s, %s", (style, body, warnings) => {
    const contract = contractOf({
      messages: MESSAGES,
      binding: `<soap:binding transport="${HTTP_TRANSPORT}" style="${style}"/><wsdl:operation name="run">
        <wsdl:input>${body}</wsdl:input><wsdl:output>${body}</wsdl:output></wsdl:operation>`,
    });
    expect(contract.warnings).toMatchObject(
      warnings.map((message) => ({ message: expect.stringContaining(message) })),
    );
  });

  it("the style of an operation", () => {
    const contract = contractOf({
      binding: `<soap:binding transport="${HTTP_TRANSPORT}" style="document"/><wsdl:operation name="run">
        <soap:operation style="rpc" soapAction=""/><wsdl:input><soap:body use="literal"/></wsdl:input></wsdl:operation>`,
    });
    expect(operationNamed(contract, "run").style).toBe("rpc");
  });

  it("the parts of a soap:body", () => {
    const { input } = bound("rpc", `<soap:body use="literal" parts="b"/>`, {
      binding: `<soap:binding transport="${HTTP_TRANSPORT}" style="rpc"/><wsdl:operation name="run">
        <wsdl:input><soap:body use="literal" parts="b"/></wsdl:input><wsdl:output><soap:body use="literal"/></wsdl:output></wsdl:operation>`,
    });
    expect(input?.parts.map(({ name }) => name)).toEqual(["b"]);
  });

  it("all parts except those of headers for a soap:body that names no part of the message", () => {
    const extensions = `<soap:body use="literal" parts="body"/><soap:header message="tns:runIn" part="a" use="literal"/>`;
    const { input } = bound("document", extensions, {});
    expect(input?.headers.map(({ part }) => "name" in part && part.name)).toEqual(["a"]);
    expect(input?.parts.map(({ name }) => name)).toEqual(["b"]);
  });
});

describe("headers and attachments", () => {
  const schema = `<xs:element name="session" type="xs:string"/><xs:element name="expired" type="xs:string"/>`;
  const messages = `${MESSAGES}${message("head", `<wsdl:part name="s" element="tns:session"/><wsdl:part name="x" element="tns:expired"/>`)}`;
  const header = `<soap:body use="literal"/><soap:header message="tns:head" part="s" use="literal">
    <soap:headerfault message="tns:head" part="x" use="literal"/></soap:header>`;

  it("headers", () => {
    const { input } = bound("rpc", header, { schema, messages });
    expect(input?.headers).toMatchObject([
      { part: { element: { name: { local: "session" } } }, use: "literal" },
    ]);
    expect(input?.parts.map(({ name }) => name)).toEqual(["a", "b"]);
  });

  it("headers of messages without a prefix", () => {
    const bare = header.replaceAll('message="tns:', 'message="');
    const { input } = bound("rpc", bare, { schema, messages });
    expect(input?.headers).toMatchObject([
      {
        part: { element: { name: { local: "session" } } },
        faults: [{ element: { name: { local: "expired" } } }],
      },
    ]);
  });

  it("header faults", () => {
    const { input } = bound("rpc", header, { schema, messages });
    expect(input?.headers[0]?.faults).toMatchObject([{ element: { name: { local: "expired" } } }]);
  });

  it("headers from the message of the operation", () => {
    const { input } = bound(
      "rpc",
      `<soap:body use="literal"/><soap:header message="tns:runIn" part="b" use="literal"/>`,
      {
        messages: MESSAGES,
        portType: PORT_TYPE,
      },
    );
    expect(input?.headers.map(({ part }) => part.name)).toEqual(["b"]);
    expect(input?.parts.map(({ name }) => name)).toEqual(["a"]);
  });

  it("MIME parts as attachments", () => {
    const { input } = bound(
      "rpc",
      `<mime:multipartRelated><mime:part><soap:body parts="a" use="literal"/></mime:part>
        <mime:part><mime:content part="b" type="image/gif"/><mime:content part="b" type="image/png"/></mime:part></mime:multipartRelated>`,
      { messages: MESSAGES.replaceAll('name="c"', 'name="a"') },
    );
    expect(input?.parts.map(({ name }) => name)).toEqual(["a"]);
    expect(input?.attachments).toMatchObject([
      { part: { name: "b" }, mediaTypes: ["image/gif", "image/png"] },
    ]);
  });
});

describe("SOAP arrays", () => {
  const array = (
    type: string,
  ) => `<xs:complexType name="A"><xs:complexContent><xs:restriction base="soapenc:Array">
    <xs:attribute ref="soapenc:arrayType" wsdl:arrayType="${type}"/></xs:restriction></xs:complexContent></xs:complexType>`;

  it.each<[string, { given: string; ranks: readonly number[] }]>([
    ["arrays", { given: "xs:int[]", ranks: [1] }],
    ["arrays of several dimensions", { given: "xs:int[,]", ranks: [2] }],
    ["arrays of arrays", { given: "xs:int[][,]", ranks: [1, 2] }],
  ])("%s", (_, { given, ranks }) => {
    const { soapArray } = complexNamed(contractOf({ schema: array(given) }), "A");
    expect(soapArray).toMatchObject({ item: { name: { local: "int" } }, ranks });
  });

  it("arrays by their only element", () => {
    const contract = contractOf({
      schema: `<xs:complexType name="A"><xs:complexContent><xs:restriction base="soapenc:Array"><xs:sequence>
        <xs:element name="item" type="xs:int" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:restriction></xs:complexContent></xs:complexType>`,
    });
    expect(complexNamed(contract, "A").soapArray).toMatchObject({
      item: { name: { local: "int" } },
    });
  });

  it("types of the namespace of the encoding", () => {
    const contract = contractOf({
      messages: message("runIn", `<wsdl:part name="a" type="soapenc:string"/>`),
    });
    expect(operationNamed(contract, "run").input?.parts).toMatchObject([
      {
        type: {
          kind: "restriction",
          name: { namespace: "http://schemas.xmlsoap.org/soap/encoding/", local: "string" },
          base: { kind: "builtin", name: { local: "string" } },
        },
      },
    ]);
  });
});

describe("the Action of WS-Addressing", () => {
  const actionOf = (parts: WsdlParts) => portOf(parts).operations[0]?.addressingAction;
  const binding = (soapAction: string) =>
    `<soap:binding transport="${HTTP_TRANSPORT}"/><wsdl:operation name="run"><soap:operation soapAction="${soapAction}"/>
      <wsdl:input><soap:body use="literal"/></wsdl:input></wsdl:operation>`;

  it.each([
    ["2006/05/addressing/wsdl", "wsaw"],
    ["2007/05/addressing/metadata", "wsam"],
  ])("is an attribute of the input, of %s", (namespace, prefix) => {
    const portType = `<wsdl:operation name="run"><wsdl:input xmlns:${prefix}="http://www.w3.org/${namespace}" ${prefix}:Action="urn:test:Run" message="tns:runIn"/></wsdl:operation>`;
    expect(actionOf({ portType, binding: binding("urn:test/run") })).toBe("urn:test:Run");
  });

  it("is the SOAPAction, or is built from names if there is none", () => {
    expect(actionOf({ binding: binding("urn:test/run") })).toBe("urn:test/run");
    expect(actionOf({ binding: binding("") })).toBe("urn:test:PortType:run");
  });

  it("is built as in the example of the standard (WS-Addressing 1.0 Metadata §4.4.4)", () => {
    const text = `<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:t="http://example.com/stockquote"
      targetNamespace="http://example.com/stockquote"><message name="In"/><message name="Out"/>
      <portType name="StockQuotePortType"><operation name="GetLastTradePrice"><input message="t:In"/><output message="t:Out"/></operation></portType>
      <binding name="B" type="t:StockQuotePortType"><soap:binding transport="${HTTP_TRANSPORT}"/>
        <operation name="GetLastTradePrice"><soap:operation/><input><soap:body use="literal"/></input><output><soap:body use="literal"/></output></operation></binding>
      <service name="S"><port name="P" binding="t:B"><soap:address location="http://test.example.com/"/></port></service></definitions>`;
    const [port] = parseContract(text, "quotes.wsdl").services[0]?.ports ?? [];
    expect(port?.operations[0]?.addressingAction).toBe(
      "http://example.com/stockquote/StockQuotePortType/GetLastTradePriceRequest",
    );
  });
});
