/** Faults as ASMX writes them: with status 500, in SOAP 1.2 too. */
import { ENVELOPE_NAMESPACE, type SoapVersion } from "../../soap/envelope/envelope.js";
import { escapeText } from "../../soap/xml/chars.js";

export type FaultKind = "Client" | "Server" | "MustUnderstand" | "VersionMismatch";

/** Thrown by whatever reads a request; it becomes the answer. */
export class RequestFault extends Error {
  constructor(
    readonly kind: FaultKind,
    message: string,
  ) {
    super(message);
  }
}

const CODES_12: Readonly<Record<FaultKind, string>> = {
  Client: "Sender",
  Server: "Receiver",
  MustUnderstand: "MustUnderstand",
  VersionMismatch: "VersionMismatch",
};

export function faultEnvelope(version: SoapVersion, kind: FaultKind, reason: string): string {
  const text = escapeText(reason);
  return envelope(
    version,
    version === "soap11"
      ? `<soap:Fault><faultcode>soap:${kind}</faultcode><faultstring>${text}</faultstring><detail /></soap:Fault>`
      : `<soap:Fault><soap:Code><soap:Value>soap:${CODES_12[kind]}</soap:Value></soap:Code><soap:Reason><soap:Text xml:lang="en">${text}</soap:Text></soap:Reason><soap:Detail /></soap:Fault>`,
  );
}

/** The envelope as ASMX writes it, with the prefixes that it always declares. */
export function envelope(version: SoapVersion, body: string): string {
  return `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="${ENVELOPE_NAMESPACE[version]}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><soap:Body>${body}</soap:Body></soap:Envelope>`;
}
