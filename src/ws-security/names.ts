/** Namespaces and identifiers of WS-Security 1.0 and 1.1, XML Signature and XML Encryption. */
const OASIS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";

export const WSSE = `${OASIS}wssecurity-secext-1.0.xsd`;
export const WSU = `${OASIS}wssecurity-utility-1.0.xsd`;
export const DS = "http://www.w3.org/2000/09/xmldsig#";
export const XENC = "http://www.w3.org/2001/04/xmlenc#";

export const BASE64 = `${OASIS}soap-message-security-1.0#Base64Binary`;
export const THUMBPRINT =
  "http://docs.oasis-open.org/wss/oasis-wss-soap-message-security-1.1#ThumbprintSHA1";

/** The name of the Security block, for `understood` of a call. */
export const SECURITY_BLOCK = `{${WSSE}}Security`;
