import { describe, expect, it } from "vitest";
import { parseContract, WsdlError } from "../../src/wsdl/index.js";
import { ordersWsdl, replaced, TNS } from "./fixtures.js";

const orders = ordersWsdl();

function failure(text: string): WsdlError {
  try {
    parseContract(text, "orders.wsdl");
  } catch (error) {
    if (error instanceof WsdlError) return error;
    throw error;
  }
  throw new Error("It was read without an error.");
}

describe("parseContract", () => {
  it("reads service, port, operation and messages", () => {
    const { services, targetNamespace } = parseContract(orders, "orders.wsdl");
    expect(targetNamespace).toBe(TNS);
    expect(services).toMatchObject([
      {
        name: "OrderService",
        ports: [
          {
            name: "OrdersSoap",
            protocol: "soap11",
            address: "http://orders.example.com/",
            operations: [
              {
                name: "getOrder",
                documentation: "Gives an order.",
                action: "urn:example:orders/getOrder",
                input: {
                  parts: [
                    {
                      name: "parameters",
                      element: { name: { namespace: TNS, local: "getOrder" } },
                    },
                  ],
                },
              },
            ],
          },
        ],
      },
    ]);
  });

  it("resolves types, those that hold themselves among them, with occurrence, nil and place", () => {
    const [part] =
      parseContract(orders, "orders.wsdl").services[0]?.ports[0]?.operations[0]?.output.parts ?? [];
    const response = part !== undefined && "element" in part ? part.element.type : undefined;
    expect(response).toMatchObject({
      kind: "complex",
      elements: [
        {
          name: { local: "getOrderResult" },
          minOccurs: 1,
          type: { kind: "enumeration", values: ["getOrder_OK", "getOrder_Error"] },
        },
        {
          name: { local: "oOrder" },
          minOccurs: 0,
          type: { kind: "complex", documentation: "An order." },
          location: { file: "orders.wsdl", line: 12, column: 9 },
        },
        {
          name: { local: "aLines" },
          type: { elements: [{ maxOccurs: "unbounded", nillable: true }] },
        },
      ],
    });
    const order = response?.kind === "complex" ? response.elements[1]?.type : undefined;
    const parent = order?.kind === "complex" ? order.elements[2]?.type : undefined;
    expect(parent).toBe(order);
  });

  it("takes a prefix that is declared on the very element that uses it", () => {
    const inline = replaced(orders, 'type="tns:ORDER"', `type="q1:ORDER" xmlns:q1="${TNS}"`);
    expect(() => parseContract(inline, "orders.wsdl")).not.toThrow();
  });

  it("leaves unqualified elements without a namespace", () => {
    const contract = parseContract(
      replaced(orders, ' elementFormDefault="qualified"', ""),
      "orders.wsdl",
    );
    const [part] = contract.services[0]?.ports[0]?.operations[0]?.input.parts ?? [];
    const type = part !== undefined && "element" in part ? part.element.type : undefined;
    expect(type?.kind === "complex" && type.elements[0]?.name.namespace).toBe("");
  });

  it("reads character references in documentation as XML has them", () => {
    const text = replaced(orders, "Gives an order.", "A &#38; B &amp;lt; &#x2713;");
    const { documentation } = parseContract(text, "o").services[0]?.ports[0]?.operations[0] ?? {};
    expect(documentation).toBe("A & B &lt; ✓");
  });

  it.each<[string, string, string, RegExp]>([
    ["nothing", " ", "NOT_WSDL", /orders\.wsdl is empty/],
    ["no XML", "hello", "MALFORMED_XML", /orders\.wsdl:1:1/],
    [
      "crossed tags",
      replaced(orders, "</w:types>", "</w:type>"),
      "MALFORMED_XML",
      /orders\.wsdl:\d+:\d+: .*types/,
    ],
    [
      "an undeclared prefix",
      replaced(orders, "<w:types>", "<x:types>").replace("</w:types>", "</x:types>"),
      "MALFORMED_XML",
      /prefix "x" of <x:types> is not declared/,
    ],
    [
      "a document type",
      `<!DOCTYPE x>${orders.slice(orders.indexOf("<w:"))}`,
      "MALFORMED_XML",
      /orders\.wsdl:1:1: A document type/,
    ],
    ["a page", "<html><body/></html>", "NOT_WSDL", /HTML page, a sign-in page perhaps/],
    ["another document", '<feed xmlns="urn:x"/>', "NOT_WSDL", /is <feed>, no WSDL/],
    ["WSDL 2.0", '<description xmlns="http://www.w3.org/ns/wsdl"/>', "UNSUPPORTED", /WSDL 2\.0/],
    [
      "a type that isn't there",
      replaced(orders, 'type="tns:ORDER"', 'type="tns:ODER"'),
      "INVALID",
      /orders\.wsdl:12:9: There is no type \{urn:example:orders\}ODER\. Was \{urn:example:orders\}ORDER meant\?/,
    ],
    [
      "an element that isn't there",
      replaced(orders, 'element="tns:getOrder"/>', 'element="tns:getOrders"/>'),
      "INVALID",
      /no element .*getOrders\. Was .*getOrder meant/,
    ],
    [
      "a message that isn't there",
      replaced(orders, 'message="tns:getOrderOut"', 'message="tns:Out"'),
      "INVALID",
      /There is no message/,
    ],
    [
      "a port type that isn't there",
      replaced(orders, 'type="tns:Orders"', 'type="tns:Order"'),
      "INVALID",
      /no port type .*Was .*Orders meant/,
    ],
    [
      "a binding that isn't there",
      replaced(orders, 'binding="tns:OrdersSoap"', 'binding="tns:Soap"'),
      "INVALID",
      /no binding/,
    ],
    [
      "an operation that isn't there",
      replaced(
        orders,
        '<w:operation name="getOrder">\n      <soap',
        '<w:operation name="getOrdr">\n      <soap',
      ),
      "INVALID",
      /no operation getOrdr\. Was getOrder meant/,
    ],
    [
      "an undeclared prefix of a type",
      replaced(orders, 'type="tns:ORDER"', 'type="x:ORDER"'),
      "INVALID",
      /prefix of "x:ORDER" is not declared/,
    ],
    [
      "a type declared twice",
      replaced(orders, 'name="LINE">', 'name="ORDER">'),
      "INVALID",
      /ORDER is declared twice/,
    ],
    [
      "a built-in type that isn't one",
      replaced(orders, "s:decimal", "s:decimals"),
      "UNSUPPORTED",
      /xs:decimals .*Was xs:decimal meant/,
    ],
    [
      "a choice",
      replaced(
        orders,
        /<s:sequence>\s*<s:element name="dPrice"/,
        '<s:choice/><s:sequence><s:element name="dPrice"',
      ),
      "UNSUPPORTED",
      /orders\.wsdl:26:34: xs:choice/,
    ],
    [
      "an attribute",
      replaced(
        orders,
        "</s:sequence></s:complexType>\n    </s:schema>",
        '</s:sequence><s:attribute name="a"/></s:complexType></s:schema>',
      ),
      "UNSUPPORTED",
      /xs:attribute/,
    ],
    ["rpc", replaced(orders, 'style="document"', 'style="rpc"'), "UNSUPPORTED", /style "rpc"/],
    ["encoded", replaced(orders, 'use="literal"', 'use="encoded"'), "UNSUPPORTED", /use="encoded"/],
    [
      "a header",
      replaced(
        orders,
        '<soap:body use="literal"/>',
        '<soap:body use="literal"/><soap:header use="literal"/>',
      ),
      "UNSUPPORTED",
      /header in a SOAP binding/,
    ],
    [
      "an import",
      replaced(orders, "<w:types>", '<w:import location="x"/><w:types>'),
      "UNSUPPORTED",
      /wsdl:import/,
    ],
    [
      "a schema import",
      replaced(
        orders,
        '<s:element name="getOrder">',
        '<s:import schemaLocation="x.xsd"/><s:element name="getOrder">',
      ),
      "UNSUPPORTED",
      /xs:import/,
    ],
    [
      "an overloaded operation",
      replaced(orders, /(<w:operation name="getOrder">\s*<w:doc[\s\S]*?<\/w:operation>)/, "$1$1"),
      "UNSUPPORTED",
      /overloaded/,
    ],
    ["no service", replaced(orders, /<w:service[\s\S]*<\/w:service>/, ""), "INVALID", /no service/],
  ])("says what is wrong with %s, and where", (_, text, code, message) => {
    const error = failure(text);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
  });

  it("tells all faults at once", () => {
    const text = replaced(
      replaced(orders, 'type="tns:ORDER"', 'type="tns:A"'),
      "tns:ArrayOfLINE",
      "tns:B",
    );
    expect(failure(text).faults.map(({ message }) => message)).toEqual([
      expect.stringContaining("}A."),
      expect.stringContaining("}B."),
    ]);
  });
});
