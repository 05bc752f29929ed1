/** Responses signed by xmlsec1, in the shapes in which WCF, CXF and others write them. */
import type { Issued } from "../certificates.js";
import { envelopeOf, NAMESPACE } from "../client/echo-call.js";
import { xmlsec1 } from "../xmlsec1.js";

const OASIS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
const WSSE = `${OASIS}wssecurity-secext-1.0.xsd`;
export const WSU = `${OASIS}wssecurity-utility-1.0.xsd`;
const EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";

export interface SignedResponse {
  /** Ids that are signed; default: those of Body and Timestamp. */
  readonly references?: readonly string[];
  readonly signature?: string;
  readonly digest?: string;
  /** Prefixes for InclusiveNamespaces, as CXF has them. */
  readonly inclusive?: string;
  /** How KeyInfo shows the certificate; default: by a BinarySecurityToken. */
  readonly show?: "token" | "x509data" | "nothing";
  readonly created?: Date;
  readonly expires?: Date;
  readonly text?: string;
}

const instant = (date: Date) => date.toISOString().replace(/\.\d+/, "");

/** @returns the envelope, signed */
export function signedResponse({ key, cert }: Issued, how: SignedResponse = {}): string {
  const {
    references = ["body", "time"],
    signature = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
    digest = "http://www.w3.org/2001/04/xmlenc#sha256",
    show = "token",
    created = new Date(),
    expires = new Date(created.getTime() + 300_000),
    text = "10 EUR",
  } = how;
  const der = cert.replace(/-----[^-]+-----|\s/g, "");
  const inclusive =
    how.inclusive === undefined
      ? ""
      : `<ec:InclusiveNamespaces xmlns:ec="${EXCLUSIVE}" PrefixList="${how.inclusive}"/>`;
  const token =
    show === "token"
      ? `<o:BinarySecurityToken u:Id="token" EncodingType="${OASIS}soap-message-security-1.0#Base64Binary" ValueType="${OASIS}x509-token-profile-1.0#X509v3">${der}</o:BinarySecurityToken>`
      : "";
  const keyInfo = {
    token: `<ds:KeyInfo><o:SecurityTokenReference><o:Reference URI="#token" ValueType="${OASIS}x509-token-profile-1.0#X509v3"/></o:SecurityTokenReference></ds:KeyInfo>`,
    x509data: `<ds:KeyInfo><o:SecurityTokenReference><ds:X509Data><ds:X509Certificate>${der}</ds:X509Certificate></ds:X509Data></o:SecurityTokenReference></ds:KeyInfo>`,
    nothing: "",
  }[show];
  const signed = references.map(
    (id) =>
      `<ds:Reference URI="#${id}"><ds:Transforms><ds:Transform Algorithm="${EXCLUSIVE}">${inclusive}</ds:Transform></ds:Transforms><ds:DigestMethod Algorithm="${digest}"/><ds:DigestValue/></ds:Reference>`,
  );
  const template =
    `<o:Security xmlns:o="${WSSE}" xmlns:u="${WSU}" s:mustUnderstand="1">${token}` +
    `<u:Timestamp u:Id="time"><u:Created>${instant(created)}</u:Created><u:Expires>${instant(expires)}</u:Expires></u:Timestamp>` +
    `<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo><ds:CanonicalizationMethod Algorithm="${EXCLUSIVE}">${inclusive}</ds:CanonicalizationMethod>` +
    `<ds:SignatureMethod Algorithm="${signature}"/>${signed.join("")}</ds:SignedInfo><ds:SignatureValue/>${keyInfo}</ds:Signature></o:Security>`;
  const body = `<echo xmlns="${NAMESPACE}"><text>${text}</text></echo>`;
  const envelope = envelopeOf(body, template).replace(
    "<s:Body>",
    `<s:Body xmlns:u="${WSU}" u:Id="body">`,
  );
  const { ok, said, out } = xmlsec1(
    envelope,
    [
      "--sign",
      "--privkey-pem",
      "key",
      "--output",
      "out",
      "--node-xpath",
      "//*[local-name()='Signature']",
    ],
    { key },
  );
  if (!ok) throw new Error(said);
  return out;
}
