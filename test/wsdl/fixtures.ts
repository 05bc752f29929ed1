/** A small service of our own, and ways to change its WSDL. */

export const TNS = "urn:example:orders";

const TYPES = `
      <s:element name="getOrder"><s:complexType><s:sequence>
        <s:element minOccurs="1" maxOccurs="1" name="iOrder" type="s:int"/>
        <s:element minOccurs="0" maxOccurs="1" name="sAuthCode" type="s:string"/>
      </s:sequence></s:complexType></s:element>
      <s:element name="getOrderResponse"><s:complexType><s:sequence>
        <s:element name="getOrderResult" type="tns:getOrderRet"/>
        <s:element minOccurs="0" name="oOrder" type="tns:ORDER"/>
        <s:element minOccurs="0" name="aLines" type="tns:ArrayOfLINE"/>
      </s:sequence></s:complexType></s:element>
      <s:simpleType name="getOrderRet"><s:restriction base="s:string">
        <s:enumeration value="getOrder_OK"/><s:enumeration value="getOrder_Error"/>
      </s:restriction></s:simpleType>
      <s:complexType name="ORDER"><s:annotation><s:documentation>An order.</s:documentation></s:annotation><s:sequence>
        <s:element name="iID" type="s:int"/>
        <s:element name="dPlaced" type="s:dateTime" nillable="true"/>
        <s:element minOccurs="0" name="oParent" type="tns:ORDER"/>
      </s:sequence></s:complexType>
      <s:complexType name="ArrayOfLINE"><s:sequence>
        <s:element minOccurs="0" maxOccurs="unbounded" name="LINE" nillable="true" type="tns:LINE"/>
      </s:sequence></s:complexType>
      <s:complexType name="LINE"><s:sequence>
        <s:element name="dPrice" type="s:decimal"/>
        <s:element name="lCount" type="s:long"/>
      </s:sequence></s:complexType>`;

/** @param types the content of the schema */
export function ordersWsdl(types: string = TYPES): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"
    xmlns:s="http://www.w3.org/2001/XMLSchema" xmlns:tns="${TNS}" targetNamespace="${TNS}">
  <w:types>
    <s:schema targetNamespace="${TNS}" elementFormDefault="qualified">${types}
    </s:schema>
  </w:types>
  <w:message name="getOrderIn"><w:part name="parameters" element="tns:getOrder"/></w:message>
  <w:message name="getOrderOut"><w:part name="parameters" element="tns:getOrderResponse"/></w:message>
  <w:portType name="Orders">
    <w:operation name="getOrder">
      <w:documentation>Gives an order.</w:documentation>
      <w:input message="tns:getOrderIn"/>
      <w:output message="tns:getOrderOut"/>
    </w:operation>
  </w:portType>
  <w:binding name="OrdersSoap" type="tns:Orders">
    <soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>
    <w:operation name="getOrder">
      <soap:operation soapAction="urn:example:orders/getOrder" style="document"/>
      <w:input><soap:body use="literal"/></w:input>
      <w:output><soap:body use="literal"/></w:output>
    </w:operation>
  </w:binding>
  <w:service name="OrderService">
    <w:port name="OrdersSoap" binding="tns:OrdersSoap"><soap:address location="http://orders.example.com/"/></w:port>
  </w:service>
</w:definitions>`;
}

/** Replaces what must be there. */
export function replaced(
  text: string,
  from: string | RegExp,
  to: string | ((found: string) => string),
): string {
  const result = typeof to === "string" ? text.replace(from, to) : text.replace(from, to);
  if (result === text) throw new Error(`${from} is not in the text`);
  return result;
}
