/** The namespaces of WSDL 1.1 and its bindings (WSDL 1.1 §1.2), of XML Schema, and of what schemas often refer to. */
import { ENCODING_NAMESPACE, ENVELOPE_NAMESPACE } from "../schema/index.js";
import { XML_NAMESPACE, XSD_NAMESPACE } from "../xml/index.js";

export const WSDL = "http://schemas.xmlsoap.org/wsdl/";
export const WSDL20 = "http://www.w3.org/ns/wsdl";
/** The extension elements of the SOAP 1.1 binding, not the envelope. */
export const SOAP11 = "http://schemas.xmlsoap.org/wsdl/soap/";
export const SOAP12 = "http://schemas.xmlsoap.org/wsdl/soap12/";
export const HTTP = "http://schemas.xmlsoap.org/wsdl/http/";
export const MIME = "http://schemas.xmlsoap.org/wsdl/mime/";
export const XSD = XSD_NAMESPACE;
export const XML = XML_NAMESPACE;
export const { soap11: SOAP_ENCODING11, soap12: SOAP_ENCODING12 } = ENCODING_NAMESPACE;
export const { soap11: SOAP_ENVELOPE11, soap12: SOAP_ENVELOPE12 } = ENVELOPE_NAMESPACE;
export const WSI_BASIC = "http://ws-i.org/profiles/basic/1.1/xsd";
export const XML_MIME = "http://www.w3.org/2005/05/xmlmime";
export const XLINK = "http://www.w3.org/1999/xlink";

/** WS-Addressing in WSDL: the recommendation 1.0, and the draft that WCF and others write. */
export const WSAM = "http://www.w3.org/2007/05/addressing/metadata";
export const WSAW = "http://www.w3.org/2006/05/addressing/wsdl";

/** Namespaces with predefined components: an import of them needs no document. */
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
