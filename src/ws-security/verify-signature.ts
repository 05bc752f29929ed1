/** An interceptor that accepts only signed responses. */
import { SecurityError } from "../errors/index.js";
import type { Interceptor } from "../protocol/index.js";
import { soapVersionOf } from "../schema/index.js";
import { isNamed, readElement, type XmlElement } from "../xml/index.js";
import { type XmlCrypto, xmlCrypto } from "./libraries.js";
import { DS, SECURITY_BLOCK, WSU } from "./names.js";
import { isSameElement } from "./same-element.js";
import {
  elementById,
  elementsIn,
  onlyChild,
  readSecuredEnvelope,
  type SecuredEnvelope,
  standalone,
  textsOf,
} from "./secured-envelope.js";
import { ENVELOPED, readSignature, type Signature } from "./signature.js";
import { checkTimestamp } from "./timestamp.js";
import { possibleSigners, readTrust, type Trust, type Trusted } from "./trust.js";

/** A part that must be signed: the Body, the Timestamp of the Security block, or a block of the Header by `{namespace}name`. */
export type SignedPart = "body" | "timestamp" | `{${string}}${string}`;

/** Options of `verifySignature`. */
export interface VerifySignatureOptions extends Trust {
  /**
   * The parts that must be signed; default `["body", "timestamp"]`. Without a signed Timestamp, an attacker can send an
   * old response again.
   */
  readonly require?: readonly SignedPart[];
  /** The tolerated difference between the clocks of both sides, in milliseconds; default 300,000 (5 minutes). */
  readonly clockSkew?: number;
  /** Accepts SHA-1 in digests and signatures, which old services use; default false, since SHA-1 is broken. */
  readonly allowSha1?: boolean;
}

const DEFAULT_CLOCK_SKEW = 300_000;

/**
 * Creates an interceptor that accepts a response only if a trusted signer signed its Body and Timestamp, or the parts in
 * `require` (WS-Security X.509), and if it has not expired. The signature must cover the Body that is decoded, and no other
 * element may have the id of a signed element. It needs the package `xml-crypto`.
 *
 * Any other response is a `SecurityError`; so is a fault that is not signed, whose reason is in the message of the error.
 *
 * @example
 * const interceptors = [nodeSoapSecurity(new WSSecurityCert(key, cert, "")), verifySignature({ certificate: theirs })];
 *
 * @throws SecurityError `UNUSABLE` if a certificate cannot be read; calls throw the other codes
 */
export function verifySignature(options: VerifySignatureOptions): Interceptor {
  const trusted = readTrust(options);
  const incoming = async (text: string) => {
    await checkSignatures(text, options, trusted);
    return text;
  };
  return (next) => (call) =>
    next({
      ...call,
      understood: [...call.understood, SECURITY_BLOCK],
      envelopeSteps: [...call.envelopeSteps, { incoming }],
    });
}

/** Each signature needs a pass over the whole message. */
const MAX_SIGNATURES = 8;

async function checkSignatures(
  text: string,
  { require = ["body", "timestamp"], clockSkew, allowSha1 = false }: VerifySignatureOptions,
  trusted: Trusted,
): Promise<void> {
  const secured = readSecuredEnvelope(text);
  const { envelope, security } = secured;
  const own = security === undefined ? [] : security.elements("Signature", DS);
  if (security === undefined || own.length === 0) throw notSigned("is not signed", secured);
  if (own.length > MAX_SIGNATURES) {
    throw new SecurityError(
      "BAD_SIGNATURE",
      `The message has more than ${MAX_SIGNATURES} signatures, which is the limit.`,
    );
  }
  const context = { text, envelope, trusted, library: await xmlCrypto() };
  const signed = new Set<XmlElement>();
  for (const { element, text: signature } of textsOf(text, envelope, DS, "Signature")) {
    if (!own.includes(element)) continue;
    const read = readSignature(standalone(signature, element), allowSha1);
    const contents = verify(read, context);
    for (const part of signedElements(read, contents, envelope)) signed.add(part);
  }
  const timestamp = onlyChild(security, WSU, "Timestamp");
  for (const part of require) {
    const element = part === "timestamp" ? timestamp : elementOf(part, secured);
    if (element !== undefined && signed.has(element)) continue;
    const what = part === "body" ? "Body" : part === "timestamp" ? "Timestamp" : part;
    throw notSigned(`is signed, but the signature does not cover its ${what}`, secured);
  }
  if (timestamp !== undefined) checkTimestamp(timestamp, clockSkew ?? DEFAULT_CLOCK_SKEW);
}

