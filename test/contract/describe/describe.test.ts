import { describe, expect, it } from "vitest";
import {
  describeContract,
  type LinesOptions,
  linesOf,
  partOf,
} from "../../../src/contract/describe/index.js";
import type { ContractJson } from "../../../src/contract/index.js";
import { parseContract } from "../../../src/wsdl/index.js";
import { ordersWsdl, replaced } from "../../wsdl/fixtures.js";
import { contractOf, TNS, type WsdlParts } from "../../wsdl/wsdl-text.js";

const element = (name: string, type = "xs:string", more = "") =>
  `<xs:element name="${name}" type="${type}" ${more}/>`;

function textOf(contract: ContractJson, options: Partial<LinesOptions> = {}): string {
  const lines = linesOf(contract, { width: 100, ...options });
  return lines.map((line) => line.map(({ text }) => text).join("")).join("\n");
}

/** The lines of the types. */
function typesOf(schema: string, width = 100): string[] {
  const text = textOf(describeContract(contractOf({ schema })), { width });
  return text.slice(text.indexOf("\nTypes\n") + 7).split("\n");
}

describe("an ASMX service", () => {
  const orders = parseContract(ordersWsdl(), "orders.wsdl");

  it("as text", () => {
    expect(textOf(describeContract(orders))).toBe(`orders.wsdl

Prefixes
  tns  urn:example:orders  left out below
  xs   http://www.w3.org/2001/XMLSchema

Service OrderService

  port OrdersSoap  SOAP 1.1  http://orders.example.com/  binding OrdersSoap

    getOrder(iOrder: xs:int, sAuthCode?: xs:string) ->
        getOrderResult: getOrderRet,
        oOrder?: ORDER,
        aLines?: ArrayOfLINE
        Gives an order.
        action urn:example:orders/getOrder

Types
  ArrayOfLINE { LINE*: LINE nillable }
  getOrderRet = "getOrder_OK" | "getOrder_Error"
  LINE { dPrice: xs:decimal, lCount: xs:long }
  ORDER { iID: xs:int, dPlaced: xs:dateTime nillable, oParent?: ORDER }
      An order.`);
  });

  it("as JSON", () => {
    const description = describeContract(orders);
    const parsed: unknown = JSON.parse(JSON.stringify(description));
    expect(parsed).toEqual(description);
    expect(description).toMatchObject({
      format: 3,
      source: "orders.wsdl",
      services: [
        {
          service: "OrderService",
          ports: [
            {
              port: "OrdersSoap",
              protocol: "soap11",
              binding: "{urn:example:orders}OrdersSoap",
              operations: [
                {
                  operation: "getOrder",
                  action: "urn:example:orders/getOrder",
                  input: {
                    parts: [{ part: "parameters", element: "{urn:example:orders}getOrder" }],
                  },
                },
              ],
            },
          ],
        },
      ],
      elements: {
        "{urn:example:orders}getOrder": {
          type: {
            sequence: [
              { element: "{urn:example:orders}iOrder", type: "xs:int" },
              { element: "{urn:example:orders}sAuthCode", type: "xs:string", minOccurs: 0 },
            ],
          },
        },
      },
      types: {
        "{urn:example:orders}LINE": { sequence: [{}, {}] },
        "{urn:example:orders}getOrderRet": { enumeration: ["getOrder_OK", "getOrder_Error"] },
      },
    });
  });

  it("shows the operations of ports with the same ones once", () => {
    const both = replaced(
      ordersWsdl(),
      "</w:service>",
      `<w:port name="Mirror" binding="tns:OrdersSoap"><soap:address location="http://mirror/"/></w:port></w:service>`,
    );
    const text = textOf(describeContract(parseContract(both, "orders.wsdl")));
    expect(text).toContain(`
  port OrdersSoap  SOAP 1.1  http://orders.example.com/  binding OrdersSoap
  port Mirror      SOAP 1.1  http://mirror/              binding OrdersSoap
`);
    expect(text.match(/getOrder\(/g)).toHaveLength(1);
  });

  it.each([
    ["types", /^Types$/m, /^Service|port /m, { elements: {}, types: {} }, ["services"]],
    ["services", /^Service/m, /^Types$/m, { services: [{}] }, ["elements", "types"]],
  ] as const)("%s only", (only, has, hasNot, json, without) => {
    const description = describeContract(orders);
    const text = textOf(description, { only });
    expect(text).toMatch(has);
    expect(text).not.toMatch(hasNot);
    const part = partOf(description, only);
    expect(part).toMatchObject(json);
    for (const member of without) expect(part).not.toHaveProperty(member);
  });

  it("no operation", () => {
    const text = textOf(describeContract(orders, []));
    expect(text).toMatch(/^orders/);
    expect(text).not.toMatch(/^Service|^Types$/m);
  });
});

describe("types", () => {
  it.each<[string, string, string]>([
    [
      "occurrence",
      `<xs:complexType name="T"><xs:sequence>${element("a", "xs:int", 'minOccurs="0"')}${element("b", "xs:int", 'minOccurs="0" maxOccurs="unbounded"')}${element("c", "xs:int", 'maxOccurs="unbounded"')}${element("d", "xs:int", 'minOccurs="2" maxOccurs="5"')}${element("e", "xs:int", 'minOccurs="2" maxOccurs="2"')}</xs:sequence></xs:complexType>`,
      "T { a?: xs:int, b*: xs:int, c+: xs:int, d{2,5}: xs:int, e{2}: xs:int }",
    ],
    [
      "choices and groups",
      `<xs:complexType name="T"><xs:sequence><xs:choice>${element("a")}<xs:sequence maxOccurs="unbounded">${element("b")}${element("c")}</xs:sequence></xs:choice></xs:sequence></xs:complexType>`,
      "T { (a: xs:string | (b: xs:string, c: xs:string)+) }",
    ],
    [
      "all",
      `<xs:complexType name="T"><xs:all>${element("a")}${element("b")}</xs:all></xs:complexType>`,
      "T { all (a: xs:string, b: xs:string) }",
    ],
    [
      "attributes",
      `<xs:complexType name="T"><xs:attribute name="a" type="xs:int" use="required"/><xs:attribute name="b" type="xs:string" default="x"/><xs:attribute name="c" type="xs:string" fixed="y"/><xs:anyAttribute processContents="lax"/></xs:complexType>`,
      'T { @a: xs:int, @b?: xs:string = "x", @c?: xs:string fixed "y", @any lax }',
    ],
    [
      "simple content",
      `<xs:complexType name="T"><xs:simpleContent><xs:extension base="xs:decimal"><xs:attribute name="c" type="xs:string"/></xs:extension></xs:simpleContent></xs:complexType>`,
      "T { text(): xs:decimal, @c?: xs:string }",
    ],
    [
      "anonymous types",
      `<xs:complexType name="T"><xs:sequence><xs:element name="a"><xs:complexType><xs:sequence>${element("b")}</xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType>`,
      "T { a: { b: xs:string } }",
    ],
    [
      "wildcards",
      `<xs:complexType name="T"><xs:sequence><xs:any minOccurs="0" maxOccurs="unbounded" namespace="##other" processContents="skip"/></xs:sequence></xs:complexType>`,
      "T { any* ##other skip }",
    ],
    [
      "mixed content",
      `<xs:complexType name="T" mixed="true"><xs:sequence>${element("b", "xs:string", 'nillable="true"')}</xs:sequence></xs:complexType>`,
      "T mixed { b: xs:string nillable }",
    ],
    ["an empty type", `<xs:complexType name="T"/>`, "T {}"],
    [
      "facets",
      `<xs:simpleType name="T"><xs:restriction base="xs:string"><xs:minLength value="2"/><xs:pattern value="[A-Z]+"/></xs:restriction></xs:simpleType>`,
      "T = xs:string (minLength 2, pattern [A-Z]+)",
    ],
    [
      "a list",
      `<xs:simpleType name="T"><xs:list itemType="xs:int"/></xs:simpleType>`,
      "T = list of xs:int",
    ],
    [
      "a union",
      `<xs:simpleType name="T"><xs:union memberTypes="xs:int xs:date"/></xs:simpleType>`,
      "T = xs:int | xs:date",
    ],
    [
      "enumerated numbers",
      `<xs:simpleType name="T"><xs:restriction base="xs:int"><xs:enumeration value="1"/><xs:enumeration value="2"/></xs:restriction></xs:simpleType>`,
      'T = "1" | "2" of xs:int',
    ],
    [
      "a SOAP array",
      `<xs:complexType name="T"><xs:complexContent><xs:restriction base="soapenc:Array"><xs:attribute ref="soapenc:arrayType" wsdl:arrayType="xs:int[][,]"/></xs:restriction></xs:complexContent></xs:complexType>`,
      "T = xs:int[][,]",
    ],
  ])("%s", (_, schema, want) => {
    expect(typesOf(schema)).toEqual([`  ${want}`]);
  });

  it("derived and abstract types", () => {
    const derived = (by: string, name: string) =>
      `<xs:complexType name="${name}"><xs:complexContent><xs:${by} base="tns:A"><xs:sequence>${element("b")}</xs:sequence></xs:${by}></xs:complexContent></xs:complexType>`;
    const schema = `<xs:complexType name="A" abstract="true"/>${derived("extension", "B")}${derived("restriction", "C")}`;
    expect(typesOf(schema)).toEqual([
      "  A abstract {}",
      "  B extends A { b: xs:string }",
      "  C restricts A { b: xs:string }",
    ]);
  });

  it("shortens a long enumeration and shows the number of further values", () => {
    const values = Array.from({ length: 15 }, (_, at) => `<xs:enumeration value="v${at}"/>`);
    const schema = `<xs:simpleType name="T"><xs:restriction base="xs:string">${values.join("")}</xs:restriction></xs:simpleType>`;
    expect(typesOf(schema).join("")).toMatch(/"v0" \| "v1" .*"v11" \| … 3 more$/);
  });

  it("shows the first sentence of a documentation", () => {
    const said =
      "<xs:annotation><xs:documentation>&lt;p&gt;Version 1.1 of it. More.&lt;/p&gt;</xs:documentation></xs:annotation>";
    expect(typesOf(`<xs:complexType name="T">${said}</xs:complexType>`)).toEqual([
      "  T {}",
      "      Version 1.1 of it.",
    ]);
  });

  it("breaks a wide type into one line per member", () => {
    const schema = `<xs:complexType name="T"><xs:sequence>${element("first")}<xs:choice>${element("second")}${element("third")}</xs:choice></xs:sequence></xs:complexType>`;
    expect(typesOf(schema, 46)).toEqual([
      "  T {",
      "      first: xs:string,",
      "      (second: xs:string | third: xs:string)",
      "  }",
    ]);
    for (const width of [40, 60, 80]) {
      for (const line of typesOf(schema, width)) expect(line.length).toBeLessThanOrEqual(width);
    }
  });
});

describe("global elements", () => {
  const schema = `
    <xs:element name="shape" type="tns:Shape" abstract="true"/><xs:element name="circle" type="tns:Shape" substitutionGroup="tns:shape"/>
    <xs:element name="point"><xs:complexType><xs:sequence><xs:element ref="tns:point" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>
    <xs:complexType name="Shape"><xs:sequence><xs:element ref="tns:shape"/><xs:element ref="tns:point"/></xs:sequence></xs:complexType>`;

  it("are shown if they are more than a name and a type", () => {
    const text = textOf(describeContract(contractOf({ schema })));
    expect(text).toContain(`
Elements
  <circle>: Shape
  <point>: { <point>? }
  abstract <shape>: Shape replaced by <circle>

Types
  Shape { <shape>, <point> }`);
  });
});

describe("operations", () => {
  const message = (name: string, parts: string) =>
    `<wsdl:message name="${name}">${parts}</wsdl:message>`;
  const parts = (more: WsdlParts): WsdlParts => ({
    schema: element("session") + element("bad"),
    messages:
      message("in", `<wsdl:part name="a" type="xs:int"/>`) +
      message("out", `<wsdl:part name="b" type="xs:string"/>`) +
      message("head", `<wsdl:part name="s" element="tns:session"/>`) +
      message("fault", `<wsdl:part name="f" element="tns:bad"/>`),
    ...more,
  });
  const operation = (children: string) => `<wsdl:operation name="run">${children}</wsdl:operation>`;
  const IN = `<wsdl:input message="tns:in"/>`;
  const OUT = `<wsdl:output message="tns:out"/>`;
  const FAULT = `<wsdl:fault name="Bad" message="tns:fault"/>`;
  const HEADER = `<soap:header message="tns:head" part="s" use="literal"/>`;

  it.each<
    [string, { portType: string; style: string; use?: string; header?: string; want: string }]
  >([
    ["one-way", { portType: IN, style: "rpc", want: "run(a: xs:int)  [one-way, rpc/literal]" }],
    [
      "a notification",
      { portType: OUT, style: "document", want: "run -> b: xs:string  [notification]" },
    ],
    [
      "an encoded message",
      {
        portType: IN + OUT,
        style: "rpc",
        use: "encoded",
        want: "run(a: xs:int) -> b: xs:string  [rpc/encoded]",
      },
    ],
    [
      "a header and a fault",
      {
        portType: IN + OUT + FAULT,
        style: "document",
        header: HEADER,
        want: "run(a: xs:int) -> b: xs:string\n        header in session: xs:string\n        fault Bad: bad: xs:string",
      },
    ],
  ])("%s", (_, { portType, style, use = "literal", header = "", want }) => {
    const contract = contractOf(
      parts({
        portType: operation(portType),
        binding: `<soap:binding transport="http://schemas.xmlsoap.org/soap/http" style="${style}"/>${operation(
          `<wsdl:input><soap:body use="${use}"/>${header}</wsdl:input><wsdl:output><soap:body use="${use}"/></wsdl:output>`,
        )}`,
      }),
    );
    const text = textOf(describeContract(contract), { only: "services" });
    expect(text).toContain(`\n    ${want}`);
  });

  it("with the types that they use: bases, derived types and substitutes, and no others", () => {
    const type = (name: string, content: string) =>
      `<xs:complexType name="${name}">${content}</xs:complexType>`;
    const derived = `<xs:complexContent><xs:extension base="tns:Base"/></xs:complexContent>`;
    const contract = contractOf({
      schema: `<xs:element name="go"><xs:complexType><xs:sequence><xs:element name="it" type="tns:Base"/></xs:sequence></xs:complexType></xs:element>
        ${type("Base", "")}${type("Derived", derived)}${type("Other", "")}`,
      messages: message("runIn", `<wsdl:part name="body" element="tns:go"/>`),
    });
    const names = (operations?: readonly string[]) =>
      Object.keys(describeContract(contract, operations).types);
    expect(names(["run"])).toEqual([`{${TNS}}Base`, `{${TNS}}Derived`]);
    expect(names()).toEqual([`{${TNS}}Base`, `{${TNS}}Derived`, `{${TNS}}Other`]);
  });
});

it("replaces control characters, which a terminal would interpret", () => {
  const text = replaced(ordersWsdl(), "Gives an order.", "Red \u009b31m alert \u009b2J.");
  const lines = textOf(describeContract(parseContract(text, "orders.wsdl")));
  expect(lines).not.toMatch(/[\u0080-\u009f]/);
  expect(lines).toContain("Red");
});

it("describes a chain of thousands of types", () => {
  const types = Array.from(
    { length: 5_000 },
    (_, at) =>
      `<xs:complexType name="T${at}"><xs:sequence><xs:element name="n" type="tns:T${(at + 1) % 5_000}" minOccurs="0"/></xs:sequence></xs:complexType>`,
  );
  const contract = contractOf({
    schema: `${types.join("")}<xs:element name="go"><xs:complexType><xs:sequence><xs:element name="t" type="tns:T0"/></xs:sequence></xs:complexType></xs:element>`,
    messages: `<wsdl:message name="runIn"><wsdl:part name="body" element="tns:go"/></wsdl:message>`,
  });
  const description = describeContract(contract, ["run"]);
  expect(Object.keys(description.types)).toHaveLength(5_000);
});
