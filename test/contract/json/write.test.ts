import { describe, expect, it } from "vitest";
import { contractJson } from "../../../src/contract/index.js";
import { parseContract } from "../../../src/wsdl/index.js";
import { ordersWsdl, replaced } from "../../wsdl/fixtures.js";
import { contractOf, TNS } from "../../wsdl/wsdl-text.js";

const element = (name: string, type = "xs:string", more = "") =>
  `<xs:element name="${name}" type="${type}" ${more}/>`;

/** The JSON of the type `T`. */
function typeJson(schema: string): unknown {
  return contractJson(contractOf({ schema }), "all").types[`{${TNS}}T`];
}

describe("services", () => {
  it("have ports, operations and messages; usual values are left out", () => {
    const { services } = contractJson(parseContract(ordersWsdl(), "orders.wsdl"));
    const part = (name: string) => ({ part: "parameters", element: `{urn:example:orders}${name}` });
    expect(services).toEqual([
      {
        service: "OrderService",
        ports: [
          {
            port: "OrdersSoap",
            protocol: "soap11",
            address: "http://orders.example.com/",
            binding: "{urn:example:orders}OrdersSoap",
            portType: "{urn:example:orders}Orders",
            operations: [
              {
                operation: "getOrder",
                action: "urn:example:orders/getOrder",
                documentation: "Gives an order.",
                input: { parts: [part("getOrder")] },
                output: { parts: [part("getOrderResponse")] },
              },
            ],
          },
        ],
      },
    ]);
  });

  it("refer to an earlier port with the same operations", () => {
    const both = replaced(
      ordersWsdl(),
      "</w:service>",
      `<w:port name="Mirror" binding="tns:OrdersSoap"/></w:service>`,
    );
    const [service] = contractJson(parseContract(both, "orders.wsdl")).services;
    expect(service?.ports[1]).toEqual({
      port: "Mirror",
      protocol: "soap11",
      address: "",
      binding: "{urn:example:orders}OrdersSoap",
      portType: "{urn:example:orders}Orders",
      sameOperationsAs: "OrdersSoap",
    });
  });

  it("distinguish overloaded operations by their input messages", () => {
    const message = (name: string) => `<wsdl:message name="${name}"/>`;
    const operation = (name: string, content = "") =>
      `<wsdl:operation name="run">${content}<wsdl:input name="${name}" message="tns:${name}"/></wsdl:operation>`;
    const bound = (name: string) =>
      `<wsdl:operation name="run"><wsdl:input name="${name}"><soap:body use="literal"/></wsdl:input></wsdl:operation>`;
    const contract = contractOf({
      messages: message("A") + message("B"),
      portType: operation("A") + operation("B"),
      binding: `<soap:binding/>${bound("A")}${bound("B")}`,
    });
    expect(contractJson(contract).services[0]?.ports[0]?.operations).toMatchObject([
      { operation: "run", overload: "A", pattern: "one-way" },
      { operation: "run", overload: "B", pattern: "one-way" },
    ]);
  });

  it("have addresses without credentials", () => {
    const text = replaced(
      ordersWsdl(),
      "http://orders.example.com/",
      "http://user:pw@orders.example.com/?token=1",
    );
    const [service] = contractJson(parseContract(text, "orders.wsdl")).services;
    expect(service?.ports[0]?.address).toBe("http://orders.example.com/");
  });
});

describe("types", () => {
  const complex = (content: string) => `<xs:complexType name="T">${content}</xs:complexType>`;
  const simple = (content: string) => `<xs:simpleType name="T">${content}</xs:simpleType>`;
  const a = { element: `{${TNS}}a`, type: "xs:string" };
  const b = { element: `{${TNS}}b`, type: "xs:string" };

  it.each<[string, string, unknown]>([
    ["an empty type", complex(""), {}],
    [
      "a sequence",
      complex(
        `<xs:sequence>${element("a")}${element("b", "xs:string", 'minOccurs="0" nillable="1"')}</xs:sequence>`,
      ),
      { sequence: [a, { ...b, minOccurs: 0, nillable: true }] },
    ],
    [
      "groups without a meaning",
      complex(
        `<xs:sequence><xs:sequence>${element("a")}</xs:sequence><xs:choice>${element("b")}</xs:choice><xs:sequence/></xs:sequence>`,
      ),
      { sequence: [a, b] },
    ],
    [
      "particles that can't occur",
      complex(
        `<xs:sequence>${element("a", "xs:string", 'minOccurs="0" maxOccurs="0"')}${element("b")}</xs:sequence>`,
      ),
      { sequence: [b] },
    ],
    [
      "a repeated choice",
      complex(`<xs:choice maxOccurs="unbounded">${element("a")}${element("b")}</xs:choice>`),
      { choice: [a, b], maxOccurs: "unbounded" },
    ],
    [
      "wildcards",
      complex(
        `<xs:sequence><xs:any namespace="##other" processContents="lax"/></xs:sequence><xs:anyAttribute/>`,
      ),
      {
        sequence: [{ any: `##other than ${TNS}`, processContents: "lax" }],
        anyAttribute: { any: "##any" },
      },
    ],
    [
      "simple content",
      complex(
        `<xs:simpleContent><xs:extension base="xs:int"><xs:attribute name="u" use="required" type="xs:string"/></xs:extension></xs:simpleContent>`,
      ),
      { text: "xs:int", attributes: [{ attribute: "u", type: "xs:string", required: true }] },
    ],
    [
      "an enumeration",
      simple(
        `<xs:restriction base="xs:string"><xs:enumeration value="x"><xs:annotation><xs:documentation>X.</xs:documentation></xs:annotation></xs:enumeration><xs:enumeration value="y"/></xs:restriction>`,
      ),
      { enumeration: ["x", "y"], valueDocumentation: { x: "X." } },
    ],
    [
      "facets",
      simple(
        `<xs:restriction base="xs:string"><xs:pattern value="a"/><xs:maxLength value="2"/><xs:pattern value="b"/></xs:restriction>`,
      ),
      { restriction: "xs:string", facets: { pattern: ["a", "b"], maxLength: ["2"] } },
    ],
    ["a list", simple(`<xs:list itemType="xs:int"/>`), { list: "xs:int" }],
    [
      "a union",
      simple(
        `<xs:union memberTypes="xs:int"><xs:simpleType><xs:list itemType="xs:int"/></xs:simpleType></xs:union>`,
      ),
      { union: ["xs:int", { list: "xs:int" }] },
    ],
    [
      "a SOAP array",
      complex(
        `<xs:complexContent><xs:restriction base="soapenc:Array"><xs:attribute ref="soapenc:arrayType" wsdl:arrayType="xs:int[,]"/></xs:restriction></xs:complexContent>`,
      ),
      {
        arrayOf: "xs:int",
        ranks: [2],
        attributes: [
          { attribute: "{http://schemas.xmlsoap.org/soap/encoding/}arrayType", type: "xs:string" },
        ],
      },
    ],
  ])("%s", (_, schema, want) => {
    expect(typeJson(schema)).toEqual(want);
  });

  it("are only those that operations use, unless all are included", () => {
    const contract = contractOf({ schema: complex("") });
    expect(contractJson(contract).types).toEqual({});
    expect(Object.keys(contractJson(contract, "all").types)).toEqual([`{${TNS}}T`]);
  });
});
