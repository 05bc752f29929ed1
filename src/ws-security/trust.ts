/** The signer of a message, and whether the signer is trusted (X.509 Token Profile 1.1 §3.2). */
import { X509Certificate } from "node:crypto";
import { SecurityError } from "../errors/index.js";
import { isNamed, type XmlElement } from "../xml/index.js";
import { DS, WSSE } from "./names.js";
import { base64Of, elementById, elementsIn } from "./secured-envelope.js";

/** One or several certificates, in PEM or DER. */
export type Certificates = string | Uint8Array | readonly (string | Uint8Array)[];

/** The trusted signers. At least one of `certificate` and `ca` is required. */
export interface Trust {
  /** Certificates of trusted signers. */
  readonly certificate?: Certificates;
  /** Certificates of authorities: a signer whose certificate one of them has issued is trusted. */
  readonly ca?: Certificates;
  /**
   * Accepts or rejects a certificate that one of `ca` has issued. Default: all are accepted, which is a risk with a public
   * authority, as it issues certificates to others than this service. Check the subject.
   */
  readonly accept?: (certificate: X509Certificate) => boolean;
}

export interface Trusted {
  readonly certificates: readonly X509Certificate[];
  readonly authorities: readonly X509Certificate[];
  readonly accept: (certificate: X509Certificate) => boolean;
}

/** @throws SecurityError `UNUSABLE` if a certificate cannot be read, or no certificate is given */
export function readTrust({ certificate, ca, accept = () => true }: Trust): Trusted {
  const certificates = readCertificates(certificate);
  const authorities = readCertificates(ca);
  if (certificates.length + authorities.length > 0) return { certificates, authorities, accept };
  throw new SecurityError("UNUSABLE", "No signer is trusted. Set certificate or ca.");
}

/** @throws SecurityError `UNUSABLE` if a certificate cannot be read */
export function readCertificates(given: Certificates | undefined): X509Certificate[] {
  if (given === undefined) return [];
  return (typeof given === "string" || given instanceof Uint8Array ? [given] : given).map(
    (each) => {
      try {
        return new X509Certificate(each);
      } catch (error) {
        const message = "A certificate cannot be read. It must be X.509, in PEM or DER.";
        throw new SecurityError("UNUSABLE", message, { cause: error });
      }
    },
  );
}

/**
 * The certificates one of which must verify a signature: the certificate in the message if it has one, or else all
 * trusted certificates.
 *
 * @param keyInfo that of the signature
 * @throws SecurityError `UNTRUSTED`
 */
export function possibleSigners(
  keyInfo: XmlElement | undefined,
  envelope: XmlElement,
  trusted: Trusted,
): readonly X509Certificate[] {
  const sent = keyInfo === undefined ? undefined : sentCertificate(keyInfo, envelope);
  const found = sent === undefined ? trusted.certificates : [checkTrust(sent, trusted)];
  if (found.length === 0) {
    throw untrusted(
      "the message does not contain a certificate, which is required if only ca is set",
    );
  }
  for (const certificate of found) checkDates(certificate);
  return found;
}

/** The certificate in the binary token that KeyInfo refers to, or in KeyInfo. */
function sentCertificate(keyInfo: XmlElement, envelope: XmlElement): X509Certificate | undefined {
  const inside = [...elementsIn(keyInfo)];
  const reference = inside.find((element) => isNamed(element, WSSE, "Reference"));
  const token =
    reference === undefined ? undefined : elementById(envelope, reference.attribute("URI") ?? "");
  const certificate = token ?? inside.find((element) => isNamed(element, DS, "X509Certificate"));
  if (certificate === undefined) return undefined;
  try {
    return new X509Certificate(Buffer.from(base64Of(certificate), "base64"));
  } catch (error) {
    throw untrusted("the certificate in the message cannot be read", error);
  }
}

/** @returns the certificate */
function checkTrust(
  certificate: X509Certificate,
  { certificates, authorities, accept }: Trusted,
): X509Certificate {
  if (certificates.some(({ raw }) => raw.equals(certificate.raw))) return certificate;
  const { subject } = certificate;
  const issuer = authorities.find(
    (each) => each.ca && certificate.checkIssued(each) && certificate.verify(each.publicKey),
  );
  if (issuer === undefined)
    throw untrusted(`no trusted authority has issued the certificate of ${name(subject)}`);
  checkDates(issuer);
  if (!accept(certificate)) throw untrusted(`accept rejected the certificate of ${name(subject)}`);
  return certificate;
}

function checkDates({ subject, validFrom, validTo }: X509Certificate): void {
  const now = Date.now();
  if (now > Date.parse(validTo)) throw untrusted(`the certificate of ${name(subject)} has expired`);
  if (now < Date.parse(validFrom)) {
    throw untrusted(`the certificate of ${name(subject)} is not valid yet`);
  }
}

/** A distinguished name on one line. */
function name(subject: string): string {
  return JSON.stringify(subject.replaceAll("\n", ", "));
}

function untrusted(why: string, cause?: unknown): SecurityError {
  return new SecurityError("UNTRUSTED", `The message's signature is not trusted: ${why}.`, {
    cause,
  });
}
