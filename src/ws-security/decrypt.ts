/** An interceptor that decrypts answers (WS-Security 1.1 §9), by xml-encryption. */
import { createPrivateKey } from "node:crypto";
import { SecurityError } from "../errors/index.js";
import type { Interceptor } from "../protocol/index.js";
import type { XmlElement } from "../xml/index.js";
import { ALGORITHMS, RSA_OAEP, RSA_OAEP_11 } from "./encryption.js";
import { xmlEncryption } from "./libraries.js";
import { DS, SECURITY_BLOCK, XENC } from "./names.js";
import {
  childrenOf,
  elementsIn,
  readSecuredEnvelope,
  standalone,
  textsOf,
} from "./secured-envelope.js";

export interface DecryptOptions {
  /** The private key, in PEM. */
  readonly key: string | Buffer;
  readonly passphrase?: string;
}

/**
 * Decrypts what is encrypted in an answer, its Body or elements of it and of the Security block, before it is decoded. The
 * key of each is taken from its own KeyInfo or from the Security block, by reference. Behind `verifySignature` in the list,
 * answers are decrypted first and then verified. An answer that has nothing encrypted is a SecurityError, but for faults.
 *
 * Encryption alone says nothing of who has written an answer: everybody can encrypt for a certificate.
 *
 * @throws SecurityError (`UNUSABLE`) for a key that can't be read
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
    const message = "The key to decrypt by can't be read: it has to be PEM, with its passphrase.";
    throw new SecurityError("UNUSABLE", message, { cause: error });
  }
}

async function decrypted(text: string, pem: string): Promise<string> {
  const { envelope, body } = readSecuredEnvelope(text);
  const found = textsOf(text, envelope, XENC, "EncryptedData");
  if (found.length === 0) {
    if (body.elements("Fault").length > 0) return text;
    throw new SecurityError("NOT_DECRYPTED", "Nothing of the answer is encrypted.");
  }
  if (found.length > MAX_ENCRYPTED) {
    throw new SecurityError("NOT_DECRYPTED", `More than ${MAX_ENCRYPTED} parts are encrypted.`);
  }
  const keys = textsOf(text, envelope, XENC, "EncryptedKey");
  let result = "";
  let at = 0;
  for (const { element, start, text: data } of found) {
    holdType(element);
    const key = keyOf(
      element,
      keys.map((each) => each.element),
    );
    const keyText = keys.find((each) => each.element === key);
    if (key === undefined || keyText === undefined) throw failed("its key is not in the message");
    holdAlgorithm(element, Object.values(ALGORITHMS));
    holdAlgorithm(key, [RSA_OAEP, RSA_OAEP_11]);
    const plain = await plainText(
      withKey(standalone(data, element), standalone(keyText.text, key)),
      pem,
    );
    result += text.slice(at, start) + plain;
    at = start + data.length;
  }
  return result + text.slice(at);
}

/** Each costs an operation of the private key. */
const MAX_ENCRYPTED = 16;

function holdType(data: XmlElement): void {
  const type = data.attribute("Type");
  if (type === `${XENC}Content` || type === `${XENC}Element`) return;
  throw failed(`it is no element nor its content, but ${JSON.stringify(type ?? "")}`);
}

function holdAlgorithm(encrypted: XmlElement, allowed: readonly string[]): void {
  const [method] = childrenOf(encrypted, XENC, "EncryptionMethod");
  const algorithm = method?.attribute("Algorithm") ?? "";
  if (allowed.includes(algorithm)) return;
  const message = `The answer is encrypted by ${JSON.stringify(algorithm)}, which is not allowed.`;
  throw new SecurityError("ALGORITHM", message);
}

/** The key of encrypted data: inside of it, named by it, naming it, or the only one. */
function keyOf(data: XmlElement, keys: readonly XmlElement[]): XmlElement | undefined {
  const [keyInfo] = childrenOf(data, DS, "KeyInfo");
  const named = keyInfo === undefined ? [] : [...elementsIn(keyInfo)];
  const uris = named.map((element) => element.attribute("URI"));
  return (
    keys.find((key) => named.includes(key)) ??
    keys.find((key) => uris.includes(`#${key.attribute("Id")}`)) ??
    keys.find((key) => dataOf(key).includes(`#${data.attribute("Id")}`)) ??
    (keys.length === 1 ? keys[0] : undefined)
  );
}

/** The references of what a key has encrypted. */
function dataOf(key: XmlElement): (string | undefined)[] {
  return [...elementsIn(key)]
    .filter(({ name }) => name.local === "DataReference" && name.namespace === XENC)
    .map((reference) => reference.attribute("URI"));
}

/** Encrypted data with its key inside, as the library wants it. */
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
      // What went wrong in detail is nobody's concern: it helps who tries answers out.
      if (error) reject(failed("it is for another key, or was changed"));
      else resolve(result);
    });
  });
}

function failed(why: string): SecurityError {
  return new SecurityError("NOT_DECRYPTED", `The answer can't be decrypted: ${why}.`);
}
