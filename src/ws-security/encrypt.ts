/** An interceptor that encrypts the Body for the holder of a certificate (WS-Security 1.1 §9), by xml-encryption. */
import { createHash } from "node:crypto";
import { SecurityError } from "../errors/index.js";
import type { Interceptor } from "../protocol/index.js";
import { ALGORITHMS, type EncryptionAlgorithm, RSA_OAEP } from "./encryption.js";
import { xmlEncryption } from "./libraries.js";
import { BASE64, DS, THUMBPRINT, WSSE, XENC } from "./names.js";
import { readCertificates } from "./trust.js";

export interface EncryptOptions {
  /** The receiver's, with an RSA key; in PEM or DER. */
  readonly certificate: string | Uint8Array;
  /** Default `aes256-gcm`; WCF and other stacks of its time only know CBC. */
  readonly algorithm?: EncryptionAlgorithm;
}

/**
 * Encrypts the content of each request's Body with a key of its own, and the key by RSA-OAEP for the certificate, which is
 * named by its thumbprint. Behind an interceptor that signs in the list, what was signed is encrypted.
 *
 * @throws SecurityError (`UNUSABLE`) for a certificate that can't be read or has no RSA key
 */
export function encrypt({ certificate, algorithm = "aes256-gcm" }: EncryptOptions): Interceptor {
  const [receiver] = readCertificates(certificate);
  if (receiver?.publicKey.asymmetricKeyType !== "rsa") {
    throw new SecurityError("UNUSABLE", "Encryption needs a certificate with an RSA key.");
  }
  const settings = {
    rsa_pub: String(receiver.publicKey.export({ type: "spki", format: "pem" })),
    pem: receiver.toString(),
    encryptionAlgorithm: ALGORITHMS[algorithm],
    keyEncryptionAlgorithm: RSA_OAEP,
    keyEncryptionDigest: "sha1",
    disallowEncryptionWithInsecureAlgorithm: false,
    warnInsecureAlgorithm: false,
  } as const;
  const thumbprint = createHash("sha1").update(receiver.raw).digest("base64");
  const outgoing = async (envelope: string) => {
    const [, before = "", content = "", after = ""] = BODY.exec(envelope) ?? [];
    if (before === "")
      throw new SecurityError("UNUSABLE", "The envelope has no soap:Body to encrypt.");
    const ciphers = await cipherValues(content, settings);
    const id = `Encrypted-${crypto.randomUUID()}`;
    const data = encryptedData(id, settings.encryptionAlgorithm, ciphers.content);
    return withKey(before, encryptedKey(id, thumbprint, ciphers.key)) + data + after;
  };
  return (next) => (call) =>
    next({ ...call, envelopeSteps: [...call.envelopeSteps, { outgoing }] });
}

/** The Body's content, and what stands before and after it. */
const BODY = /^(.*?<soap:Body(?:\s[^>]*)?>)(.*)(<\/soap:Body>.*)$/s;

type Settings = Parameters<Awaited<ReturnType<typeof xmlEncryption>>["encrypt"]>[1];

/** The encrypted content and the encrypted key, in base64. */
async function cipherValues(
  content: string,
  settings: Settings,
): Promise<{ readonly key: string; readonly content: string }> {
  const library = await xmlEncryption();
  const xml = await new Promise<string>((resolve, reject) => {
    // It takes no content for none given.
    library.encrypt(content === "" ? " " : content, settings, (error, result) =>
      error ? reject(error) : resolve(result),
    );
  });
  // The library writes the key into the data; WS-Security has it in the Security block.
  const [key = "", data = ""] = [...xml.matchAll(/<\w+:CipherValue>([^<]+)</g)].map(
    ([, value = ""]) => value,
  );
  return { key, content: data };
}

function encryptedData(id: string, algorithm: string, cipher: string): string {
  return `<xenc:EncryptedData xmlns:xenc="${XENC}" Id="${id}" Type="${XENC}Content"><xenc:EncryptionMethod Algorithm="${algorithm}"/><xenc:CipherData><xenc:CipherValue>${cipher}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedData>`;
}

function encryptedKey(dataId: string, thumbprint: string, cipher: string): string {
  const receiver = `<ds:KeyInfo xmlns:ds="${DS}"><wsse:SecurityTokenReference><wsse:KeyIdentifier EncodingType="${BASE64}" ValueType="${THUMBPRINT}">${thumbprint}</wsse:KeyIdentifier></wsse:SecurityTokenReference></ds:KeyInfo>`;
  return `<xenc:EncryptedKey xmlns:xenc="${XENC}" Id="Key-${crypto.randomUUID()}"><xenc:EncryptionMethod Algorithm="${RSA_OAEP}"><ds:DigestMethod xmlns:ds="${DS}" Algorithm="${DS}sha1"/></xenc:EncryptionMethod>${receiver}<xenc:CipherData><xenc:CipherValue>${cipher}</xenc:CipherValue></xenc:CipherData><xenc:ReferenceList><xenc:DataReference URI="#${dataId}"/></xenc:ReferenceList></xenc:EncryptedKey>`;
}

/** Puts the key at the start of the Security block, so that a receiver decrypts first; makes the block where there is none. */
function withKey(before: string, key: string): string {
  const block = /<wsse:Security(?:\s[^>]*)?>/.exec(before);
  if (block !== null) {
    const at = block.index + block[0].length;
    return before.slice(0, at) + key + before.slice(at);
  }
  const security = `<wsse:Security xmlns:wsse="${WSSE}" soap:mustUnderstand="1">${key}</wsse:Security>`;
  return before.includes("</soap:Header>")
    ? before.replace("</soap:Header>", () => `${security}</soap:Header>`)
    : before.replace(
        /<soap:Body(?=[\s>])/,
        (body) => `<soap:Header>${security}</soap:Header>${body}`,
      );
}
