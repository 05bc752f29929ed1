/** An interceptor that decrypts responses (WS-Security 1.1 §9), with xml-encryption. */
import { createPrivateKey } from "node:crypto";
import { SecurityError } from "../errors/index.js";
import type { Interceptor } from "../protocol/index.js";
import { isNamed, type XmlElement } from "../xml/index.js";
import { ALGORITHMS, RSA_OAEP, RSA_OAEP_11 } from "./encryption.js";
import { xmlEncryption } from "./libraries.js";
import { DS, SECURITY_BLOCK, XENC } from "./names.js";
import { elementsIn, readSecuredEnvelope, standalone, textsOf } from "./secured-envelope.js";

/** Options of `decrypt`. */
export interface DecryptOptions {
  /** The private RSA key, in PEM. */
  readonly key: string | Buffer;
  /** The passphrase of the key; needed only if the key is encrypted. */
  readonly passphrase?: string;
}

/**
 * Creates an interceptor that decrypts responses before they are decoded: the Body, or elements of it and of the Security
 * block. The encrypted key is in the KeyInfo of the encrypted data or in the Security block. A response without encrypted
 * data is a `SecurityError` (`NOT_DECRYPTED`), unless it is a fault. It needs the package `xml-encryption`.
 *
 * Encryption does not show who wrote a response, since everybody can encrypt for a certificate: use `verifySignature` too.
 * Place `decrypt` after `verifySignature` in the list of interceptors; then a response is decrypted first and verified
 * afterwards.
 *
 * @throws SecurityError `UNUSABLE` if the key cannot be read; calls throw `NOT_DECRYPTED` or `ALGORITHM`
 */
export function decrypt({ key, passphrase }: DecryptOptions): Interceptor {
  const pem = readKey(key, passphrase);
  const incoming = (text: string) => decrypted(text, pem);
  return (next) => (call) =>
    next({
      ...call,
      understood: [...call.understood, SECURITY_BLOCK],
      envelopeSteps: [...call.envelopeSteps, { incoming }],
    });
}

function readKey(key: string | Buffer, passphrase: string | undefined): string {
  try {
    const read = createPrivateKey({ key, ...(passphrase !== undefined && { passphrase }) });
    return String(read.export({ type: "pkcs8", format: "pem" }));
  } catch (error) {
    const message =
      "The key for decryption cannot be read. It must be a private key in PEM; check its passphrase.";
    throw new SecurityError("UNUSABLE", message, { cause: error });
  }
}

async function decrypted(text: string, pem: string): Promise<string> {
  const { envelope, body } = readSecuredEnvelope(text);
  const found = textsOf(text, envelope, XENC, "EncryptedData");
  if (found.length === 0) {
    if (body.elements("Fault").length > 0) return text;
    throw new SecurityError("NOT_DECRYPTED", "The message has no encrypted data.");
  }
  if (found.length > MAX_ENCRYPTED) {
    throw new SecurityError(
      "NOT_DECRYPTED",
      `The message has more than ${MAX_ENCRYPTED} encrypted parts, which is the limit.`,
    );
  }
  const keys = textsOf(text, envelope, XENC, "EncryptedKey");
  let result = "";
  let at = 0;
  for (const { element, start, text: data } of found) {
    checkType(element);
    const key = keyOf(
      element,
      keys.map((each) => each.element),
    );
    const keyText = keys.find((each) => each.element === key);
    if (key === undefined || keyText === undefined) throw failed("its key is not in the message");
    checkAlgorithm(element, Object.values(ALGORITHMS));
    checkAlgorithm(key, [RSA_OAEP, RSA_OAEP_11]);
    const plain = await plainText(
      withKey(standalone(data, element), standalone(keyText.text, key)),
      pem,
    );
    result += text.slice(at, start) + plain;
    at = start + data.length;
  }
  return result + text.slice(at);
}

/** Each encrypted part needs an operation with the private key. */
const MAX_ENCRYPTED = 16;

function checkType(data: XmlElement): void {
  const type = data.attribute("Type");
  if (type === `${XENC}Content` || type === `${XENC}Element`) return;
  throw failed(`the Type of its encrypted data, ${JSON.stringify(type ?? "")}, is not supported`);
}

function checkAlgorithm(encrypted: XmlElement, allowed: readonly string[]): void {
  const [method] = encrypted.elements("EncryptionMethod", XENC);
  const algorithm = method?.attribute("Algorithm") ?? "";
  if (allowed.includes(algorithm)) return;
  const message = `The message is encrypted with ${JSON.stringify(algorithm)}, which is not allowed.`;
  throw new SecurityError("ALGORITHM", message);
}

/** The key of encrypted data: in it, the target of its reference, with a reference to it, or the only key. */
function keyOf(data: XmlElement, keys: readonly XmlElement[]): XmlElement | undefined {
  const [keyInfo] = data.elements("KeyInfo", DS);
  const named = keyInfo === undefined ? [] : [...elementsIn(keyInfo)];
  const uris = named.map((element) => element.attribute("URI"));
  return (
    keys.find((key) => named.includes(key)) ??
    keys.find((key) => uris.includes(`#${key.attribute("Id")}`)) ??
    keys.find((key) => dataOf(key).includes(`#${data.attribute("Id")}`)) ??
    (keys.length === 1 ? keys[0] : undefined)
  );
}

/** The references of a key to the data that it encrypts. */
function dataOf(key: XmlElement): (string | undefined)[] {
  return [...elementsIn(key)]
    .filter((element) => isNamed(element, XENC, "DataReference"))
    .map((reference) => reference.attribute("URI"));
}

/** Encrypted data with its key inside, as the library requires. */
function withKey(data: string, key: string): string {
  const bare = data.replace(/<((?:[^\s<>/:]+:)?)KeyInfo(?=[\s>]).*<\/\1KeyInfo\s*>/s, "");
  const keyInfo = `<KeyInfo xmlns="${DS}">${key}</KeyInfo>`;
  return bare.replace(/<(?=(?:[^\s<>/:]+:)?CipherData[\s>])/, () => `${keyInfo}<`);
}

async function plainText(encrypted: string, key: string): Promise<string> {
  const library = await xmlEncryption();
  const settings = {
    key,
    disallowDecryptionWithInsecureAlgorithm: false,
    warnInsecureAlgorithm: false,
  };
  return new Promise((resolve, reject) => {
    library.decrypt(encrypted, settings, (error, result) => {
      // No details: they would help an attacker who sends modified messages to learn the content.
      if (error) reject(failed("it is encrypted for another key, or was changed"));
      else resolve(result);
    });
  });
}

function failed(why: string): SecurityError {
  return new SecurityError("NOT_DECRYPTED", `The message cannot be decrypted: ${why}.`);
}
