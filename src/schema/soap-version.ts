/** A version of SOAP: 1.1 or 1.2. */
export type SoapVersion = "soap11" | "soap12";

/** The namespace of the envelope identifies the version (SOAP 1.1 §4, SOAP 1.2 part 1 §5.1). */
export const ENVELOPE_NAMESPACE: Readonly<Record<SoapVersion, string>> = {
  soap11: "http://schemas.xmlsoap.org/soap/envelope/",
  soap12: "http://www.w3.org/2003/05/soap-envelope",
};

/** The version with an envelope of this namespace; `undefined` if it is not that of an envelope. */
export function soapVersionOf(namespace: string | null): SoapVersion | undefined {
  if (namespace === ENVELOPE_NAMESPACE.soap11) return "soap11";
  return namespace === ENVELOPE_NAMESPACE.soap12 ? "soap12" : undefined;
}

/** The namespace of the SOAP encoding (SOAP 1.1 §5, SOAP 1.2 part 2 §3). */
export const ENCODING_NAMESPACE: Readonly<Record<SoapVersion, string>> = {
  soap11: "http://schemas.xmlsoap.org/soap/encoding/",
  soap12: "http://www.w3.org/2003/05/soap-encoding",
};
