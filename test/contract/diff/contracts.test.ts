import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffContracts } from "../../../src/contract/diff/index.js";
import { contractJson } from "../../../src/contract/index.js";
import { parseContract, readContract } from "../../../src/wsdl/index.js";
import { ordersWsdl, replaced } from "../../wsdl/fixtures.js";

const orders = ordersWsdl();
const jsonOf = (text: string) => contractJson(parseContract(text, "orders.wsdl"));
/** As it is read from a file. */
const before = JSON.parse(JSON.stringify(jsonOf(orders)));
const changes = (text: string, old = before) => diffContracts(old, jsonOf(text));

/** The messages of the changes, with the sides that they break: callers, servers. */
const messages = (text: string, old = before) =>
  changes(text, old).map(({ message, breaking }) => {
    const whom = [breaking.callers ? "C" : "", breaking.servers ? "S" : ""].join("");
    return whom === "" ? message : `${message} [${whom}]`;
  });

describe("diffContracts", () => {
  it.each<[string, string, string[]]>([
    ["nothing", orders, []],
    ["prefixes", replaced(orders, /tns:/g, "x:").replace("xmlns:tns", "xmlns:x"), []],
    [
      "the order of declarations",
      replaced(
        orders,
        /(<s:complexType name="ORDER">[\s\S]*?<\/s:complexType>)([\s\S]*)(<\/s:schema>)/,
        "$2$1$3",
      ),
      [],
    ],
    ["white space in documentation", replaced(orders, "Gives an order.", "Gives\n an  order."), []],
    [
      "an operation",
      replaced(orders, /name="getOrder">(\s*<w:doc|\s*<soap:op)/g, 'name="findOrder">$1'),
      ["operation getOrder removed [C]", "operation findOrder added"],
    ],
    [
      "an additional enum value",
      replaced(
        orders,
        '<s:enumeration value="getOrder_Error"/>',
        '<s:enumeration value="getOrder_Error"/><s:enumeration value="getOrder_Quota"/>',
      ),
      ["enum value of getOrderRet getOrder_Quota added [C]"],
    ],
    [
      "a missing enum value",
      replaced(orders, '<s:enumeration value="getOrder_Error"/>', ""),
      ["enum value of getOrderRet getOrder_Error removed [S]"],
    ],
    [
      "a type",
      replaced(orders, 'name="iID" type="s:int"', 'name="iID" type="s:long"'),
      ["type of ORDER/iID changed from xs:int to xs:long, which is widened [C]"],
    ],
    [
      "an additional required element",
      replaced(
        orders,
        '<s:element name="iID"',
        '<s:element name="sNew" type="s:string"/><s:element name="iID"',
      ),
      ["ORDER/sNew added (required) [S]"],
    ],
    [
      "an additional optional parameter",
      replaced(
        orders,
        '<s:element minOccurs="0" maxOccurs="1" name="sAuthCode"',
        '<s:element minOccurs="0" name="sNew" type="s:string"/><s:element minOccurs="0" name="sAuthCode"',
      ),
      ["getOrder/sNew added (optional)"],
    ],
    [
      "a missing element",
      replaced(orders, '<s:element name="iID" type="s:int"/>', ""),
      ["ORDER/iID removed [C]"],
    ],
    [
      "the order of elements",
      replaced(orders, /(<s:element name="dPrice".*?>)\s*(<s:element name="lCount".*?>)/, "$2$1"),
      ["elements of LINE reordered [CS]"],
    ],
    [
      "an element that becomes required",
      replaced(
        orders,
        '<s:element minOccurs="0" maxOccurs="1" name="sAuthCode"',
        '<s:element name="sAuthCode"',
      ),
      ["getOrder/sAuthCode became required [C]"],
    ],
    [
      "an element that becomes optional",
      replaced(orders, '<s:element name="iID"', '<s:element minOccurs="0" name="iID"'),
      ["ORDER/iID became optional [C]"],
    ],
    [
      "how often",
      replaced(orders, '<s:element name="iID"', '<s:element maxOccurs="unbounded" name="iID"'),
      ["maxOccurs of ORDER/iID changed from 1 to unbounded [C]"],
    ],
    [
      "nillable",
      replaced(orders, ' nillable="true"/>', "/>"),
      ["ORDER/dPlaced is no longer nillable [S]"],
    ],
    [
      "an action",
      replaced(orders, "orders/getOrder", "orders/get"),
      [
        "action of getOrder changed from urn:example:orders/getOrder to urn:example:orders/get [CS]",
      ],
    ],
    [
      "the Action of WS-Addressing",
      orders
        .replace("<w:input ", '<w:input a:Action="urn:get" ')
        .replace("xmlns:tns", 'xmlns:a="http://www.w3.org/2007/05/addressing/metadata" xmlns:tns'),
      ["addressing action of getOrder changed from urn:example:orders/getOrder to urn:get [CS]"],
    ],
    [
      "an address",
      replaced(orders, "orders.example.com", "example.com"),
      [
        "address of port OrderService/OrdersSoap changed from http://orders.example.com/ to http://example.com/",
      ],
    ],
    [
      "documentation",
      replaced(orders, "Gives an order.", "Gives one order."),
      ["documentation of getOrder changed"],
    ],
    [
      "the name of a port",
      replaced(orders, 'port name="OrdersSoap"', 'port name="Soap"'),
      ["port OrdersSoap removed [C]", "port Soap added"],
    ],
  ])("reports what changed in %s", (_, text, expected) => {
    expect(messages(text)).toEqual(expected);
  });

  it("reports a change of the namespace", () => {
    const [first] = changes(replaced(orders, /urn:example:orders/g, "urn:example:o2"));
    expect(first?.message).toBe(
      "target namespace changed from urn:example:orders to urn:example:o2",
    );
  });

  /** In both directions: what one adds the other removes. */
  it.each<[string, string, string, string, string]>([
    [
      "a parameter",
      "",
      '<s:element name="iNew" type="s:int"/>',
      "getOrder/iNew added (required) [C]",
      "getOrder/iNew removed [CS]",
    ],
    [
      "an optional parameter",
      "",
      '<s:element minOccurs="0" name="iNew" type="s:int"/>',
      "getOrder/iNew added (optional)",
      "getOrder/iNew removed [C]",
    ],
    [
      "the width of a parameter",
      '<s:element name="i" type="s:int"/>',
      '<s:element name="i" type="s:integer"/>',
      "type of getOrder/i changed from xs:int to xs:integer, which is widened [S]",
      "type of getOrder/i changed from xs:integer to xs:int, which is narrowed [C]",
    ],
    [
      "the type of a parameter",
      '<s:element name="i" type="s:int"/>',
      '<s:element name="i" type="s:boolean"/>',
      "type of getOrder/i changed from xs:int to xs:boolean [CS]",
      "type of getOrder/i changed from xs:boolean to xs:int [CS]",
    ],
    [
      "a facet",
      '<s:element name="i"><s:simpleType><s:restriction base="s:string"><s:maxLength value="9"/></s:restriction></s:simpleType></s:element>',
      '<s:element name="i"><s:simpleType><s:restriction base="s:string"><s:maxLength value="10"/></s:restriction></s:simpleType></s:element>',
      "maxLength of getOrder/i changed from 9 to 10 [S]",
      "maxLength of getOrder/i changed from 10 to 9 [C]",
    ],
    [
      "an enumeration of a parameter",
      '<s:element name="i" type="s:string"/>',
      '<s:element name="i" type="tns:getOrderRet"/>',
      "type of getOrder/i changed from xs:string to getOrderRet, which is narrowed [C]",
      "type of getOrder/i changed from getOrderRet to xs:string, which is widened [S]",
    ],
    [
      "a choice",
      '<s:element minOccurs="0" name="a" type="s:int"/><s:element minOccurs="0" name="b" type="s:int"/>',
      '<s:choice minOccurs="0"><s:element name="a" type="s:int"/><s:element name="b" type="s:int"/></s:choice>',
      "the groups of getOrder changed [CS]",
      "the groups of getOrder changed [CS]",
    ],
    [
      "a wildcard",
      "",
      '<s:any minOccurs="0" namespace="##other"/>',
      "getOrder/any of ##other than urn:example:orders added (optional)",
      "getOrder/any of ##other than urn:example:orders removed [C]",
    ],
    [
      "a default",
      '<s:element name="a" type="s:int"/>',
      '<s:element name="a" type="s:int" default="1"/>',
      "default value of getOrder/a changed from none to 1",
      "default value of getOrder/a changed from 1 to none",
    ],
    [
      "a list",
      '<s:element name="a"><s:simpleType><s:list itemType="s:int"/></s:simpleType></s:element>',
      '<s:element name="a"><s:simpleType><s:list itemType="s:long"/></s:simpleType></s:element>',
      "type of the items of getOrder/a changed from xs:int to xs:long, which is widened [S]",
      "type of the items of getOrder/a changed from xs:long to xs:int, which is narrowed [C]",
    ],
  ])("reports what changed with %s, in both directions", (_, one, other, forth, back) => {
    const holding = (content: string) =>
      replaced(orders, '<s:element minOccurs="1"', (found) => content + found);
    const withOne = one === "" ? orders : holding(one);
    const withOther = holding(other);
    expect(messages(withOther, jsonOf(withOne))).toEqual([forth]);
    expect(messages(withOne, jsonOf(withOther))).toEqual([back]);
  });

  it.each<[string, string, string[]]>([
    ["an optional attribute", '<s:attribute name="a"/>', ["ORDER/@a added (optional)"]],
    [
      "a required attribute",
      '<s:attribute name="a" use="required"/>',
      ["ORDER/@a added (required) [S]"],
    ],
    [
      "any attribute",
      "<s:anyAttribute/>",
      ["further attributes of ORDER changed from none to ##any [C]"],
    ],
  ])("reports that there is %s", (_, attribute, expected) => {
    const text = replaced(
      orders,
      /(<s:complexType name="ORDER">[\s\S]*?<\/s:sequence>)/,
      (found) => found + attribute,
    );
    expect(messages(text)).toEqual(expected);
  });

  it("reports that a new type may replace a known type", () => {
    const text = replaced(
      orders,
      "</s:schema>",
      '<s:complexType name="RUSH"><s:complexContent><s:extension base="tns:ORDER"/></s:complexContent></s:complexType></s:schema>',
    );
    expect(messages(text)).toEqual(["type RUSH added [C]"]);
  });

  it("returns the places in both files", () => {
    const text = replaced(orders, 'name="iID" type="s:int"', 'name="iID" type="s:long"');
    const [change] = diffContracts(jsonOf(orders), jsonOf(text));
    expect(change).toMatchObject({
      kind: "type-widened",
      path: "ORDER/iID",
      before: { file: "orders.wsdl", line: 19, column: 9 },
      after: { file: "orders.wsdl", line: 19, column: 9 },
    });
  });

  it("finds no change if the order of declarations and the prefixes differ", () => {
    const [, head = "", body = "", tail = ""] =
      /^([\s\S]*?<s:schema [^>]*>)([\s\S]*)(<\/s:schema>[\s\S]*)$/.exec(orders) ?? [];
    const declarations = body.split(/(?=\n {6}<s:)/).filter((each) => each.trim() !== "");
    const shuffled = fc.shuffledSubarray(declarations, { minLength: declarations.length });
    fc.assert(
      fc.property(shuffled, fc.constantFrom("a", "soap12", "xs", "q1"), (order, prefix) => {
        const text = head + order.join("") + tail;
        const renamed = text
          .replace(/xmlns:tns=/g, `xmlns:${prefix}=`)
          .replace(/tns:/g, `${prefix}:`);
        expect(messages(renamed)).toEqual([]);
      }),
    );
  });
});

const corpus = "../shared/corpus";
const allowed = { allowImportFolders: [corpus] };

describe.skipIf(!existsSync(corpus))("the WSDLs of ../shared/corpus", () => {
  const entries: { name: string; entry: string }[] = existsSync(corpus)
    ? JSON.parse(readFileSync(join(corpus, "index.json"), "utf8"))
    : [];

  it("have the same meaning when read again and from JSON", { timeout: 120_000 }, async () => {
    const noDownload = () => Promise.reject(new Error("There are no downloads."));
    for (const { name, entry } of entries) {
      const [one, other] = await Promise.all([
        readContract(join(corpus, entry), noDownload, allowed),
        readContract(join(corpus, entry), noDownload, allowed),
      ]);
      const kept = JSON.parse(JSON.stringify(contractJson(one)));
      expect([name, diffContracts(kept, contractJson(other))]).toEqual([name, []]);
    }
  });
});
