/** The two versions of SOAP, and the namespaces that tell them apart. */
export type SoapVersion = "soap11" | "soap12";

export const ENVELOPE_NAMESPACE: Readonly<Record<SoapVersion, string>> = {
  soap11: "http://schemas.xmlsoap.org/soap/envelope/",
  soap12: "http://www.w3.org/2003/05/soap-envelope",
};

/** Of the SOAP encoding (SOAP 1.1 §5, SOAP 1.2 part 2 §3). */
export const ENCODING_NAMESPACE: Readonly<Record<SoapVersion, string>> = {
  soap11: "http://schemas.xmlsoap.org/soap/encoding/",
  soap12: "http://www.w3.org/2003/05/soap-encoding",
};
