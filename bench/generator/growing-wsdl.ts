/** WSDLs of any size, shaped as ASMX writes them: for each type an operation with it as request and response. */

const MEMBERS = ["int", "string", "dateTime", "decimal", "boolean", "long", "string", "double"];

export function growingWsdl(types: number): string {
  const numbers = Array.from({ length: types }, (_, index) => index);
  const all = (text: (index: number) => string) => numbers.map(text).join("\n");
  return `<?xml version="1.0" encoding="utf-8"?>
<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"
    xmlns:s="http://www.w3.org/2001/XMLSchema" xmlns:tns="urn:grown" targetNamespace="urn:grown">
<types><s:schema targetNamespace="urn:grown" elementFormDefault="qualified">
${all(type)}
</s:schema></types>
${all(messages)}
<portType name="Grown">${all((index) => `<operation name="call${index}"><input message="tns:in${index}"/><output message="tns:out${index}"/></operation>`)}</portType>
<binding name="Grown" type="tns:Grown"><soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>
${all((index) => `<operation name="call${index}"><soap:operation soapAction="urn:grown/call${index}"/><input><soap:body use="literal"/></input><output><soap:body use="literal"/></output></operation>`)}
</binding>
<service name="Grown"><port name="Grown" binding="tns:Grown"><soap:address location="http://localhost/"/></port></service>
</definitions>`;
}

function type(index: number): string {
  const members = MEMBERS.map(
    (name, at) => `<s:element minOccurs="0" name="${name}${at}" type="s:${name}"/>`,
  ).join("");
  const before =
    index === 0 ? "" : `<s:element minOccurs="0" name="before" type="tns:T${index - 1}"/>`;
  const wrapper = (name: string) =>
    `<s:element name="${name}"><s:complexType><s:sequence><s:element minOccurs="0" name="value" type="tns:T${index}"/></s:sequence></s:complexType></s:element>`;
  return `<s:complexType name="T${index}"><s:sequence>${members}${before}</s:sequence></s:complexType>
${wrapper(`call${index}`)}${wrapper(`call${index}Response`)}`;
}

function messages(index: number): string {
  const message = (name: string, element: string) =>
    `<message name="${name}${index}"><part name="p" element="tns:${element}"/></message>`;
  return message("in", `call${index}`) + message("out", `call${index}Response`);
}
