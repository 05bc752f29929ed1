/** Envelopes of SOAP 1.1 (§4) and SOAP 1.2 (part 1 §5) as texts, and their HTTP headers. */
import { ENVELOPE_NAMESPACE, type SoapVersion } from "../../schema/index.js";

/** Puts the content of the Body, and of the Header if there is any, into an envelope. */
export function wrapEnvelope(version: SoapVersion, body: string, header = ""): string {
  const head = header === "" ? "" : `<soap:Header>${header}</soap:Header>`;
  return `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="${ENVELOPE_NAMESPACE[version]}">${head}<soap:Body>${body}</soap:Body></soap:Envelope>`;
}

/** The media types of envelopes. */
export const ENVELOPE_MEDIA_TYPE: Readonly<Record<SoapVersion, string>> = {
  soap11: "text/xml",
  soap12: "application/soap+xml",
};

/** The version whose envelopes have a media type (lower case, without parameters); `undefined` if it is another type. */
export function versionOfMediaType(type: string): SoapVersion | undefined {
  if (type === ENVELOPE_MEDIA_TYPE.soap11) return "soap11";
  return type === ENVELOPE_MEDIA_TYPE.soap12 ? "soap12" : undefined;
}

/**
 * The HTTP headers of a message. A request has an action: in the SOAPAction header, in quotes (SOAP 1.1 §6.1.1, WS-I BP
 * 1.1 R1109), or in the action parameter of the media type (SOAP 1.2 part 2 §6.5.3, RFC 3902).
 *
 * @param action `undefined` for a response
 */
export function messageHeaders(
  version: SoapVersion,
  action: string | undefined,
): Record<string, string> {
  const type = `${ENVELOPE_MEDIA_TYPE[version]}; charset=utf-8`;
  if (action === undefined) return { "Content-Type": type };
  const quoted = `"${action.replaceAll('"', "%22")}"`;
  return version === "soap11"
    ? { "Content-Type": type, SOAPAction: quoted }
    : { "Content-Type": `${type}; action=${quoted}` };
}