/** What all signatures of a message are verified with. */
interface VerificationContext {
  readonly text: string;
  readonly envelope: XmlElement;
  readonly trusted: Trusted;
  readonly library: XmlCrypto;
}

/**
 * Returns the signed content as canonical XML, in the order of the references.
 *
 * @throws SecurityError if no trusted certificate verifies the signature
 */
function verify(
  signature: Signature,
  { text, envelope, trusted, library: { SignedXml } }: VerificationContext,
): string[] {
  let cause: unknown;
  for (const certificate of possibleSigners(signature.keyInfo, envelope, trusted)) {
    const publicCert = String(certificate.publicKey.export({ type: "spki", format: "pem" }));
    const signed = new SignedXml({ publicCert, getCertFromKeyInfo: () => null });
    try {
      signed.loadSignature(signature.text);
      if (signed.checkSignature(text)) return signed.getSignedReferences();
    } catch (error) {
      cause = error;
    }
  }
  throw new SecurityError(
    "BAD_SIGNATURE",
    "The message's signature is not valid: the message was changed after it was signed, or another key signed it.",
    { cause },
  );
}

/**
 * The elements that a signature covers as a whole. The library has its own parser, which can be made to see another message
 * than the decoder does (the content of a `script` element of HTML, for example), so each element is compared with the
 * content that was signed.
 */
function signedElements(
  { references }: Signature,
  contents: readonly string[],
  envelope: XmlElement,
): XmlElement[] {
  return references.map(({ uri, transforms }, index) => {
    const element = elementById(envelope, uri);
    const content = contents[index];
    if (content === undefined || !isSameElement(readElement(content), element)) {
      throw new SecurityError(
        "BAD_SIGNATURE",
        `The element ${uri} differs from the content that was signed.`,
      );
    }
    // This transform removes the signature from the signed content, so the element may contain no other one.
    if (
      transforms.includes(ENVELOPED) &&
      [...elementsIn(element)].some((each) => isNamed(each, DS, "Signature"))
    ) {
      throw new SecurityError("BAD_SIGNATURE", `The element ${uri} is not signed as a whole.`);
    }
    return element;
  });
}

function elementOf(
  part: Exclude<SignedPart, "timestamp">,
  { body, header }: SecuredEnvelope,
): XmlElement | undefined {
  if (part === "body") return body;
  const [, namespace = "", local = ""] = /^\{(.*)\}(.*)$/.exec(part) ?? [];
  return header === undefined ? undefined : onlyChild(header, namespace, local);
}

function notSigned(what: string, { body }: SecuredEnvelope): SecurityError {
  const fault = body
    .elements("Fault")
    .find(({ name: { namespace } }) => soapVersionOf(namespace) !== undefined);
  const reason = (fault?.elements("faultstring")[0] ?? fault?.elements("Reason")[0])?.text.trim();
  const hint = fault === undefined ? "" : ` It is a fault: ${JSON.stringify(reason ?? "")}`;
  return new SecurityError("NOT_SIGNED", `The message ${what}.${hint.slice(0, MAX_HINT)}`);
}

/** The length of the reason of an unsigned fault in the message of an error, in characters. */
const MAX_HINT = 300;
