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

/** The comment of ORDER if the schema does not document it. */
const COMMENT = "/** Complex type `ORDER` of namespace `urn:example:orders`. */\n";
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
      `${COMMENT}export interface ORDER {\n  /** \`xs:int\`. */\n  a: number;\n}`,
    ],
    [
      "a repeated element that may be null",
      sequence(element("a", 'type="s:int" nillable="true" maxOccurs="9"/>')),
      `${COMMENT}export interface ORDER {\n  /** \`xs:int\`. 1 to 9 items. Items are nillable. */\n  a: (number | null)[];\n}`,
    ],
    ["nothing", complex(""), `${COMMENT}export type ORDER = Record<string, never>;`],
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
      `${COMMENT}export interface ORDER {\n  /** Restriction of \`xs:string\`, length at least 1, length at most 9. Default \`x\`. */\n  a: string;\n}`,
    ],
    [
      "a number with bounds and a fixed value",
      sequence(
        element(
          "a",
          'fixed="2"><s:simpleType><s:restriction base="s:int"><s:minInclusive value="1"/><s:maxExclusive value="9"/></s:restriction></s:simpleType></s:element>',
        ),
      ),
      `${COMMENT}export interface ORDER {\n  /** Restriction of \`xs:int\`, at least 1, less than 9. Fixed value \`2\`. */\n  a: number;\n}`,
    ],
    [
      "a choice",
      complex(`<s:choice>${element("a")}${element("b")}</s:choice>`),
      `${COMMENT}export type ORDER = OneOf<\n  | {\n      /** \`xs:string\`. */\n      a: string;\n    }\n  | {\n      /** \`xs:string\`. */\n      b: string;\n    }\n>;`,
    ],
    [
      "an optional choice beside an element",
      sequence(`${element("c")}<s:choice minOccurs="0">${element("a")}${element("b")}</s:choice>`),
      `${COMMENT}export type ORDER = {\n  /** \`xs:string\`. */\n  c: string;\n} & AtMostOneOf<\n  | {\n      /** \`xs:string\`. */\n      a: string;\n    }\n  | {\n      /** \`xs:string\`. */\n      b: string;\n    }\n>;`,
    ],
    [
      "a choice whose element is documented",
      complex(
        `<s:choice><s:element name="a" type="s:string">${documented("An A.")}</s:element>${element("b")}</s:choice>`,
      ),
      `${COMMENT}export type ORDER = OneOf<\n  | {\n      /** An A. */\n      a: string;\n    }\n  | {\n      /** \`xs:string\`. */\n      b: string;\n    }\n>;`,
    ],
    [
      "a repeated group",
      sequence(`<s:sequence maxOccurs="unbounded">${element("a")}${element("b")}</s:sequence>`),
      `${COMMENT}export interface ORDER {\n  /** One item per occurrence. */\n  $sequence: {\n    /** \`xs:string\`. */\n    a: string;\n    /** \`xs:string\`. */\n    b: string;\n  }[];\n}`,
    ],
    [
      "a wildcard",
      sequence('<s:any processContents="lax"/>'),
      `${COMMENT}export interface ORDER {\n  /** Elements that the schema does not name. */\n  $any: XmlElement;\n}`,
    ],
    [
      "mixed content",
      `<s:complexType name="ORDER" mixed="true"><s:sequence>${element("a")}${element("b")}</s:sequence></s:complexType>`,
      `${COMMENT}export interface ORDER {\n  /** Text and elements in document order. */\n  $content: (\n    | string\n    | OneOf<\n        | {\n            /** \`xs:string\`. */\n            a: string;\n          }\n        | {\n            /** \`xs:string\`. */\n            b: string;\n          }\n      >\n  )[];\n}`,
    ],
    [
      "an attribute, and any other",
      complex('<s:attribute name="a-b" type="s:int" use="required"/><s:anyAttribute/>'),
      `${COMMENT}export interface ORDER {\n  /** Attribute: \`xs:int\`. */\n  "a-b": number;\n  /** Attributes that the schema does not name, by \`{namespace}name\`. */\n  $attributes?: Record<string, string>;\n}`,
    ],
    [
      "a union of listed values and of any text",
      sequence(
        element(
          "a",
          '><s:simpleType><s:union memberTypes="tns:getOrderRet s:string"/></s:simpleType></s:element>',
        ),
      ),
      `${COMMENT}export interface ORDER {\n  /** Union of \`getOrderRet\`, \`xs:string\`. */\n  a: GetOrderRet | Unlisted;\n}`,
    ],
    [
      "a list",
      sequence(
        element("a", '><s:simpleType><s:list itemType="s:int"/></s:simpleType></s:element>'),
      ),
      `${COMMENT}export interface ORDER {\n  /** List of \`xs:int\`. */\n  a: number[];\n}`,
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
    expect(text).toContain(
      "export interface RUSH extends ORDER {\n  /** `xs:int`. */\n  b: number;\n}",
    );
  });
});
