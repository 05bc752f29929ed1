/** An interceptor that takes only answers that are signed. */
import { SecurityError } from "../errors/index.js";
import type { Interceptor } from "../protocol/index.js";
import { readElement, type XmlElement } from "../xml/index.js";
import { type XmlCrypto, xmlCrypto } from "./libraries.js";
import { DS, isEnvelopeNamespace, SECURITY_BLOCK, WSU } from "./names.js";
import { isSameElement } from "./same-element.js";
import {
  childrenOf,
  elementById,
  elementsIn,
  onlyChild,
  readSecuredEnvelope,
  type SecuredEnvelope,
  standalone,
  textsOf,
} from "./secured-envelope.js";
import { ENVELOPED, readSignature, type Signature } from "./signature.js";
import { holdFresh } from "./timestamp.js";
import { readTrust, signers, type Trust, type Trusted } from "./trust.js";

/** What has to be signed: the Body, the Security block's Timestamp, a block of the Header by `{namespace}name`. */
export type SignedPart = "body" | "timestamp" | `{${string}}${string}`;

export interface VerifySignatureOptions extends Trust {
  /** Default: `["body", "timestamp"]`. */
  readonly require?: readonly SignedPart[];
  /** How far the clocks of both sides may be apart, in ms; default 300,000. */
  readonly clockSkew?: number;
  /** Takes SHA-1 in digests and signatures too, as old services have it; default false. */
  readonly allowSha1?: boolean;
}

const DEFAULT_CLOCK_SKEW = 300_000;

/**
 * Takes an answer only where its Body and Timestamp, or what `require` names, are signed by who is trusted (WS-Security
 * X.509, by xml-crypto), and where it is of this time. That a signed element of the right name is somewhere in the message
 * is not enough: it has to be the very Body that is decoded, and its id nobody else's.
 *
 * An answer that fails is a SecurityError, a fault that is not signed too: its words are in the message.
 *
 * @example
 * const interceptors = [nodeSoapSecurity(new WSSecurityCert(key, cert, "")), verifySignature({ certificate: theirs })];
 *
 * @throws SecurityError (`UNUSABLE`) for certificates that can't be read
 */
export function verifySignature(options: VerifySignatureOptions): Interceptor {
  const trusted = readTrust(options);
  const incoming = async (text: string) => {
    await holdSigned(text, options, trusted);
    return text;
  };
  return (next) => (call) =>
    next({
      ...call,
      understood: [...call.understood, SECURITY_BLOCK],
      envelopeSteps: [...call.envelopeSteps, { incoming }],
    });
}

/** Each costs a pass over the whole message. */
const MAX_SIGNATURES = 8;

async function holdSigned(
  text: string,
  { require = ["body", "timestamp"], clockSkew, allowSha1 = false }: VerifySignatureOptions,
  trusted: Trusted,
): Promise<void> {
  const secured = readSecuredEnvelope(text);
  const { envelope, security } = secured;
  const own = security === undefined ? [] : childrenOf(security, DS, "Signature");
  if (security === undefined || own.length === 0) throw notSigned("is not signed", secured);
  if (own.length > MAX_SIGNATURES) {
    throw new SecurityError(
      "BAD_SIGNATURE",
      `The answer has more than ${MAX_SIGNATURES} signatures.`,
    );
  }
  const library = await xmlCrypto();
  const signed = new Set<XmlElement>();
  for (const { element, text: signature } of textsOf(text, envelope, DS, "Signature")) {
    if (!own.includes(element)) continue;
    const read = readSignature(standalone(signature, element), allowSha1);
    const contents = verify(read, text, envelope, trusted, library);
    for (const part of signedBy(read, contents, envelope)) signed.add(part);
  }
  const timestamp = onlyChild(security, WSU, "Timestamp");
  for (const part of require) {
    const element = part === "timestamp" ? timestamp : elementOf(part, secured);
    if (element !== undefined && signed.has(element)) continue;
    const what = part === "body" ? "Body" : part === "timestamp" ? "Timestamp" : part;
    throw notSigned(`has a signature, but not of its ${what}`, secured);
  }
  if (timestamp !== undefined) holdFresh(timestamp, clockSkew ?? DEFAULT_CLOCK_SKEW);
}

/**
 * What was signed, as canonical XML, in the order of the references.
 *
 * @throws SecurityError where it does not hold by any certificate that is trusted
 */
function verify(
  signature: Signature,
  text: string,
  envelope: XmlElement,
  trusted: Trusted,
  { SignedXml }: XmlCrypto,
): string[] {
  let cause: unknown;
  for (const certificate of signers(signature.keyInfo, envelope, trusted)) {
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
    "The answer's signature does not hold: the message was changed on its way, or somebody else has signed it.",
    { cause },
  );
}

/**
 * The elements that a signature covers whole. The library has a parser of its own, which can be made to see another message
 * than the one that is decoded (what stands in a `script` of HTML, say), so the element is held against what was signed.
 */
function signedBy(
  { references }: Signature,
  contents: readonly string[],
  envelope: XmlElement,
): XmlElement[] {
  return references.map(({ uri, transforms }, index) => {
    const element = elementById(envelope, uri);
    const content = contents[index];
    if (content === undefined || !isSameElement(readElement(content), element)) {
      throw new SecurityError("BAD_SIGNATURE", `The element ${uri} is not what was signed.`);
    }
    // It takes the signature out of what is signed; where there is none inside, it takes out nothing.
    if (transforms.includes(ENVELOPED) && [...elementsIn(element)].some(isSignature)) {
      throw new SecurityError("BAD_SIGNATURE", `The element ${uri} is not signed as a whole.`);
    }
    return element;
  });
}

function isSignature({ name }: XmlElement): boolean {
  return name.local === "Signature" && name.namespace === DS;
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
    .find(({ name: { namespace } }) => isEnvelopeNamespace(namespace));
  const reason = (fault?.elements("faultstring")[0] ?? fault?.elements("Reason")[0])?.text.trim();
  const said =
    fault === undefined ? "" : ` It is a fault, and says: ${JSON.stringify(reason ?? "")}`;
  return new SecurityError("NOT_SIGNED", `The answer ${what}.${said.slice(0, MAX_SAID)}`);
}

/** Of what an unsigned fault says, in characters. */
const MAX_SAID = 300;
