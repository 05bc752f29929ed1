/** The generated code for the options of a contract, and its names. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { generateFiles, parseContract } from "../../src/codegen/index.js";
import { keptNames } from "../../src/codegen/model/kept-names.js";
import type { ModelOptions } from "../../src/codegen/model/model.js";
import { contractJson } from "../../src/contract/index.js";
import { ordersWsdl, replaced, TNS } from "../wsdl/fixtures.js";

const orders = ordersWsdl();
const files = (wsdl: string, options: ModelOptions = {}) =>
  generateFiles(parseContract(wsdl, "orders.wsdl"), "rescue-soap/codegen/v1", options);
const types = (wsdl: string, options: ModelOptions = {}) =>
  files(wsdl, options).get("types.ts") ?? "";

/** A second operation with its own types. */
const two = [
  [
    "</w:types>",
    '</w:types><w:message name="pingIn"><w:part name="p" element="tns:ping"/></w:message><w:message name="pingOut"><w:part name="p" element="tns:pong"/></w:message>',
  ],
  [
    "</s:schema>",
    '<s:complexType name="PING"><s:sequence><s:element name="at" type="s:dateTime"/><s:element name="count" type="s:long"/></s:sequence></s:complexType><s:element name="ping" type="tns:PING"/><s:element name="pong" type="tns:PING"/></s:schema>',
  ],
  [
    "</w:portType>",
    '<w:operation name="ping"><w:input message="tns:pingIn"/><w:output message="tns:pingOut"/></w:operation></w:portType>',
  ],
  [
    "</w:binding>",
    '<w:operation name="ping"><soap:operation soapAction="ping"/><w:input><soap:body use="literal"/></w:input><w:output><soap:body use="literal"/></w:output></w:operation></w:binding>',
  ],
].reduce((wsdl, [from = "", to = ""]) => replaced(wsdl, from, () => to), orders);

describe("a selection", () => {
  it("of operations has only the types that these reach", () => {
    const text = types(two, { operations: ["ping"] });
    expect(text).toContain("export interface PING {");
    expect(text).not.toContain("ORDER");
    expect(files(two, { operations: ["ping"] }).get("client.ts")).not.toContain("getOrder");
  });

  it.each<[string, ModelOptions, string]>([
    [
      "operation",
      { operations: ["pong"] },
      "orders.wsdl has no operation pong (did you mean ping?).",
    ],
    ["port", { ports: ["Soap"] }, "orders.wsdl has no port Soap (did you mean OrdersSoap?)."],
  ])("of an unknown %s is rejected with a suggestion", (_, options, message) => {
    expect(() => types(two, options)).toThrow(message);
  });
});

describe("mappings", () => {
  it.each<[ModelOptions, string, string]>([
    [{}, "at: string;", "count: bigint;"],
    [{ dates: "date" }, "at: Date;", "count: bigint;"],
    [{ int64: "number" }, "at: string;", "count: number;"],
    [{ int64: "string" }, "at: string;", "count: string;"],
  ])("%o", (options, at, count) => {
    expect(types(two, options)).toContain(
      `  /** \`xs:dateTime\`. */\n  ${at}\n  /** \`xs:long\`. */\n  ${count}\n`,
    );
  });

  it("are in the wire schema for the codec", () => {
    const schema = files(two, { dates: "date", decimals: "number" }).get("schema.ts");
    expect(schema).toContain('{ element: "at", type: { builtin: "dateTime", as: "Date" } }');
    expect(schema).toContain('{ element: "dPrice", type: { builtin: "decimal", as: "number" } }');
  });
});

