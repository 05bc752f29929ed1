/** The namespaces of WSDL 1.1 and XML Schema. */
export const WSDL = "http://schemas.xmlsoap.org/wsdl/";
export const SOAP11 = "http://schemas.xmlsoap.org/wsdl/soap/";
export const SOAP12 = "http://schemas.xmlsoap.org/wsdl/soap12/";
export const HTTP = "http://schemas.xmlsoap.org/wsdl/http/";
export const MIME = "http://schemas.xmlsoap.org/wsdl/mime/";
export const XSD = "http://www.w3.org/2001/XMLSchema";
export const XML = "http://www.w3.org/XML/1998/namespace";
export const ENCODING11 = "http://schemas.xmlsoap.org/soap/encoding/";
export const ENCODING12 = "http://www.w3.org/2003/05/soap-encoding";
