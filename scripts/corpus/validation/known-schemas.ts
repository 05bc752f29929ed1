/** Schemas of namespaces that WSDLs use without a document, as far as they are referred to. */
import { ENCODING11, ENCODING12, XML, XSD } from "../raw/namespaces.js";
import { ANY_ATTRIBUTE, ANY_ELEMENTS } from "./xsd-text.js";

export const ENVELOPES = [
  "http://schemas.xmlsoap.org/soap/envelope/",
  "http://www.w3.org/2003/05/soap-envelope",
] as const;

const MIME_TYPES = "http://www.w3.org/2005/05/xmlmime";

const head = (namespace: string) =>
  `<corpus:schema xmlns:corpus="${XSD}" xmlns:own="${namespace}" targetNamespace="${namespace}"`;

/** An envelope whose Header and Body contain declared elements. */
const envelope = (namespace: string) => `${head(namespace)} elementFormDefault="qualified">
  <corpus:element name="Envelope"><corpus:complexType><corpus:sequence>
    <corpus:element name="Header" minOccurs="0" type="own:elements"/>
    <corpus:element name="Body" type="own:elements"/>
  </corpus:sequence><corpus:anyAttribute processContents="lax"/></corpus:complexType></corpus:element>
  <corpus:complexType name="elements"><corpus:sequence>
    <corpus:any processContents="strict" minOccurs="0" maxOccurs="unbounded"/>
  </corpus:sequence><corpus:anyAttribute processContents="lax"/></corpus:complexType>
  <corpus:attribute name="mustUnderstand" type="corpus:boolean"/>
  <corpus:attribute name="actor" type="corpus:anyURI"/>
  <corpus:attribute name="role" type="corpus:anyURI"/>
  <corpus:attribute name="encodingStyle" type="corpus:anyURI"/>
</corpus:schema>`;

const SIMPLE_TYPES =
  `anyURI base64Binary boolean byte date dateTime decimal double duration ENTITIES ENTITY float gDay gMonth gMonthDay
   gYear gYearMonth hexBinary ID IDREF IDREFS int integer language long Name NCName negativeInteger NMTOKEN NMTOKENS
   nonNegativeInteger nonPositiveInteger normalizedString positiveInteger QName short string time token unsignedByte
   unsignedInt unsignedLong unsignedShort`.split(/\s+/);

const encoding = (namespace: string) => {
  const types = SIMPLE_TYPES.map(
    (name) => `<corpus:complexType name="${name}"><corpus:simpleContent>
      <corpus:extension base="corpus:${name}"><corpus:anyAttribute processContents="lax"/></corpus:extension>
      </corpus:simpleContent></corpus:complexType>`,
  );
  const attributes = ["arrayType", "offset", "position", "itemType", "arraySize"].map(
    (name) => `<corpus:attribute name="${name}" type="corpus:string"/>`,
  );
  const groups = ["commonAttributes", "arrayAttributes", "arrayMemberAttributes"].map(
    (name) => `<corpus:attributeGroup name="${name}"/>`,
  );
  return `${head(namespace)}>${types.join("")}
    <corpus:simpleType name="base64"><corpus:restriction base="corpus:base64Binary"/></corpus:simpleType>
    <corpus:complexType name="Array">${ANY_ELEMENTS}${ANY_ATTRIBUTE}</corpus:complexType>
    <corpus:complexType name="Struct">${ANY_ELEMENTS}${ANY_ATTRIBUTE}</corpus:complexType>
    ${attributes.join("")}${groups.join("")}</corpus:schema>`;
};

const xml = `<corpus:schema xmlns:corpus="${XSD}" targetNamespace="${XML}">
  <corpus:attribute name="lang" type="corpus:string"/>
  <corpus:attribute name="base" type="corpus:anyURI"/>
  <corpus:attribute name="id" type="corpus:ID"/>
  <corpus:attribute name="space" type="corpus:NCName"/>
  <corpus:attributeGroup name="specialAttrs">
    <corpus:attribute ref="xml:base"/><corpus:attribute ref="xml:lang"/>
    <corpus:attribute ref="xml:space"/><corpus:attribute ref="xml:id"/>
  </corpus:attributeGroup>
</corpus:schema>`;

const mimeTypes = `${head(MIME_TYPES)}>
  <corpus:attribute name="contentType" type="corpus:string"/>
  <corpus:attribute name="expectedContentTypes" type="corpus:string"/>
  <corpus:complexType name="base64Binary"><corpus:simpleContent>
    <corpus:extension base="corpus:base64Binary"><corpus:attribute ref="own:contentType"/></corpus:extension>
  </corpus:simpleContent></corpus:complexType>
  <corpus:complexType name="hexBinary"><corpus:simpleContent>
    <corpus:extension base="corpus:hexBinary"><corpus:attribute ref="own:contentType"/></corpus:extension>
  </corpus:simpleContent></corpus:complexType>
</corpus:schema>`;

const XLINK = "http://www.w3.org/1999/xlink";

const xlink = `${head(XLINK)}>${[
  "type",
  "href",
  "role",
  "arcrole",
  "title",
  "show",
  "actuate",
  "label",
  "from",
  "to",
]
  .map((name) => `<corpus:attribute name="${name}" type="corpus:string"/>`)
  .join("")}</corpus:schema>`;

/** Used if a WSDL contains no schema for the namespace. */
export const SPARE_SCHEMAS: ReadonlyMap<string, string> = new Map([[XLINK, xlink]]);

/** By namespace; they replace the schemas of a WSDL for these namespaces. */
export const KNOWN_SCHEMAS: ReadonlyMap<string, string> = new Map([
  ...ENVELOPES.map((namespace) => [namespace, envelope(namespace)] as const),
  [ENCODING11, encoding(ENCODING11)],
  [ENCODING12, encoding(ENCODING12)],
  [XML, xml],
  [MIME_TYPES, mimeTypes],
]);
