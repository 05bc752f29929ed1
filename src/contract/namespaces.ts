/** The namespaces of WSDL 1.1 and its bindings (WSDL 1.1 §1.2), of XML Schema and of the SOAP encoding. */
export const WSDL = "http://schemas.xmlsoap.org/wsdl/";
export const WSDL20 = "http://www.w3.org/ns/wsdl";
export const SOAP11 = "http://schemas.xmlsoap.org/wsdl/soap/";
export const SOAP12 = "http://schemas.xmlsoap.org/wsdl/soap12/";
export const HTTP = "http://schemas.xmlsoap.org/wsdl/http/";
export const MIME = "http://schemas.xmlsoap.org/wsdl/mime/";
export const XSD = "http://www.w3.org/2001/XMLSchema";
export const XML = "http://www.w3.org/XML/1998/namespace";
export const SOAP_ENCODING11 = "http://schemas.xmlsoap.org/soap/encoding/";
export const SOAP_ENCODING12 = "http://www.w3.org/2003/05/soap-encoding";
export const WSI_BASIC = "http://ws-i.org/profiles/basic/1.1/xsd";
export const XML_MIME = "http://www.w3.org/2005/05/xmlmime";

/** WS-Addressing in WSDL: 1.0 as it was finished, and the draft that WCF and others write. */
export const WSAM = "http://www.w3.org/2007/05/addressing/metadata";
export const WSAW = "http://www.w3.org/2006/05/addressing/wsdl";

export const XLINK = "http://www.w3.org/1999/xlink";
const SOAP_ENVELOPE11 = "http://schemas.xmlsoap.org/soap/envelope/";
const SOAP_ENVELOPE12 = "http://www.w3.org/2003/05/soap-envelope";

/** Namespaces whose components are known here: an import of them needs no document. */
export const KNOWN: ReadonlySet<string> = new Set([
  XSD,
  XML,
  WSDL,
  SOAP_ENCODING11,
  SOAP_ENCODING12,
  WSI_BASIC,
  XML_MIME,
  SOAP_ENVELOPE11,
  SOAP_ENVELOPE12,
]);
