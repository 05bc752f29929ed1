/** The namespaces of WSDL 1.1 and its bindings (WSDL 1.1 §1.2). */
export const WSDL = "http://schemas.xmlsoap.org/wsdl/";
export const WSDL20 = "http://www.w3.org/ns/wsdl";
export const SOAP11 = "http://schemas.xmlsoap.org/wsdl/soap/";
export const SOAP12 = "http://schemas.xmlsoap.org/wsdl/soap12/";
export const HTTP = "http://schemas.xmlsoap.org/wsdl/http/";
