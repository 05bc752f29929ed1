/** A contract with facets of every kind; its operation `order` returns what it receives. */
import { contractClients } from "../../src/codegen/index.js";
import type { Contract } from "../../src/contract/index.js";
import type { Operation } from "../../src/schema/index.js";
import { parseContract } from "../../src/wsdl/index.js";
import { NAMESPACES, schema, TNS, wsdl } from "../wsdl/wsdl-text.js";

const restriction = (name: string, base: string, facets: string): string =>
  `<xs:simpleType name="${name}"><xs:restriction base="${base}">${facets}</xs:restriction></xs:simpleType>`;
const facet = (name: string, value: string): string => `<xs:${name} value="${value}"/>`;

const SCHEMA = [
  restriction("Name", "xs:string", facet("minLength", "2") + facet("maxLength", "10")),
  restriction("Code", "xs:token", facet("length", "4")),
  restriction("Percent", "xs:int", facet("minInclusive", "0") + facet("maxInclusive", "100")),
  restriction("Price", "xs:decimal", facet("totalDigits", "6") + facet("fractionDigits", "2")),
  restriction("Rate", "xs:double", facet("minExclusive", "0") + facet("maxExclusive", "1")),
  restriction("Day", "xs:date", facet("minInclusive", "2020-01-01")),
  restriction("Sku", "xs:string", facet("pattern", "[A-Z]{2}\\d{3}") + facet("pattern", "X-\\d+")),
  restriction("Color", "xs:string", facet("enumeration", "red") + facet("enumeration", "blue")),
  restriction("Size", "xs:int", facet("enumeration", "36") + facet("enumeration", "38")),
  restriction("Squeezed", "xs:string", facet("whiteSpace", "collapse") + facet("maxLength", "3")),
  `<xs:simpleType name="Codes"><xs:restriction><xs:simpleType><xs:list itemType="tns:Code"/></xs:simpleType>
    ${facet("maxLength", "2")}</xs:restriction></xs:simpleType>`,
  '<xs:simpleType name="Either"><xs:union memberTypes="tns:Percent tns:Color"/></xs:simpleType>',
  `<xs:complexType name="Priced"><xs:simpleContent><xs:extension base="tns:Price">
    <xs:attribute name="unit" type="tns:Code" fixed="each"/></xs:extension></xs:simpleContent></xs:complexType>`,
  `<xs:complexType name="Order"><xs:sequence>
    <xs:element name="name" type="tns:Name"/>
    <xs:element name="code" type="tns:Code" minOccurs="0"/>
    <xs:element name="percent" type="tns:Percent" minOccurs="0"/>
    <xs:element name="price" type="tns:Price" minOccurs="0"/>
    <xs:element name="rate" type="tns:Rate" minOccurs="0"/>
    <xs:element name="day" type="tns:Day" minOccurs="0"/>
    <xs:element name="sku" type="tns:Sku" minOccurs="0"/>
    <xs:element name="color" type="tns:Color" minOccurs="0"/>
    <xs:element name="size" type="tns:Size" minOccurs="0"/>
    <xs:element name="squeezed" type="tns:Squeezed" minOccurs="0"/>
    <xs:element name="codes" type="tns:Codes" minOccurs="0"/>
    <xs:element name="either" type="tns:Either" minOccurs="0"/>
    <xs:element name="priced" type="tns:Priced" minOccurs="0" nillable="true"/>
    <xs:element name="tags" type="tns:Code" minOccurs="0" maxOccurs="3"/>
    <xs:element name="version" type="xs:int" minOccurs="0" fixed="2"/>
    <xs:element name="language" type="xs:language" minOccurs="0"/>
    <xs:element name="password" type="tns:Name" minOccurs="0"/>
    <xs:choice minOccurs="0"><xs:element name="card" type="tns:Code"/><xs:element name="iban" type="tns:Name"/></xs:choice>
    <xs:element name="line" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>
      <xs:element name="sku" type="tns:Sku"/><xs:element name="count" type="tns:Percent"/>
    </xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType>`,
  '<xs:element name="order" type="tns:Order"/><xs:element name="orderResponse" type="tns:Order"/>',
].join("");

/** The text of the WSDL. */
export const ORDER_WSDL = wsdl({
  types: schema(SCHEMA),
  messages: `<wsdl:message name="in"><wsdl:part name="body" element="tns:order"/></wsdl:message>
    <wsdl:message name="out"><wsdl:part name="body" element="tns:orderResponse"/></wsdl:message>`,
  portType:
    '<wsdl:operation name="order"><wsdl:input message="tns:in"/><wsdl:output message="tns:out"/></wsdl:operation>',
  binding: `<soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>
    <wsdl:operation name="order"><soap:operation soapAction="urn:test/order"/>
    <wsdl:input><soap:body use="literal"/></wsdl:input><wsdl:output><soap:body use="literal"/></wsdl:output></wsdl:operation>`,
});

/** A schema document of the messages, for a validator. */
export const ORDER_SCHEMA = `<xs:schema targetNamespace="${TNS}" elementFormDefault="qualified" ${NAMESPACES}>${SCHEMA}</xs:schema>`;

export function orderContract(): Contract {
  return parseContract(ORDER_WSDL, "order.wsdl");
}

/** The only operation. */
export function orderOperation(
  facets: boolean,
): Operation<Record<string, unknown>, Record<string, unknown>> {
  const [client] = contractClients(orderContract(), { facets });
  const order = client?.operations.order;
  if (order === undefined) throw new Error("The contract has no operation.");
  return order;
}