describe("attachments", () => {
  const wsdl = readFileSync(new URL("../interop/mtom/Files.wsdl", import.meta.url), "utf8");

  it("are required members if they are beside the envelope, with their references", () => {
    const text = types(wsdl);
    expect(text).toContain('import type { Attachment } from "rescue-soap/codegen/v1";');
    expect(text).toContain(`
export type SwaRequest = Note & {
  /** Sent as an attachment. */
  photo: Attachment;
};
`);
    expect(text).toContain("export type SwaRef = Attachment;");
    expect(text).toContain("  data: Uint8Array;");
    expect(files(wsdl).get("schema.ts")).toContain('attachments: ["photo"]');
  });

  it("binary content is, if it is mapped to one", () => {
    const text = types(wsdl, { binary: "attachment" });
    expect(text).toContain(
      "  data: Attachment;\n  /** `xs:base64Binary`. */\n  more?: Attachment[];",
    );
    expect(text).not.toContain("Uint8Array");
  });
});

describe("names that types would share", () => {
  /** A type LINE in another namespace, which the order refers to. */
  const other = (namespace: string) =>
    replaced(
      replaced(
        orders,
        "<w:types>",
        `<w:types><s:schema targetNamespace="${namespace}"><s:complexType name="LINE"><s:sequence><s:element name="x" type="s:int"/></s:sequence></s:complexType></s:schema>`,
      ),
      '<s:element name="iID"',
      (found) => `<s:element name="oOther" type="o:LINE" xmlns:o="${namespace}"/>${found}`,
    );
  const named = (text: string) =>
    [...text.matchAll(/export (?:interface|type) (\w+)/g)].map(([, name]) => name);

  it("are distinguished by the last step of the other namespace", () => {
    const text = types(other("http://example.com/2020/billing/v2"));
    expect(text).toContain("export interface LINE {\n  /** `xs:decimal`. */\n  dPrice: string;");
    expect(text).toContain("export interface LINE_billing {\n  /** `xs:int`. */\n  x: number;");
    expect(text).toContain("oOther: LINE_billing;");
  });

  it("do not depend on which is declared or reached first", () => {
    const one = named(types(other("urn:billing"))).sort();
    const reordered = replaced(
      other("urn:billing"),
      /(<s:schema targetNamespace="urn:billing">.*?<\/s:schema>)([\s\S]*?<\/s:schema>)/,
      "$2$1",
    );
    expect(named(types(reordered)).sort()).toEqual(one);
  });

  it("stay with who had them when another type comes to share them", () => {
    // First only billing had a LINE, with that name; then the namespace of the contract gets one.
    const alone = replaced(
      other("urn:billing"),
      /tns:LINE\b|name="LINE"(?= *><s:sequence>\s*<s:element name="dPrice")/g,
      (found) => found.replace("LINE", "ROW"),
    );
    expect(types(alone)).toContain("oOther: LINE;");
    const before = contractJson(parseContract(alone, "orders.wsdl"));
    const kept = keptNames(Object.keys(before.types), {});
    const text = types(other("urn:billing"), { keptNames: kept });
    expect(text).toContain("oOther: LINE;");
    expect(text).toContain("export interface LINE_ {\n  /** `xs:decimal`. */\n  dPrice: string;");
    const contract: unknown = JSON.parse(
      files(other("urn:billing"), { keptNames: kept }).get("contract.json") ?? "",
    );
    expect(contract).toMatchObject({ names: { [`{${TNS}}LINE`]: "LINE_" } });
  });

  it("differ in more than letter case", () => {
    const wsdl = replaced(
      replaced(
        orders,
        "</s:schema>",
        '<s:complexType name="line"><s:sequence><s:element name="y" type="s:int"/></s:sequence></s:complexType></s:schema>',
      ),
      '<s:element name="iID"',
      (found) => `<s:element name="oSmall" type="tns:line"/>${found}`,
    );
    expect(types(wsdl)).toContain("oSmall: Line_;");
  });
});

it("the Action of WS-Addressing is in the wire schema if it is not the SOAPAction", () => {
  const schema = (wsdl: string) => files(wsdl).get("schema.ts") ?? "";
  expect(schema(two)).not.toContain("action:");
  const addressed = two.replace(
    '<w:input message="tns:pingIn"',
    '<w:input xmlns:a="http://www.w3.org/2006/05/addressing/wsdl" a:Action="urn:ping" message="tns:pingIn"',
  );
  expect(schema(addressed)).toContain('action: "urn:ping",');
});
