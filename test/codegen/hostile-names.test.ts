/** Names and texts of a WSDL that would have another meaning in code, or look different from what they are. */
import { describe, expect, it } from "vitest";
import { encodeMessage } from "../../src/codec/index.js";
import { contractClients, generateFiles, parseContract } from "../../src/codegen/index.js";
import { readMessage } from "../codec/decode/read-message.js";
import { wsdl } from "../wsdl/wsdl-text.js";

const HIDDEN = /[\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|[^\P{Cc}\n]/u;

function textOf(text: string): string {
  const files = generateFiles(parseContract(text, "x\u202e.wsdl"), "runtime");
  return [...files.values()].join("\n");
}

const faulty = (name: string) =>
  wsdl({
    schema: `<xs:element name="${name}"><xs:complexType><xs:sequence><xs:element name="${name}" minOccurs="0" type="xs:string"/></xs:sequence></xs:complexType></xs:element>`,
    messages: `<wsdl:message name="runIn"><wsdl:part name="body" element="tns:run"/></wsdl:message>
      <wsdl:message name="F"><wsdl:part name="${name}" element="tns:${name}"/></wsdl:message>`,
    portType: `<wsdl:operation name="run"><wsdl:input message="tns:runIn"/><wsdl:output message="tns:runIn"/><wsdl:fault name="${name}" message="tns:F"/></wsdl:operation>`,
    binding: `<soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>
      <wsdl:operation name="run"><soap:operation soapAction=""/><wsdl:input><soap:body use="literal"/></wsdl:input>
      <wsdl:output><soap:body use="literal"/></wsdl:output><wsdl:fault name="${name}"><soap:fault name="${name}" use="literal"/></wsdl:fault></wsdl:operation>`,
  });

describe("a fault with the name of a member of Object", () => {
  it.each(["constructor", "toString", "hasOwnProperty", "valueOf"])("%s", (name) => {
    // TypeScript would type the parts by that member, and widen the literals in them.
    expect(textOf(faulty(name)).replace(/\s+/g, " ")).toMatch(
      new RegExp(`faults: \\{ ${name}: \\{ parts: \\[.*\\], \\} as const, \\}`),
    );
  });

  it("__proto__", () => {
    expect(textOf(faulty("__proto__"))).toMatch(/faults: \{\s+\["__proto__"\]: \{/);
  });

  it("other names are not constant", () => {
    expect(textOf(faulty("Failed")).replace(/\s+/g, " ")).toMatch(
      /Failed: \{ parts: \[\{ .*? \}\] \}, \}, \};/,
    );
  });
});

/** Names that every object has. */
const OF_OBJECTS = ["__proto__", "constructor", "toString", "valueOf", "hasOwnProperty"];

describe("a member with a name that every object has", () => {
  const operationOf = (text: string) =>
    contractClients(parseContract(text, "x.wsdl"))[0]?.operations.run;
  const inElement = (name: string) =>
    wsdl().replace(
      "<xs:complexType/>",
      `<xs:complexType><xs:sequence><xs:element name="${name}" minOccurs="0" type="xs:string"/><xs:element name="list" minOccurs="0"><xs:complexType><xs:choice maxOccurs="unbounded"><xs:element name="${name}" type="xs:int"/><xs:element name="b" type="xs:int"/></xs:choice></xs:complexType></xs:element></xs:sequence><xs:attribute name="${name}" type="xs:string"/></xs:complexType>`,
    );
  const inParts = (name: string) =>
    wsdl({
      messages: `<wsdl:message name="runIn"><wsdl:part name="${name}" type="xs:string"/></wsdl:message>`,
      binding: `<soap:binding style="rpc" transport="http://schemas.xmlsoap.org/soap/http"/>
        <wsdl:operation name="run"><soap:operation soapAction=""/><wsdl:input><soap:body use="literal" namespace="urn:test"/></wsdl:input></wsdl:operation>`,
    });

  it.each(OF_OBJECTS)("%s has a $", (name) => {
    const run = operationOf(inElement(name));
    if (run === undefined) throw new Error("no operation");
    const value = {
      [`$${name}`]: "a",
      [`$${name}2`]: "b",
      list: { $choice: [{ [`$${name}`]: 1 }] },
    };
    const text = encodeMessage(run.input, value);
    expect(text).toBe(
      `<run xmlns="urn:test" ${name}="b"><${name}>a</${name}><list><${name}>1</${name}></list></run>`,
    );
    expect(readMessage(run.input, text)).toEqual({ value, problems: [] });
    const parts = operationOf(inParts(name));
    if (parts === undefined) throw new Error("no operation");
    const part = encodeMessage(parts.input, { [`$${name}`]: "a" });
    expect(part).toContain(`<${name}>a</${name}>`);
    expect(readMessage(parts.input, part).value).toEqual({ [`$${name}`]: "a" });
  });

  it("is an error without it", () => {
    const run = operationOf(inElement("__proto__"));
    const given: object = JSON.parse('{ "__proto__": "a" }');
    expect(() => run && encodeMessage(run.input, given)).toThrow(
      'run has no member "__proto__"; it has only $__proto__2, $__proto__, list',
    );
  });
});

describe("an operation with the name of a method that is called implicitly", () => {
  const named = (...names: string[]) => {
    const each = (text: (name: string) => string) => names.map(text).join("");
    return wsdl({
      portType: each(
        (name) =>
          `<wsdl:operation name="${name}"><wsdl:input message="tns:runIn"/></wsdl:operation>`,
      ),
      binding: `<soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>${each(
        (name) =>
          `<wsdl:operation name="${name}"><soap:operation soapAction=""/><wsdl:input><soap:body use="literal"/></wsdl:input></wsdl:operation>`,
      )}`,
    });
  };
  const methodsOf = (...names: string[]) =>
    contractClients(parseContract(named(...names), "x.wsdl")).flatMap(({ operations }) =>
      Object.keys(operations),
    );

  it.each([
    ...OF_OBJECTS,
    "isPrototypeOf",
    "toLocaleString",
    "propertyIsEnumerable",
    "then",
    "toJSON",
  ])("%s has a _", (name) => {
    expect(methodsOf(name)).toEqual([`${name}_`]);
    expect(methodsOf(`${name}_`, name)).toEqual([`${name}_`, `${name}__`]);
  });

  it.each(["catch", "finally", "close", "prototype", "name", "length"])(
    "%s has no other name",
    (name) => {
      expect(methodsOf(name)).toEqual([name]);
    },
  );
});

describe("characters that a reader does not see", () => {
  const hidden = "\u202e\u2066\u200b\u3164\u2028\ufeff\u{e0041}\u009b";

  it.each<[string, (text: string) => string]>([
    [
      "documentation",
      (text) =>
        wsdl({
          schema: `<xs:complexType name="T"><xs:annotation><xs:documentation>a ${text}*/ b</xs:documentation></xs:annotation><xs:sequence><xs:element name="a" type="xs:string"/></xs:sequence></xs:complexType>`,
        }).replace(
          `<xs:element name="run"><xs:complexType/></xs:element>`,
          `<xs:element name="run" type="tns:T"/>`,
        ),
    ],
    [
      "the name of an element",
      (text) =>
        wsdl().replace(
          `<xs:complexType/>`,
          `<xs:complexType><xs:sequence><xs:element name="a${text}" type="xs:string"/></xs:sequence></xs:complexType>`,
        ),
    ],
    [
      "a value of an enumeration",
      (text) =>
        wsdl().replace(
          `<xs:complexType/>`,
          `<xs:complexType><xs:sequence><xs:element name="a"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="${text}"/><xs:enumeration value="b"/></xs:restriction></xs:simpleType></xs:element></xs:sequence></xs:complexType>`,
        ),
    ],
    [
      "the name of a type",
      (text) =>
        wsdl({ schema: `<xs:complexType name="T${text}"/>` }).replace(
          `<xs:complexType/>`,
          `<xs:complexType><xs:sequence><xs:element name="a" type="tns:T${text}"/></xs:sequence></xs:complexType>`,
        ),
    ],
    [
      "the name of an operation",
      (text) =>
        wsdl().replaceAll('name="run"', `name="run${text}"`).replace('tns:run"', `tns:run${text}"`),
    ],
    ["the name of a service", (text) => wsdl().replace('name="Service"', `name="S${text}"`)],
    ["the name of a port", (text) => wsdl().replace('name="Port"', `name="P${text}"`)],
    ["an address", (text) => wsdl().replace("http://test.example.com/", `http://a/${text}`)],
    ["a SOAPAction", (text) => wsdl().replace("urn:test/run", text)],
    ["a namespace", (text) => wsdl().replaceAll('"urn:test"', `"urn:${text}"`)],
  ])("in %s are escaped", (_, given) => {
    const text = textOf(given(hidden));
    expect(HIDDEN.exec(text)?.index ?? text.length).toBe(text.length);
    expect(textOf(given("x"))).toContain("x");
  });
});
