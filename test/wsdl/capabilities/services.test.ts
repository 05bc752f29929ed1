/** Services, ports, port types, operations and messages (WSDL 1.1 §2). */
import { describe, expect, it } from "vitest";
import { parseContract, WsdlError } from "../../../src/wsdl/index.js";
import { contractOf, operationNamed, wsdl } from "../wsdl-text.js";

const ADDRESS = `<soap:address location="http://test.example.com/"/>`;
const port = (name: string, binding = "Binding") =>
  `<wsdl:port name="${name}" binding="tns:${binding}">${ADDRESS}</wsdl:port>`;
const message = (name: string, parts: string) =>
  `<wsdl:message name="${name}">${parts}</wsdl:message>`;
const input = (name: string, more = "") => `<wsdl:input message="tns:${name}" ${more}/>`;
const output = (name: string, more = "") => `<wsdl:output message="tns:${name}" ${more}/>`;
const LITERAL = `<wsdl:input><soap:body use="literal"/></wsdl:input>`;

describe("services and ports", () => {
  it("several services", () => {
    const { services } = contractOf({
      services: `<wsdl:service name="A">${port("P")}</wsdl:service><wsdl:service name="B">${port("P")}</wsdl:service>`,
    });
    expect(services.map(({ name, ports }) => [name, ports.length])).toEqual([
      ["A", 1],
      ["B", 1],
    ]);
  });

  it("several ports and port types", () => {
    const { services } = contractOf({
      more: `<wsdl:portType name="Other"><wsdl:operation name="walk">${input("runIn")}</wsdl:operation></wsdl:portType>
        <wsdl:binding name="OtherBinding" type="tns:Other"><soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>
          <wsdl:operation name="walk">${LITERAL}</wsdl:operation></wsdl:binding>`,
      services: `<wsdl:service name="A">${port("P")}${port("Q", "OtherBinding")}</wsdl:service>`,
    });
    expect(
      services[0]?.ports.map(({ name, portType, operations }) => [
        name,
        portType.local,
        operations.map((each) => each.name),
      ]),
    ).toEqual([
      ["P", "PortType", ["run"]],
      ["Q", "Other", ["walk"]],
    ]);
  });

  it("no service", () => {
    const { services } = contractOf({ services: "" });
    expect(services).toMatchObject([{ name: "Test", ports: [{ name: "Binding", address: "" }] }]);
  });

  it("documentation of services, operations and the WSDL", () => {
    const said = (text: string) => `<wsdl:documentation>${text}</wsdl:documentation>`;
    const contract = contractOf({
      head: said("The WSDL."),
      portType: `<wsdl:operation name="run">${said("Runs.")}${input("runIn")}</wsdl:operation>`,
      services: `<wsdl:service name="A">${said("The service.")}${port("P")}</wsdl:service>`,
    });
    expect(contract.documentation).toBe("The WSDL.");
    expect(contract.services[0]?.documentation).toBe("The service.");
    expect(operationNamed(contract, "run").documentation).toBe("Runs.");
  });

  it("WSDL 2.0", () => {
    const text = `<description xmlns="http://www.w3.org/ns/wsdl" targetNamespace="urn:test"/>`;
    expect(() => parseContract(text, "x.wsdl")).toThrow(WsdlError);
    expect(() => parseContract(text, "x.wsdl")).toThrow(/WSDL 2\.0/);
  });

  it("other extension elements", () => {
    const text = wsdl({
      head: `<plnk:partnerLinkType name="x" xmlns:plnk="http://docs.oasis-open.org/wsbpel/2.0/plnktype" wsdl:required="true"/>`,
    });
    expect(parseContract(text, "x.wsdl").services).toHaveLength(1);
  });
});

