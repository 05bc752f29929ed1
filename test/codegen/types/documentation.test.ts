/** The comments of generated types and members. */
import { describe, expect, it } from "vitest";
import { generateFiles, parseContract } from "../../../src/codegen/index.js";
import { ordersWsdl, replaced } from "../../wsdl/fixtures.js";

const ORDER =
  /<s:complexType name="ORDER">[\s\S]*?<\/s:complexType>(?=\s*<s:complexType name="ArrayOfLINE">)/;

const documented = (text: string) =>
  `<s:annotation><s:documentation>${text}</s:documentation></s:annotation>`;
const simple = (content: string, name = "") => `<s:simpleType${name}>${content}</s:simpleType>`;
const restriction = (base: string, facets: string) =>
  `<s:restriction base="${base}">${facets}</s:restriction>`;
const values = (...all: readonly string[]) =>
  all.map((value) => `<s:enumeration value="${value}"/>`).join("");

/** types.ts of the contract with this definition of ORDER, and with other definitions. */
function generated(order: string, others = "", file = "types.ts"): string {
  const wsdl = replaced(ordersWsdl(), ORDER, () => order + others);
  return generateFiles(parseContract(wsdl, "orders.wsdl"), "x").get(file) ?? "";
}

/** The text of the comment before the declaration that starts so; its paragraphs are joined. */
function commentBefore(declaration: string, text: string): string | undefined {
  const [before] = text.split(declaration);
  return /\/\*\*((?:(?!\/\*\*)[\s\S])*?)\*\/\s*$/
    .exec(before ?? "")?.[1]
    ?.replace(/(?:\n\s*\*|\s)+/g, " ")
    .trim();
}

const inSequence = (content: string) =>
  `<s:complexType name="ORDER"><s:sequence>${content}</s:sequence></s:complexType>`;

describe("the comment of a member", () => {
  it.each<[given: string, element: string, want: string]>([
    ["a built-in type", 'type="s:dateTime"/>', "`xs:dateTime`."],
    ["any type", "/>", "`xs:anyType`."],
    ["a nillable element", 'type="s:int" nillable="true"/>', "`xs:int`. Nillable."],
    ["a default", 'type="s:int" default="5"/>', "`xs:int`. Default `5`."],
    ["a fixed value", 'type="s:int" fixed="5"/>', "`xs:int`. Fixed value `5`."],
    ["any number of items", 'type="s:int" minOccurs="0" maxOccurs="unbounded"/>', "`xs:int`."],
    ["a least number", 'type="s:int" maxOccurs="unbounded"/>', "`xs:int`. At least 1 item."],
    [
      "a largest number",
      'type="s:int" minOccurs="0" maxOccurs="9"/>',
      "`xs:int`. At most 9 items.",
    ],
    ["both", 'type="s:int" minOccurs="2" maxOccurs="9"/>', "`xs:int`. 2 to 9 items."],
    ["a fixed number", 'type="s:int" minOccurs="2" maxOccurs="2"/>', "`xs:int`. 2 items."],
    [
      "an anonymous restriction of an anonymous restriction",
      `>${simple(`<s:restriction>${simple(restriction("s:string", '<s:minLength value="1"/>'))}<s:pattern value="\\d+"/></s:restriction>`)}</s:element>`,
      "Restriction of `xs:string`, length at least 1, pattern `\\d+`.",
    ],
    ["a restriction with a name", 'type="tns:CODE"/>', "`CODE`, restriction of `xs:string`."],
    [
      "a short enumeration",
      'type="tns:getOrderRet"/>',
      "`getOrderRet`, one of `getOrder_OK`, `getOrder_Error`.",
    ],
    ["a long enumeration", 'type="tns:LONG"/>', "`LONG`, one of 26 values."],
    [
      "an anonymous enumeration of numbers",
      `>${simple(restriction("s:int", values("1", "2")))}</s:element>`,
      "One of `1`, `2`.",
    ],
    ["a list", `>${simple('<s:list itemType="s:int"/>')}</s:element>`, "List of `xs:int`."],
    ["a complex type", 'type="tns:LINE"/>', "Complex type `LINE`."],
    ["an array type", 'type="tns:ArrayOfLINE"/>', "Array of `LINE`."],
    [
      "an anonymous complex type",
      '><s:complexType><s:sequence><s:element name="b" type="s:int"/></s:sequence></s:complexType></s:element>',
      "Anonymous complex type.",
    ],
    [
      "documentation, which replaces the type",
      `type="s:int" default="5">${documented("The id.")}</s:element>`,
      "The id. Default `5`.",
    ],
    [
      "documentation beside facets",
      `>${documented("The id.")}${simple(restriction("s:string", '<s:length value="3"/>'))}</s:element>`,
      "The id. Length 3.",
    ],
  ])("%s", (_, element, want) => {
    const code = simple(restriction("s:string", '<s:maxLength value="5"/>'), ' name="CODE"');
    const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
    const long = simple(restriction("s:string", values(...letters)), ' name="LONG"');
    const text = generated(inSequence(`<s:element name="m" ${element}`), code + long);
    expect(commentBefore(text.includes("  m?: ") ? "  m?: " : "  m: ", text)).toBe(want);
  });

  it.each<[given: string, content: string, member: string, want: string]>([
    ["an attribute", '<s:attribute name="m" type="s:int"/>', "  m?: ", "Attribute: `xs:int`."],
    [
      "an attribute with facets and a default",
      `<s:attribute name="m" default="x">${simple(restriction("s:string", '<s:maxLength value="5"/>'))}</s:attribute>`,
      "  m?: ",
      "Attribute: restriction of `xs:string`, length at most 5. Default `x`.",
    ],
    [
      "an attribute with documentation",
      `<s:attribute name="m" type="s:int" default="1">${documented("The id.")}</s:attribute>`,
      "  m?: ",
      "The id. Default `1`.",
    ],
    [
      "text",
      '<s:simpleContent><s:extension base="s:decimal"/></s:simpleContent>',
      "  $value: ",
      "Text: `xs:decimal`.",
    ],
  ])("%s", (_, content, member, want) => {
    const text = generated(`<s:complexType name="ORDER">${content}</s:complexType>`);
    expect(commentBefore(member, text)).toBe(want);
  });
});

