/** The libraries for signatures and encryption. They are optional peers, and loaded on first use. */
import { SecurityError } from "../errors/index.js";

/** The part of xml-crypto that is used. */
export interface XmlCrypto {
  readonly SignedXml: new (options: {
    /** The certificate or public key of the expected signer, in PEM. */
    readonly publicCert: string;
    /** Returns the key in the message; `null` to ignore it. */
    readonly getCertFromKeyInfo: () => null;
  }) => {
    loadSignature(signature: string): void;
    /** Returns `false` or throws if the signature is not valid. */
    checkSignature(xml: string): boolean;
    /** The signed content as canonical XML, in the order of the references. */
    getSignedReferences(): string[];
  };
}

// A variable, so that the compiler does not load the types of the library, which need those of a browser.
const XML_CRYPTO: string = "xml-crypto";

/** @throws SecurityError `UNUSABLE` if it is not installed */
export function xmlCrypto(): Promise<XmlCrypto> {
  return required(XML_CRYPTO, () => import(XML_CRYPTO));
}

/** @throws SecurityError `UNUSABLE` if it is not installed */
export function xmlEncryption(): Promise<typeof import("xml-encryption")> {
  return required("xml-encryption", () => import("xml-encryption"));
}

async function required<Library>(name: string, load: () => Promise<Library>): Promise<Library> {
  try {
    return await load();
  } catch (error) {
    const message = `The package ${name} is required and is not installed. Run: npm install ${name}`;
    throw new SecurityError("UNUSABLE", message, { cause: error });
  }
}