describe("messages", () => {
  it("parts by element", () => {
    const { input } = operationNamed(contractOf({}), "run");
    expect(input?.parts).toMatchObject([{ name: "body", element: { name: { local: "run" } } }]);
  });

  it("parts by type", () => {
    const contract = contractOf({
      messages: message(
        "runIn",
        `<wsdl:part name="a" type="xs:int"/><wsdl:part name="b" type="xs:string"/>`,
      ),
    });
    expect(operationNamed(contract, "run").input?.parts).toMatchObject([
      { name: "a", type: { name: { local: "int" } } },
      { name: "b", type: { name: { local: "string" } } },
    ]);
  });

  it("messages without parts", () => {
    expect(
      operationNamed(contractOf({ messages: message("runIn", "") }), "run").input?.parts,
    ).toEqual([]);
  });
});

describe("operations", () => {
  const both = message("runIn", `<wsdl:part name="a" type="xs:int"/>`) + message("runOut", "");
  const binding = (children: string) =>
    `<soap:binding transport="http://schemas.xmlsoap.org/soap/http"/><wsdl:operation name="run">${children}</wsdl:operation>`;
  const LITERAL_OUT = `<wsdl:output><soap:body use="literal"/></wsdl:output>`;

  it.each<[string, { given: string; bound: string; want: string }]>([
    [
      "request-response",
      {
        given: input("runIn") + output("runOut"),
        bound: LITERAL + LITERAL_OUT,
        want: "input output",
      },
    ],
    ["one-way", { given: input("runIn"), bound: LITERAL, want: "input" }],
    [
      "solicit-response",
      {
        given: output("runOut") + input("runIn"),
        bound: LITERAL_OUT + LITERAL,
        want: "input output",
      },
    ],
    ["notification", { given: output("runOut"), bound: LITERAL_OUT, want: "output" }],
  ])("%s", (pattern, { given, bound, want }) => {
    const contract = contractOf({
      messages: both,
      portType: `<wsdl:operation name="run">${given}</wsdl:operation>`,
      binding: binding(bound),
    });
    const operation = operationNamed(contract, "run");
    expect(operation.pattern).toBe(pattern);
    const has = [operation.input && "input", operation.output && "output"];
    expect(has.filter((each) => each !== undefined).join(" ")).toBe(want);
  });

  it("overloaded operations", () => {
    const named = (name: string) => LITERAL.replace("<wsdl:input>", `<wsdl:input name="${name}">`);
    const contract = contractOf({
      messages:
        message("a", `<wsdl:part name="a" type="xs:int"/>`) +
        message("b", `<wsdl:part name="b" type="xs:string"/>`),
      portType: `<wsdl:operation name="find">${input("a", 'name="byId"')}</wsdl:operation>
        <wsdl:operation name="find">${input("b", 'name="byName"')}</wsdl:operation>`,
      binding: `<soap:binding transport="http://schemas.xmlsoap.org/soap/http" style="rpc"/>
        <wsdl:operation name="find">${named("byName")}</wsdl:operation><wsdl:operation name="find">${named("byId")}</wsdl:operation>`,
    });
    const operations = contract.services[0]?.ports[0]?.operations ?? [];
    expect(
      operations.map(({ name, input }) => [name, input?.label, input?.parts[0]?.name]),
    ).toEqual([
      ["find", "byName", "b"],
      ["find", "byId", "a"],
    ]);
  });

  it("faults", () => {
    const contract = contractOf({
      schema: `<xs:element name="bad" type="xs:string"/>`,
      messages: both + message("badFault", `<wsdl:part name="fault" element="tns:bad"/>`),
      portType: `<wsdl:operation name="run">${input("runIn")}${output("runOut")}<wsdl:fault name="Bad" message="tns:badFault"/></wsdl:operation>`,
      binding: binding(
        `${LITERAL}${LITERAL_OUT}<wsdl:fault name="Bad"><soap:fault name="Bad" use="literal"/></wsdl:fault>`,
      ),
    });
    expect(operationNamed(contract, "run").faults).toMatchObject([
      { name: "Bad", use: "literal", parts: [{ element: { name: { local: "bad" } } }] },
    ]);
  });
});
