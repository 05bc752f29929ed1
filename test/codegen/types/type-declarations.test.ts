/** Types of a schema, and their declarations in types.ts. */
import { describe, expect, it } from "vitest";
import { generateFiles, parseContract } from "../../../src/codegen/index.js";
import { ordersWsdl, replaced } from "../../wsdl/fixtures.js";

const ORDER =
  /<s:complexType name="ORDER">[\s\S]*?<\/s:complexType>(?=\s*<s:complexType name="ArrayOfLINE">)/;

/** The declaration of ORDER, whose definition is given. */
function declared(definition: string): string {
  const wsdl = replaced(ordersWsdl(), ORDER, () => definition);
  const text = generateFiles(parseContract(wsdl, "orders.wsdl"), "x").get("types.ts") ?? "";
  const found =
    /((?:\/\*\*(?:(?!\/\*\*)[\s\S])*?\*\/\n)?export (?:type|interface) ORDER\b[\s\S]*?)\n\n/;
  return found.exec(text)?.[1] ?? text;
}

const complex = (content: string) => `<s:complexType name="ORDER">${content}</s:complexType>`;
const sequence = (content: string) => complex(`<s:sequence>${content}</s:sequence>`);
const element = (name: string, rest = 'type="s:string"/>') => `<s:element name="${name}" ${rest}`;
const documented = (text: string) =>
  `<s:annotation><s:documentation>${text}</s:documentation></s:annotation>`;

describe("types", () => {
  it.each<[string, string, string]>([
    [
      "an element",
      sequence(element("a", 'type="s:int"/>')),
      "export interface ORDER {\n  a: number;\n}",
    ],
    [
      "a repeated element that may be null",
      sequence(element("a", 'type="s:int" nillable="true" maxOccurs="9"/>')),
      "export interface ORDER {\n  a: (number | null)[];\n}",
    ],
    ["nothing", complex(""), "export type ORDER = Record<string, never>;"],
    [
      "documentation of a type and of an element",
      `<s:complexType name="ORDER">${documented("An order.")}<s:sequence><s:element name="a" type="s:int">${documented("The id.")}</s:element></s:sequence></s:complexType>`,
      "/** An order. */\nexport interface ORDER {\n  /** The id. */\n  a: number;\n}",
    ],
    [
      "facets and a default",
      sequence(
        element(
          "a",
          'default="x"><s:simpleType><s:restriction base="s:string"><s:minLength value="1"/><s:maxLength value="9"/></s:restriction></s:simpleType></s:element>',
        ),
      ),
      "export interface ORDER {\n  /**\n   * Length at least 1, length at most 9.\n   *\n   * Default `x`.\n   */\n  a: string;\n}",
    ],
    [
      "a number with bounds and a fixed value",
      sequence(
        element(
          "a",
          'fixed="2"><s:simpleType><s:restriction base="s:int"><s:minInclusive value="1"/><s:maxExclusive value="9"/></s:restriction></s:simpleType></s:element>',
        ),
      ),
      "export interface ORDER {\n  /**\n   * At least 1, less than 9.\n   *\n   * Fixed value `2`.\n   */\n  a: number;\n}",
    ],
    [
      "a choice",
      complex(`<s:choice>${element("a")}${element("b")}</s:choice>`),
      "export type ORDER = OneOf<{ a: string } | { b: string }>;",
    ],
    [
      "an optional choice beside an element",
      sequence(`${element("c")}<s:choice minOccurs="0">${element("a")}${element("b")}</s:choice>`),
      "export type ORDER = { c: string } & AtMostOneOf<{ a: string } | { b: string }>;",
    ],
    [
      "a choice whose element is documented",
      complex(
        `<s:choice><s:element name="a" type="s:string">${documented("An A.")}</s:element>${element("b")}</s:choice>`,
      ),
      "export type ORDER = OneOf<\n  | {\n      /** An A. */\n      a: string;\n    }\n  | { b: string }\n>;",
    ],
    [
      "a repeated group",
      sequence(`<s:sequence maxOccurs="unbounded">${element("a")}${element("b")}</s:sequence>`),
      "export interface ORDER {\n  /** One item per occurrence. */\n  $sequence: { a: string; b: string }[];\n}",
    ],
    [
      "a wildcard",
      sequence('<s:any processContents="lax"/>'),
      "export interface ORDER {\n  /** Elements that the schema does not name. */\n  $any: XmlElement;\n}",
    ],
    [
      "mixed content",
      `<s:complexType name="ORDER" mixed="true"><s:sequence>${element("a")}${element("b")}</s:sequence></s:complexType>`,
      "export interface ORDER {\n  /** Text and elements in document order. */\n  $content: (string | OneOf<{ a: string } | { b: string }>)[];\n}",
    ],
    [
      "an attribute, and any other",
      complex('<s:attribute name="a-b" type="s:int" use="required"/><s:anyAttribute/>'),
      'export interface ORDER {\n  "a-b": number;\n  /** Attributes that the schema does not name, by `{namespace}name`. */\n  $attributes?: Record<string, string>;\n}',
    ],
    [
      "a union of listed values and of any text",
      sequence(
        element(
          "a",
          '><s:simpleType><s:union memberTypes="tns:getOrderRet s:string"/></s:simpleType></s:element>',
        ),
      ),
      "export interface ORDER {\n  a: GetOrderRet | Unlisted;\n}",
    ],
    [
      "a list",
      sequence(
        element("a", '><s:simpleType><s:list itemType="s:int"/></s:simpleType></s:element>'),
      ),
      "export interface ORDER {\n  a: number[];\n}",
    ],
  ])("%s", (_, definition, want) => {
    expect(declared(definition)).toBe(want);
  });

  it("a type and those derived from it", () => {
    const derived =
      '<s:complexType name="RUSH"><s:complexContent><s:extension base="tns:ORDER"><s:sequence><s:element name="b" type="s:int"/></s:sequence></s:extension></s:complexContent></s:complexType>';
    const wsdl = replaced(ordersWsdl(), ORDER, () => sequence(element("a")) + derived);
    const text = generateFiles(parseContract(wsdl, "orders.wsdl"), "x").get("types.ts");
    expect(text).toContain(`
/** \`ORDER\` or a type derived from it, discriminated by \`$type\`. */
export type AnyORDER = (ORDER & { $type?: "ORDER" }) | (RUSH & { $type: "RUSH" });
`);
    expect(text).toContain("export interface RUSH extends ORDER {\n  b: number;\n}");
  });
});