describe("the comment of a type", () => {
  it.each<[given: string, definition: string, declaration: string, want: string]>([
    [
      "complex",
      '<s:complexType name="T"><s:attribute name="a"/></s:complexType>',
      "export interface T ",
      "Complex type `T` of namespace `urn:example:orders`.",
    ],
    [
      "abstract",
      '<s:complexType name="T" abstract="true"><s:attribute name="a"/></s:complexType>',
      "export interface T ",
      "Abstract complex type `T` of namespace `urn:example:orders`.",
    ],
    [
      "simple",
      simple(restriction("s:string", '<s:maxLength value="5"/>'), ' name="T"'),
      "export type T =",
      "Simple type `T` of namespace `urn:example:orders`: restriction of `xs:string`. Length at most 5.",
    ],
    [
      "an enumeration of numbers",
      simple(restriction("s:int", values("1", "2")), ' name="T"'),
      "export type T =",
      "Simple type `T` of namespace `urn:example:orders`. One of 1, 2.",
    ],
    [
      "documented",
      simple(
        documented("A code.") + restriction("s:string", '<s:maxLength value="5"/>'),
        ' name="T"',
      ),
      "export type T =",
      "A code. Length at most 5.",
    ],
  ])("%s", (_, definition, declaration, want) => {
    const text = generated(inSequence('<s:element name="m" type="tns:T"/>'), definition);
    expect(commentBefore(declaration, text)).toBe(want);
  });

  it("an anonymous one names the namespace", () => {
    const anonymous =
      '<s:complexType><s:sequence><s:element name="b" type="s:int"/></s:sequence></s:complexType>';
    const text = generated(inSequence(`<s:element name="m">${anonymous}</s:element>`));
    expect(commentBefore("export interface ORDER_m ", text)).toBe(
      "Anonymous complex type of namespace `urn:example:orders`.",
    );
  });

  it("an enumeration has it at the constant and at the type", () => {
    const type = simple(
      restriction("s:string", `${values("a")}<s:maxLength value="5"/>`),
      ' name="T"',
    );
    const text = generated(inSequence('<s:element name="m" type="tns:T"/>'), type, "enums.ts");
    const want = "Enumeration `T` of namespace `urn:example:orders`. Length at most 5.";
    expect(commentBefore("export const T ", text)).toBe(want);
    expect(commentBefore("export type T ", text)).toBe(want);
  });
});
