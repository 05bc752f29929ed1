import { describe, expect, it } from "vitest";
import {
  type ComplexDefinition,
  contractJson,
  type ElementParticle,
  type Message,
} from "../../src/contract/index.js";
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

/** The type of the only element in a message. */
function contentOf(message: Message | undefined): ComplexDefinition {
  const [part] = message?.parts ?? [];
  const type = part !== undefined && "element" in part ? part.element.type : undefined;
  if (type?.kind !== "complex") throw new Error("The message has no complex type.");
  return type;
}

/** The elements of a type that is a sequence. */
function elementsOf({ content }: ComplexDefinition): readonly ElementParticle[] {
  if (content?.kind !== "sequence") throw new Error("The type is not a sequence.");
  return content.particles.filter((particle) => particle.kind === "element");
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

  it("resolves types, including those that contain themselves, with occurrence, nil and location", () => {
    const [operation] =
      parseContract(orders, "orders.wsdl").services[0]?.ports[0]?.operations ?? [];
    const [result, order, lines] = elementsOf(contentOf(operation?.output));
    expect(result).toMatchObject({
      minOccurs: 1,
      element: {
        name: { local: "getOrderResult" },
        type: {
          kind: "enumeration",
          values: [{ value: "getOrder_OK" }, { value: "getOrder_Error" }],
        },
      },
    });
    expect(order).toMatchObject({
      minOccurs: 0,
      element: { name: { local: "oOrder" }, type: { kind: "complex", documentation: "An order." } },
      location: { file: "orders.wsdl", line: 12, column: 9 },
    });
    expect(lines?.element.type).toMatchObject({
      content: { particles: [{ maxOccurs: "unbounded", element: { nillable: true } }] },
    });
    const type = order?.element.type;
    const parent = type?.kind === "complex" ? elementsOf(type)[2] : undefined;
    expect(parent?.element.type).toBe(type);
  });

  it("resolves names without prefixes in the target namespace if there is no default namespace", () => {
    const bare = replaced(
      orders,
      /((?:element|message|binding|type)=")tns:(?=getOrder(?!Ret)|Orders)/g,
      "$1",
    );
    expect(contractJson(parseContract(bare, "orders.wsdl"))).toEqual(
      contractJson(parseContract(orders, "orders.wsdl")),
    );
  });

  it("resolves a prefix that the same element declares", () => {
    const inline = replaced(orders, 'type="tns:ORDER"', `type="q1:ORDER" xmlns:q1="${TNS}"`);
    expect(() => parseContract(inline, "orders.wsdl")).not.toThrow();
  });

  it("leaves unqualified elements without a namespace", () => {
    const contract = parseContract(
      replaced(orders, ' elementFormDefault="qualified"', ""),
      "orders.wsdl",
    );
    const type = contentOf(contract.services[0]?.ports[0]?.operations[0]?.input);
    expect(elementsOf(type)[0]?.element.name.namespace).toBe("");
  });

  it("reads character references in documentation", () => {
    const text = replaced(orders, "Gives an order.", "A &#38; B &amp;lt; &#x2713;");
    const { documentation } = parseContract(text, "o").services[0]?.ports[0]?.operations[0] ?? {};
    expect(documentation).toBe("A & B &lt; ✓");
  });

  it.each<[string, string, string, RegExp]>([
    ["an empty document", " ", "NOT_WSDL", /orders\.wsdl is empty/],
    ["a text that is not XML", "hello", "MALFORMED_XML", /orders\.wsdl:1:1/],
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
      "an entity that is not declared",
      replaced(orders, "An order.", "An &order;"),
      "MALFORMED_XML",
      /orders\.wsdl:18:\d+: The entity &order; is not declared/,
    ],
    [
      "an entity that consists of others",
      `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${replaced(orders.slice(orders.indexOf("<w:")), "An order.", "&b;")}`,
      "MALFORMED_XML",
      /The entity &b; is not declared/,
    ],
    [
      "an entity of another file",
      `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${replaced(orders.slice(orders.indexOf("<w:")), "An order.", "&a;")}`,
      "MALFORMED_XML",
      /The entity &a; is not declared/,
    ],
    [
      "an HTML page",
      "<html><body/></html>",
      "NOT_WSDL",
      /orders\.wsdl is an HTML page, perhaps for signing in\./,
    ],
    [
      "another document",
      '<feed xmlns="urn:x"/>',
      "NOT_WSDL",
      /orders\.wsdl is a document with the root <feed> of urn:x\./,
    ],
    [
      "a name of another namespace",
      replaced(orders, 'type="tns:ORDER"', 'type="s:ORDER"'),
      "INVALID",
      /no type \{http:\S+XMLSchema\}ORDER\. Did you mean \{urn:example:orders\}ORDER\?/,
    ],
    [
      "two transposed letters",
      replaced(orders, 'name="iOrder" type="s:int"', 'name="iOrder" type="s:itn"'),
      "INVALID",
      /Did you mean \{http:\S+XMLSchema\}int\?/,
    ],
    [
      "a group in itself, reported once",
      replaced(
        orders,
        '<s:complexType name="LINE">',
        `<s:group name="G"><s:sequence><s:group ref="tns:G"/></s:sequence></s:group>
         <s:complexType name="A"><s:group ref="tns:G"/></s:complexType>
         <s:complexType name="B"><s:group ref="tns:G"/></s:complexType><s:complexType name="LINE">`,
      ),
      "INVALID",
      /^\S+ The group tns:G contains itself\. Remove this reference\.$/,
    ],
    [
      "a misspelled namespace",
      replaced(orders, "xmlsoap.org/wsdl/", "xmlsoap.org/wsdl"),
      "NOT_WSDL",
      /<definitions> of http:\S+\/wsdl\. The root of a WSDL is <definitions> of http:\S+\/wsdl\/\./,
    ],
    [
      "circular simple types",
      replaced(
        orders,
        '<s:complexType name="LINE">',
        `<s:simpleType name="A"><s:list itemType="tns:B"/></s:simpleType>
         <s:simpleType name="B"><s:union memberTypes="s:int tns:A"/></s:simpleType><s:complexType name="LINE">`,
      ),
      "INVALID",
      /:\d+:\d+: The type \{urn:example:orders\}A is defined by itself: A, B, A\./,
    ],
    [
      "circular complex types",
      replaced(
        orders,
        '<s:complexType name="LINE">',
        `<s:complexType name="A"><s:complexContent><s:extension base="tns:A"/></s:complexContent></s:complexType>
         <s:complexType name="LINE">`,
      ),
      "INVALID",
      /The type \{urn:example:orders\}A is defined by itself: A, A\./,
    ],
    [
      "circular substitution groups",
      replaced(
        orders,
        '<s:complexType name="LINE">',
        `<s:element name="a" substitutionGroup="tns:b"/><s:element name="b" substitutionGroup="tns:a"/>
         <s:complexType name="LINE">`,
      ),
      "INVALID",
      /The substitution group of this element leads back to the element\./,
    ],
    ["WSDL 2.0", '<description xmlns="http://www.w3.org/ns/wsdl"/>', "UNSUPPORTED", /WSDL 2\.0/],
    [
      "a type that does not exist",
      replaced(orders, 'type="tns:ORDER"', 'type="tns:ODER"'),
      "INVALID",
      /orders\.wsdl:12:9: There is no type \{urn:example:orders\}ODER\. Did you mean \{urn:example:orders\}ORDER\?/,
    ],
    [
      "an element that does not exist",
      replaced(orders, 'element="tns:getOrder"/>', 'element="tns:getOrders"/>'),
      "INVALID",
      /no element .*getOrders\. Did you mean .*getOrder\?/,
    ],
    [
      "a message that does not exist",
      replaced(orders, 'message="tns:getOrderOut"', 'message="tns:Out"'),
      "INVALID",
      /There is no message \{urn:example:orders\}Out\. Check the name, or import the document/,
    ],
    [
      "a port type that does not exist",
      replaced(orders, 'type="tns:Orders"', 'type="tns:Order"'),
      "INVALID",
      /no port type .*Did you mean .*Orders\?/,
    ],
    [
      "a binding that does not exist",
      replaced(orders, 'binding="tns:OrdersSoap"', 'binding="tns:Soap"'),
      "INVALID",
      /no binding/,
    ],
    [
      "an undeclared prefix of a type",
      replaced(orders, 'type="tns:ORDER"', 'type="x:ORDER"'),
      "INVALID",
      /The prefix of "x:ORDER" is not declared\. Declare it with xmlns:x\./,
    ],
    [
      "a type declared twice",
      replaced(orders, 'name="LINE">', 'name="ORDER">'),
      "INVALID",
      /The type \{urn:example:orders\}ORDER has another declaration at orders\.wsdl:18/,
    ],
    [
      "a misspelled built-in type",
      replaced(orders, "s:decimal", "s:decimals"),
      "INVALID",
      /no type .*decimals\. Did you mean .*decimal\?/,
    ],
    [
      "a type with a group that contains itself",
      replaced(
        orders,
        '<s:element name="getOrder">',
        '<s:group name="G"><s:sequence><s:group ref="tns:G"/></s:sequence></s:group><s:complexType name="C"><s:group ref="tns:G"/></s:complexType><s:element name="getOrder">',
      ),
      "INVALID",
      /The group tns:G contains itself/,
    ],
    [
      "an invalid number of occurrences",
      replaced(orders, 'maxOccurs="unbounded"', 'maxOccurs="many"'),
      "INVALID",
      /maxOccurs="many" is not a number\. Use a whole number or "unbounded"\./,
    ],
    [
      "an unknown child of a schema",
      replaced(orders, '<s:element name="getOrder">', '<s:elment/><s:element name="getOrder">'),
      "INVALID",
      /xs:elment is not allowed as a child of xs:schema/,
    ],
    [
      "an import of a text alone",
      replaced(orders, "<w:types>", '<w:import location="x.wsdl"/><w:types>'),
      "INVALID",
      /x\.wsdl is not read, because the WSDL was given as a text/,
    ],
    [
      "an include of a text alone",
      replaced(
        orders,
        '<s:element name="getOrder">',
        '<s:include schemaLocation="x.xsd"/><s:element name="getOrder">',
      ),
      "INVALID",
      /x\.xsd is not read, because the WSDL was given as a text/,
    ],
    [
      "a service without a supported port",
      replaced(orders, /<soap:binding [^>]*>/, ""),
      "UNSUPPORTED",
      /The port OrdersSoap: a binding that is neither SOAP nor HTTP .* is not supported/,
    ],
    [
      "no service and no binding",
      replaced(
        replaced(orders, /<w:service[\s\S]*<\/w:service>/, ""),
        /<w:binding[\s\S]*<\/w:binding>/,
        "",
      ),
      "INVALID",
      /no service and no binding/,
    ],
  ])("reports %s with its location", (_, text, code, message) => {
    const error = failure(text);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
  });

  it("replaces entities with a text", () => {
    const text = `<!DOCTYPE x [<!-- ]> --><!ENTITY who "An 'order' of &#39;ours&#39;"><!ENTITY ns "urn:x">]>${replaced(orders.slice(orders.indexOf("<w:")), "Gives an order.", "&ns;")}`;
    const { documentation } = parseContract(text, "o").services[0]?.ports[0]?.operations[0] ?? {};
    expect(documentation).toBe("urn:x");
  });

  it.each<[string, string, RegExp]>([
    [
      "an operation that the port type does not have",
      replaced(
        orders,
        /(<w:operation name="getOrder">\s*<soap[\s\S]*?<\/w:operation>)/,
        (found) => found + found.replace("getOrder", "getOrdr"),
      ),
      /The operation getOrdr is ignored: .*Did you mean getOrder\?/,
    ],
    [
      "a header without a message",
      replaced(
        orders,
        '<soap:body use="literal"/>',
        '<soap:body use="literal"/><soap:header use="literal" message="tns:Gone" part="h"/>',
      ),
      /soap:header is ignored\. There is no message \{urn:example:orders\}Gone\./,
    ],
    [
      "a part that the message does not have",
      replaced(orders, '<soap:body use="literal"/>', '<soap:body use="literal" parts="gone"/>'),
      /The part gone is ignored: the message getOrderIn has only parameters/,
    ],
    [
      "a pattern that is not valid",
      replaced(
        orders,
        "</s:schema>",
        '<s:simpleType name="P"><s:restriction base="s:string"><s:pattern value="a(b"/></s:restriction></s:simpleType></s:schema>',
      ),
      /^The pattern "a\(b" is not valid at character 4: "\)" is missing\. It is not checked\.$/,
    ],
  ])("reads the rest of a WSDL with %s, and warns", (_, text, message) => {
    const { warnings, services } = parseContract(text, "orders.wsdl");
    expect(warnings.map((warning) => warning.message)).toEqual([expect.stringMatching(message)]);
    expect(services[0]?.ports[0]?.operations).toMatchObject([
      { name: "getOrder", input: { parts: [{ name: "parameters" }] } },
    ]);
  });

  it("reads the bindings of a WSDL without a service as a service", () => {
    const text = replaced(orders, /<w:service[\s\S]*<\/w:service>/, "");
    expect(parseContract(text, "orders.wsdl").services).toMatchObject([
      { name: "Orders", ports: [{ name: "OrdersSoap", address: "" }] },
    ]);
  });

  it("reports all problems at once", () => {
    const text = replaced(
      replaced(orders, 'type="tns:ORDER"', 'type="tns:A"'),
      "tns:ArrayOfLINE",
      "tns:B",
    );
    expect(failure(text).diagnostics.map(({ message }) => message)).toEqual([
      expect.stringContaining("}A."),
      expect.stringContaining("}B."),
    ]);
  });
});
