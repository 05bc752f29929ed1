/** The inputs that are changed. */
import { readFileSync } from "node:fs";
import { ENCODING_NAMESPACE } from "../../src/schema/index.js";

const XSD = "http://www.w3.org/2001/XMLSchema";
const XSI = "http://www.w3.org/2001/XMLSchema-instance";
const SOAP11 = "http://schemas.xmlsoap.org/soap/envelope/";
const SOAP12 = "http://www.w3.org/2003/05/soap-envelope";

const envelope = (body: string, header = "", soap = SOAP11) =>
  `<?xml version="1.0" encoding="utf-8"?>\n<s:Envelope xmlns:s="${soap}" xmlns:xsi="${XSI}" xmlns:xsd="${XSD}" xmlns:e="${ENCODING_NAMESPACE.soap11}">${header}<s:Body>${body}</s:Body></s:Envelope>`;

const VALUES =
  "<n>-12</n><l>99</l><d>1.5</d><t>2026-11-28T12:00:00Z</t><p>PT1M</p><b>TWFu</b><h>0f</h><q xmlns:p='urn:p'>p:a</q><x>1 2 3</x>";
const RECORD = `<op xmlns="urn:f" a="1"><s>text &amp; more</s>${VALUES}<r><v>1</v><w/></r><r><v>2</v></r><any xmlns="urn:o" b="c"><![CDATA[<x>]]></any></op>`;
const FAULT11 = `<s:Fault><faultcode>s:Server</faultcode><faultstring>no</faultstring><detail><f xmlns="urn:f"><v>1</v></f></detail></s:Fault>`;
const FAULT12 = `<s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>xsd:a</s:Value></s:Subcode></s:Code><s:Reason><s:Text xml:lang="en">no</s:Text></s:Reason><s:Detail><f xmlns="urn:f"><v>1</v></f></s:Detail></s:Fault>`;
const ENCODED = `<m:op xmlns:m="urn:f"><a e:arrayType="xsd:int[2,2]" e:offset="[0,1]"><i>1</i><i e:position="[1,1]">2</i></a><c href="#1"/><c href="#1"/></m:op><r id="1"><v xsi:type="xsd:int">1</v><c href="#2"/></r><r id="2"><v xsi:nil="true"/></r>`;
const ENCODED12 = `<m:op xmlns:m="urn:f" xmlns:e="${ENCODING_NAMESPACE.soap12}"><a e:itemType="xsd:int" e:arraySize="* 2"><i>1</i><i>2</i></a><c e:id="1"><v>1</v></c><c e:ref="1"/></m:op>`;

export const MESSAGES: readonly string[] = [
  envelope(RECORD),
  envelope(RECORD, "<s:Header><h xmlns='urn:f' s:mustUnderstand='1'><v>1</v></h></s:Header>"),
  envelope(FAULT11),
  envelope(FAULT12, "", SOAP12),
];

export const ENCODED_MESSAGES: readonly string[] = [
  envelope(ENCODED),
  envelope(ENCODED12, "", SOAP12),
];

/** Documents for the check of well-formedness. */
export const DOCUMENTS: readonly string[] = [
  ...MESSAGES,
  "<a/>",
  "<?xml version='1.0'?><!-- c --><?p i?><a x='1' y=\"2\"><b/>t&lt;<![CDATA[c]]><!-- - --></a>\n<!-- e -->",
  "<p:a xmlns:p='u' p:x='1'><q xmlns='v' xmlns:p='w' p:y='&#10;'/> &#x41;\r\n</p:a>",
];

const part = (headers: string, body: string) => `--boundary\r\n${headers}\r\n\r\n${body}\r\n`;

/** Multipart bodies; their boundary is `boundary`. */
export const PACKAGES: readonly string[] = [
  part(
    'Content-Type: application/xop+xml; charset=utf-8; type="text/xml"\r\nContent-ID: <root>',
    envelope(
      '<op xmlns="urn:f"><b><x:Include xmlns:x="http://www.w3.org/2004/08/xop/include" href="cid:a"/></b></op>',
    ),
  ) +
    part("Content-ID: <a>\r\nContent-Transfer-Encoding: base64", "TWFu") +
    part("Content-ID: <b>\r\nContent-Transfer-Encoding: quoted-printable", "a=3Db=\r\n") +
    "--boundary--\r\n",
];

export const CONTENT_TYPES: readonly string[] = [
  'multipart/related; type="application/xop+xml"; boundary=boundary; start="<root>"; start-info="text/xml"',
  'application/soap+xml; charset="utf-8"; action="urn:a\\"b"',
  "text/xml; charset=iso-8859-1",
  "text/xml;charset=utf-16; a*=utf-8''b; c=\"\\\\\"",
];

const WSDL_BODY = `<types><x:schema targetNamespace="urn:f" elementFormDefault="qualified"><x:simpleType name="s"><x:restriction base="x:string"><x:enumeration value="a"/><x:enumeration value="b"/></x:restriction></x:simpleType><x:complexType name="b" abstract="true"><x:sequence><x:element name="s" type="t:s" minOccurs="0"/></x:sequence><x:attribute name="a" type="x:int" use="required"/></x:complexType><x:complexType name="c"><x:complexContent><x:extension base="t:b"><x:choice maxOccurs="unbounded"><x:element name="l"><x:simpleType><x:list itemType="x:int"/></x:simpleType></x:element><x:group ref="t:g"/><x:any namespace="##other" processContents="lax"/></x:choice></x:extension></x:complexContent></x:complexType><x:group name="g"><x:sequence><x:element ref="t:op" minOccurs="0"/></x:sequence></x:group><x:element name="op"><x:complexType><x:sequence><x:element name="c" type="t:c" nillable="true"/></x:sequence></x:complexType></x:element><x:element name="f" type="x:string" substitutionGroup="t:g2"/><x:element name="g2" type="x:string"/></x:schema></types><message name="in"><part name="p" element="t:op"/></message><message name="f"><part name="f" element="t:f"/></message><portType name="P"><operation name="op"><input message="t:in"/><output message="t:in"/><fault name="f" message="t:f"/></operation></portType><binding name="B" type="t:P"><soap:binding transport="http://schemas.xmlsoap.org/soap/http"/><operation name="op"><soap:operation soapAction="urn:a"/><input><soap:body use="literal"/></input><output><soap:body use="literal"/></output><fault name="f"><soap:fault name="f" use="literal"/></fault></operation></binding><service name="S"><port name="p" binding="t:B"><soap:address location="http://127.0.0.1/"/></port></service>`;
const SMALL_WSDL = `<?xml version="1.0"?><definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:x="${XSD}" xmlns:t="urn:f" targetNamespace="urn:f">${WSDL_BODY}</definitions>`;

/** The first operations of the contract, without the others. */
function someOperations(): string {
  const wsdl = readFileSync(new URL("../../wsdl/API.wsdl", import.meta.url), "utf8");
  return wsdl.slice(0, 20_000);
}

/** The small one is valid; the other one shows how a WSDL is read that is cut short. */
export const WSDLS: readonly string[] = [
  ...Array.from({ length: 9 }, () => SMALL_WSDL),
  someOperations(),
];
