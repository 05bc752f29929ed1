import { describe, expect, it } from "vitest";
import {
  type ComplexDefinition,
  type ElementParticle,
  type Message,
  summarize,
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

/** The type of the one element that a message holds. */
function contentOf(message: Message | undefined): ComplexDefinition {
  const [part] = message?.parts ?? [];
  const type = part !== undefined && "element" in part ? part.element.type : undefined;
  if (type?.kind !== "complex") throw new Error("The message holds no complex type.");
  return type;
}

/** The elements of a type that is a sequence. */
function elementsOf({ content }: ComplexDefinition): readonly ElementParticle[] {
  if (content?.kind !== "sequence") throw new Error("The type is no sequence.");
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

  it("resolves types, those that hold themselves among them, with occurrence, nil and place", () => {
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

  it("takes names without prefixes for the target namespace's, where there is no default one", () => {
    const bare = replaced(
      orders,
      /((?:element|message|binding|type)=")tns:(?=getOrder(?!Ret)|Orders)/g,
      "$1",
    );
    expect(summarize(parseContract(bare, "orders.wsdl"))).toEqual(
      summarize(parseContract(orders, "orders.wsdl")),
    );
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
    const type = contentOf(contract.services[0]?.ports[0]?.operations[0]?.input);
    expect(elementsOf(type)[0]?.element.name.namespace).toBe("");
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
      "an entity that is not declared",
      replaced(orders, "An order.", "An &order;"),
      "MALFORMED_XML",
      /orders\.wsdl:18:\d+: The entity &order; is not declared/,
    ],
    [
      "an entity that is made of others",
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
    ["a page", "<html><body/></html>", "NOT_WSDL", /HTML page, a sign-in page perhaps/],
    ["another document", '<feed xmlns="urn:x"/>', "NOT_WSDL", /is <feed> of urn:x, no WSDL/],
    [
      "a name of another namespace",
      replaced(orders, 'type="tns:ORDER"', 'type="s:ORDER"'),
      "INVALID",
      /no type \{http:\S+XMLSchema\}ORDER\. Was \{urn:example:orders\}ORDER meant\?/,
    ],
    [
      "two letters in each other's place",
      replaced(orders, 'name="iOrder" type="s:int"', 'name="iOrder" type="s:itn"'),
      "INVALID",
      /Was \{http:\S+XMLSchema\}int meant\?/,
    ],
    [
      "a group in itself, told once",
      replaced(
        orders,
        '<s:complexType name="LINE">',
        `<s:group name="G"><s:sequence><s:group ref="tns:G"/></s:sequence></s:group>
         <s:complexType name="A"><s:group ref="tns:G"/></s:complexType>
         <s:complexType name="B"><s:group ref="tns:G"/></s:complexType><s:complexType name="LINE">`,
      ),
      "INVALID",
      /^\S+ The group tns:G holds itself\.$/,
    ],
    [
      "a misspelt namespace",
      replaced(orders, "xmlsoap.org/wsdl/", "xmlsoap.org/wsdl"),
      "NOT_WSDL",
      /<definitions> of http:\S+\/wsdl, no WSDL: its root would be <definitions> of http:\S+\/wsdl\/\./,
    ],
    [
      "simple types in a circle",
      replaced(
        orders,
        '<s:complexType name="LINE">',
        `<s:simpleType name="A"><s:list itemType="tns:B"/></s:simpleType>
         <s:simpleType name="B"><s:union memberTypes="s:int tns:A"/></s:simpleType><s:complexType name="LINE">`,
      ),
      "INVALID",
      /:\d+:\d+: The type \{urn:example:orders\}A is made of itself: A, B, A\./,
    ],
    [
      "complex types in a circle",
      replaced(
        orders,
        '<s:complexType name="LINE">',
        `<s:complexType name="A"><s:complexContent><s:extension base="tns:A"/></s:complexContent></s:complexType>
         <s:complexType name="LINE">`,
      ),
      "INVALID",
      /The type \{urn:example:orders\}A is made of itself: A, A\./,
    ],
    [
      "substitution groups in a circle",
      replaced(
        orders,
        '<s:complexType name="LINE">',
        `<s:element name="a" substitutionGroup="tns:b"/><s:element name="b" substitutionGroup="tns:a"/>
         <s:complexType name="LINE">`,
      ),
      "INVALID",
      /The substitution group of this element leads back to it\./,
    ],
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
      "an undeclared prefix of a type",
      replaced(orders, 'type="tns:ORDER"', 'type="x:ORDER"'),
      "INVALID",
      /prefix of "x:ORDER" is not declared/,
    ],
    [
      "a type declared twice",
      replaced(orders, 'name="LINE">', 'name="ORDER">'),
      "INVALID",
      /The type \{urn:example:orders\}ORDER is declared otherwise at orders\.wsdl:18/,
    ],
    [
      "a built-in type that isn't one",
      replaced(orders, "s:decimal", "s:decimals"),
      "INVALID",
      /no type .*decimals\. Was .*decimal meant/,
    ],
    [
      "an element of a group that holds itself",
      replaced(
        orders,
        '<s:element name="getOrder">',
        '<s:group name="G"><s:sequence><s:group ref="tns:G"/></s:sequence></s:group><s:complexType name="C"><s:group ref="tns:G"/></s:complexType><s:element name="getOrder">',
      ),
      "INVALID",
      /The group tns:G holds itself/,
    ],
    [
      "a number of occurrences",
      replaced(orders, 'maxOccurs="unbounded"', 'maxOccurs="many"'),
      "INVALID",
      /maxOccurs="many" is no number/,
    ],
    [
      "what has no place in a schema",
      replaced(orders, '<s:element name="getOrder">', '<s:elment/><s:element name="getOrder">'),
      "INVALID",
      /xs:elment has no place in a schema/,
    ],
    [
      "an import of a text alone",
      replaced(orders, "<w:types>", '<w:import location="x.wsdl"/><w:types>'),
      "INVALID",
      /x\.wsdl can't be followed from a text alone/,
    ],
    [
      "an include of a text alone",
      replaced(
        orders,
        '<s:element name="getOrder">',
        '<s:include schemaLocation="x.xsd"/><s:element name="getOrder">',
      ),
      "INVALID",
      /x\.xsd can't be followed from a text alone/,
    ],
    [
      "a service without a port that can be spoken to",
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
  ])("says what is wrong with %s, and where", (_, text, code, message) => {
    const error = failure(text);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
  });

  it("puts entities that stand for a text in their places", () => {
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
      /The operation getOrdr is left out.*Was getOrder meant/,
    ],
    [
      "a header without a message",
      replaced(
        orders,
        '<soap:body use="literal"/>',
        '<soap:body use="literal"/><soap:header use="literal" message="tns:Gone" part="h"/>',
      ),
      /soap:header is left out: there is no message tns:Gone/,
    ],
    [
      "a part that the message does not have",
      replaced(orders, '<soap:body use="literal"/>', '<soap:body use="literal" parts="gone"/>'),
      /The part gone is passed over: the message getOrderIn has only parameters/,
    ],
  ])("takes the rest of a WSDL with %s, and says so", (_, text, message) => {
    const { notices, services } = parseContract(text, "orders.wsdl");
    expect(notices.map((notice) => notice.message)).toEqual([expect.stringMatching(message)]);
    expect(services[0]?.ports[0]?.operations).toMatchObject([
      { name: "getOrder", input: { parts: [{ name: "parameters" }] } },
    ]);
  });

  it("offers the bindings of a WSDL that has no service", () => {
    const text = replaced(orders, /<w:service[\s\S]*<\/w:service>/, "");
    expect(parseContract(text, "orders.wsdl").services).toMatchObject([
      { name: "Orders", ports: [{ name: "OrdersSoap", address: "" }] },
    ]);
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
