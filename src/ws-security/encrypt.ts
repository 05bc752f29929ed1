/** An interceptor that encrypts the Body for the owner of a certificate (WS-Security 1.1 §9), with xml-encryption. */
import { createHash } from "node:crypto";
import { SecurityError } from "../errors/index.js";
import type { Interceptor } from "../protocol/index.js";
import { ALGORITHMS, type EncryptionAlgorithm, RSA_OAEP } from "./encryption.js";
import { xmlEncryption } from "./libraries.js";
import { BASE64, DS, THUMBPRINT, WSSE, XENC } from "./names.js";
import { readCertificates } from "./trust.js";

/** Options of `encrypt`. */
export interface EncryptOptions {
  /** The certificate of the receiver, with an RSA key, in PEM or DER. */
  readonly certificate: string | Uint8Array;
  /**
   * The algorithm for the Body; default `aes256-gcm`. WCF and other old stacks support CBC only; with CBC an attacker can
   * change the content unnoticed, and maybe read it, so sign as well.
   */
  readonly algorithm?: EncryptionAlgorithm;
}

/**
 * Creates an interceptor that encrypts the content of the Body of each request with a new key, and the key with RSA-OAEP
 * for the certificate, which is identified by its thumbprint. It needs the package `xml-encryption`. Place it after an
 * interceptor that signs in the list; then the Body is signed first and encrypted afterwards.
 *
 * @throws SecurityError `UNUSABLE` if the certificate cannot be read or has no RSA key
 */
export function encrypt({ certificate, algorithm = "aes256-gcm" }: EncryptOptions): Interceptor {
  const [receiver] = readCertificates(certificate);
  if (receiver?.publicKey.asymmetricKeyType !== "rsa") {
    throw new SecurityError(
      "UNUSABLE",
      "The certificate for encryption has no RSA key. Use a certificate with an RSA key.",
    );
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
      throw new SecurityError(
        "UNUSABLE",
        "The envelope has no soap:Body to encrypt. An interceptor before this one must keep the prefix soap.",
      );
    const ciphers = await cipherValues(content, settings);
    const id = `Encrypted-${crypto.randomUUID()}`;
    const data = encryptedData(id, settings.encryptionAlgorithm, ciphers.content);
    return withKey(before, encryptedKey(id, thumbprint, ciphers.key)) + data + after;
  };
  return (next) => (call) =>
    next({ ...call, envelopeSteps: [...call.envelopeSteps, { outgoing }] });
}

/** The text before the content of the Body, the content, and the text after it. */
const BODY = /^(.*?<soap:Body(?:\s[^>]*)?>)(.*)(<\/soap:Body>.*)$/s;

type Settings = Parameters<Awaited<ReturnType<typeof xmlEncryption>>["encrypt"]>[1];

/** The encrypted content and the encrypted key, in base64. */
async function cipherValues(
  content: string,
  settings: Settings,
): Promise<{ readonly key: string; readonly content: string }> {
  const library = await xmlEncryption();
  const xml = await new Promise<string>((resolve, reject) => {
    // The library treats an empty content as missing.
    library.encrypt(content === "" ? " " : content, settings, (error, result) =>
      error ? reject(error) : resolve(result),
    );
  });
  // The library writes the key into the data; in WS-Security it is in the Security block.
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

/** Adds the key at the start of the Security block, so that a receiver decrypts first; adds the block if it is missing. */
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
