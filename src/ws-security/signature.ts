/** One XML signature (XML Signature §4): its parts, read from the text that is verified. */
import { SecurityError } from "../errors/index.js";
import { readElement, type XmlElement } from "../xml/index.js";
import { DS } from "./names.js";
import { base64Of, onlyChild } from "./secured-envelope.js";

export interface Signature {
  readonly text: string;
  readonly algorithm: string;
  readonly references: readonly Reference[];
  readonly keyInfo: XmlElement | undefined;
}

/** A reference to one signed element. */
export interface Reference {
  /** `#id` */
  readonly uri: string;
  readonly transforms: readonly string[];
}

/** The most references of a signature: each is a pass over the message, and WS-Security signs a few parts. */
const MAX_REFERENCES = 64;

/**
 * Reads a signature in the simple form of WS-Security: no Object, no Manifest, no element of another namespace that a
 * verifier could confuse with a part of it.
 *
 * @param allowSha1 accepts SHA-1
 * @throws SecurityError `BAD_SIGNATURE`, `ALGORITHM`
 */
export function readSignature(text: string, allowSha1: boolean): Signature {
  const signature = readElement(text);
  checkChildren(signature, ["SignedInfo", "SignatureValue", "KeyInfo"]);
  const signedInfo = part(signature, "SignedInfo");
  checkChildren(signedInfo, ["CanonicalizationMethod", "SignatureMethod", "Reference"]);
  allowedAlgorithm(part(signedInfo, "CanonicalizationMethod"), CANONICALIZATIONS);
  const algorithm = allowedAlgorithm(
    part(signedInfo, "SignatureMethod"),
    allowSha1 ? [...SIGNATURES, ...SHA1_SIGNATURES] : SIGNATURES,
  );
  part(signature, "SignatureValue");
  const found = signedInfo.elements("Reference", DS);
  if (found.length > MAX_REFERENCES)
    throw malformed(`it has more than ${MAX_REFERENCES} references`);
  const references = found.map((reference) => readReference(reference, allowSha1));
  return { text, algorithm, references, keyInfo: onlyChild(signature, DS, "KeyInfo") };
}

function readReference(reference: XmlElement, allowSha1: boolean): Reference {
  checkChildren(reference, ["Transforms", "DigestMethod", "DigestValue"]);
  allowedAlgorithm(
    part(reference, "DigestMethod"),
    allowSha1 ? [...DIGESTS, ...SHA1_DIGESTS] : DIGESTS,
  );
  if (base64Of(part(reference, "DigestValue")) === "") throw malformed("a DigestValue is empty");
  const transforms = onlyChild(reference, DS, "Transforms");
  if (transforms !== undefined) checkChildren(transforms, ["Transform"]);
  return {
    uri: reference.attribute("URI") ?? "",
    transforms:
      transforms === undefined
        ? []
        : transforms
            .elements("Transform", DS)
            .map((transform) => allowedAlgorithm(transform, TRANSFORMS)),
  };
}

const C14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
const EXCLUSIVE_C14N = "http://www.w3.org/2001/10/xml-exc-c14n#";
const CANONICALIZATIONS = [C14N, EXCLUSIVE_C14N];
export const ENVELOPED = `${DS}enveloped-signature`;
const TRANSFORMS = [...CANONICALIZATIONS, ENVELOPED];
const MORE = "http://www.w3.org/2001/04/xmldsig-more#";
const SIGNATURES = [
  `${MORE}rsa-sha256`,
  `${MORE}rsa-sha512`,
  "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1",
];
const SHA1_SIGNATURES = [`${DS}rsa-sha1`];
const DIGESTS = [
  "http://www.w3.org/2001/04/xmlenc#sha256",
  "http://www.w3.org/2001/04/xmlenc#sha512",
];
const SHA1_DIGESTS = [`${DS}sha1`];

/** @throws SecurityError `BAD_SIGNATURE` if an element has a child with another name */
function checkChildren(element: XmlElement, names: readonly string[]): void {
  for (const child of element.children) {
    if (typeof child === "string") continue;
    const { namespace, local } = child.name;
    if (namespace !== DS || !names.includes(local)) {
      throw malformed(`${element.name.local} contains ${local} of "${namespace}"`);
    }
  }
}

function part(parent: XmlElement, name: string): XmlElement {
  const found = onlyChild(parent, DS, name);
  if (found === undefined) throw malformed(`${parent.name.local} has no ${name}`);
  return found;
}

function allowedAlgorithm(method: XmlElement, algorithms: readonly string[]): string {
  const algorithm = method.attribute("Algorithm") ?? "";
  if (algorithms.includes(algorithm)) return algorithm;
  const hint = /sha1$/.test(algorithm) ? ". SHA-1 is broken; the option allowSha1 accepts it" : "";
  throw new SecurityError(
    "ALGORITHM",
    `The message's signature has ${method.name.local} ${JSON.stringify(algorithm)}, which is not allowed${hint}.`,
  );
}

function malformed(what: string): SecurityError {
  return new SecurityError("BAD_SIGNATURE", `The message's signature is malformed: ${what}.`);
}
