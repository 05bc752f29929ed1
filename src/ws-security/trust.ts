/** Whose signature it is, and whether that is one who is trusted (X.509 Token Profile 1.1 §3.2). */
import { X509Certificate } from "node:crypto";
import { SecurityError } from "../errors/index.js";
import type { XmlElement } from "../xml/index.js";
import { DS, WSSE } from "./names.js";
import { base64Of, elementById, elementsIn } from "./secured-envelope.js";

/** A certificate, or several, in PEM or DER. */
export type Certificates = string | Uint8Array | readonly (string | Uint8Array)[];

/** Who is trusted: those of `certificate`, and those whose certificate one of `ca` has issued. */
export interface Trust {
  readonly certificate?: Certificates;
  readonly ca?: Certificates;
  /** Looks at a certificate of `ca`: an authority has mostly issued more than this service's. */
  readonly accept?: (certificate: X509Certificate) => boolean;
}

export interface Trusted {
  readonly certificates: readonly X509Certificate[];
  readonly authorities: readonly X509Certificate[];
  readonly accept: (certificate: X509Certificate) => boolean;
}

/** @throws SecurityError (`UNUSABLE`) where a certificate can't be read, or there is none */
export function readTrust({ certificate, ca, accept = () => true }: Trust): Trusted {
  const certificates = readCertificates(certificate);
  const authorities = readCertificates(ca);
  if (certificates.length + authorities.length > 0) return { certificates, authorities, accept };
  throw new SecurityError("UNUSABLE", "Nobody is trusted: there is neither certificate nor ca.");
}

/** @throws SecurityError (`UNUSABLE`) where one can't be read */
export function readCertificates(given: Certificates | undefined): X509Certificate[] {
  if (given === undefined) return [];
  return (typeof given === "string" || given instanceof Uint8Array ? [given] : given).map(
    (each) => {
      try {
        return new X509Certificate(each);
      } catch (error) {
        const message = "A certificate can't be read: it has to be X.509, in PEM or DER.";
        throw new SecurityError("UNUSABLE", message, { cause: error });
      }
    },
  );
}

/**
 * The certificates by one of which a signature has to hold: the one that the message shows, where that is trusted, and
 * else all that are.
 *
 * @param keyInfo of the signature
 * @throws SecurityError (`UNTRUSTED`)
 */
export function signers(
  keyInfo: XmlElement | undefined,
  envelope: XmlElement,
  trusted: Trusted,
): readonly X509Certificate[] {
  const shown = keyInfo === undefined ? undefined : shownCertificate(keyInfo, envelope);
  const found = shown === undefined ? trusted.certificates : [trustedOf(shown, trusted)];
  if (found.length === 0) {
    throw untrusted("the message does not show the certificate, which has to be issued by the ca");
  }
  for (const certificate of found) holdDates(certificate);
  return found;
}

/** A binary token that KeyInfo refers to, or the certificate itself. */
function shownCertificate(keyInfo: XmlElement, envelope: XmlElement): X509Certificate | undefined {
  const inside = [...elementsIn(keyInfo)];
  const reference = inside.find(
    ({ name }) => name.local === "Reference" && name.namespace === WSSE,
  );
  const token =
    reference === undefined ? undefined : elementById(envelope, reference.attribute("URI") ?? "");
  const certificate =
    token ?? inside.find(({ name }) => name.local === "X509Certificate" && name.namespace === DS);
  if (certificate === undefined) return undefined;
  try {
    return new X509Certificate(Buffer.from(base64Of(certificate), "base64"));
  } catch (error) {
    throw untrusted("the certificate that it shows can't be read", error);
  }
}

function trustedOf(
  certificate: X509Certificate,
  { certificates, authorities, accept }: Trusted,
): X509Certificate {
  if (certificates.some(({ raw }) => raw.equals(certificate.raw))) return certificate;
  const { subject } = certificate;
  const issuer = authorities.find(
    (each) => each.ca && certificate.checkIssued(each) && certificate.verify(each.publicKey),
  );
  if (issuer === undefined) throw untrusted(`nobody who is trusted vouches for ${name(subject)}`);
  holdDates(issuer);
  if (!accept(certificate)) throw untrusted(`${name(subject)} is not accepted`);
  return certificate;
}

function holdDates({ subject, validFrom, validTo }: X509Certificate): void {
  const now = Date.now();
  if (now > Date.parse(validTo)) throw untrusted(`the certificate of ${name(subject)} has expired`);
  if (now < Date.parse(validFrom)) {
    throw untrusted(`the certificate of ${name(subject)} is not valid yet`);
  }
}

/** A distinguished name in one line. */
function name(subject: string): string {
  return JSON.stringify(subject.replaceAll("\n", ", "));
}

function untrusted(why: string, cause?: unknown): SecurityError {
  return new SecurityError("UNTRUSTED", `The answer's signature is not trusted: ${why}.`, {
    cause,
  });
}
