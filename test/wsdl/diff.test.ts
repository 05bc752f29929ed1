import { describe, expect, it } from "vitest";
import { diffContracts, parseContract, summarize } from "../../src/wsdl/index.js";
import { ordersWsdl, replaced } from "./fixtures.js";

const orders = ordersWsdl();
const summaryOf = (text: string) => summarize(parseContract(text, "orders.wsdl"));
/** As it comes back from the file that it is kept in. */
const before = JSON.parse(JSON.stringify(summaryOf(orders)));
const changes = (text: string) => diffContracts(before, summaryOf(text));

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
      ["operation getOrder removed", "operation findOrder added"],
    ],
    [
      "an enum value more",
      replaced(
        orders,
        '<s:enumeration value="getOrder_Error"/>',
        '<s:enumeration value="getOrder_Error"/><s:enumeration value="getOrder_Quota"/>',
      ),
      ["enum value of getOrderRet getOrder_Quota added"],
    ],
    [
      "an enum value less",
      replaced(orders, '<s:enumeration value="getOrder_Error"/>', ""),
      ["enum value of getOrderRet getOrder_Error removed"],
    ],
    [
      "a type",
      replaced(orders, 'name="iID" type="s:int"', 'name="iID" type="s:long"'),
      ["type of ORDER/iID changed from xs:int to xs:long"],
    ],
    [
      "a required element more",
      replaced(
        orders,
        '<s:element name="iID"',
        '<s:element name="sNew" type="s:string"/><s:element name="iID"',
      ),
      ["ORDER/sNew added (required)"],
    ],
    [
      "an optional parameter more",
      replaced(
        orders,
        '<s:element minOccurs="0" maxOccurs="1" name="sAuthCode"',
        '<s:element minOccurs="0" name="sNew" type="s:string"/><s:element minOccurs="0" name="sAuthCode"',
      ),
      ["getOrder/sNew added (optional)"],
    ],
    [
      "an element less",
      replaced(orders, '<s:element name="iID" type="s:int"/>', ""),
      ["ORDER/iID removed"],
    ],
    [
      "the order of elements",
      replaced(orders, /(<s:element name="dPrice".*?>)\s*(<s:element name="lCount".*?>)/, "$2$1"),
      ["elements of LINE reordered"],
    ],
    [
      "what is required",
      replaced(
        orders,
        '<s:element minOccurs="0" maxOccurs="1" name="sAuthCode"',
        '<s:element name="sAuthCode"',
      ),
      ["getOrder/sAuthCode became required"],
    ],
    [
      "what is optional",
      replaced(orders, '<s:element name="iID"', '<s:element minOccurs="0" name="iID"'),
      ["ORDER/iID became optional"],
    ],
    [
      "how often",
      replaced(orders, '<s:element name="iID"', '<s:element maxOccurs="unbounded" name="iID"'),
      ["maxOccurs of ORDER/iID changed from 1 to unbounded"],
    ],
    [
      "what may be nil",
      replaced(orders, ' nillable="true"/>', "/>"),
      ["ORDER/dPlaced is no longer nillable"],
    ],
    [
      "an action",
      replaced(orders, "orders/getOrder", "orders/get"),
      ["action of getOrder changed from urn:example:orders/getOrder to urn:example:orders/get"],
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
      "a port's name",
      replaced(orders, 'port name="OrdersSoap"', 'port name="Soap"'),
      ["port OrdersSoap removed", "port Soap added"],
    ],
  ])("says what changed in %s", (_, text, expected) => {
    expect(changes(text)).toEqual(expected);
  });

  it("tells of a change of namespace", () => {
    const [first] = changes(replaced(orders, /urn:example:orders/g, "urn:example:o2"));
    expect(first).toBe("target namespace changed from urn:example:orders to urn:example:o2");
  });
});
