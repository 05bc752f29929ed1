/** The libraries of this trade, loaded when they are first needed: they are optional peers. */
import { SecurityError } from "../errors/index.js";

/** What is used of xml-crypto. */
export interface XmlCrypto {
  readonly SignedXml: new (options: {
    /** The certificate or public key that the signature has to be of, in PEM. */
    readonly publicCert: string;
    /** Called for a key that the message itself brings along; `null` for none. */
    readonly getCertFromKeyInfo: () => null;
  }) => {
    loadSignature(signature: string): void;
    /** Gives `false` or throws where the signature does not hold. */
    checkSignature(xml: string): boolean;
    /** What was signed, as canonical XML, in the order of the references. */
    getSignedReferences(): string[];
  };
}

// Not to be followed by the compiler: the library's own types need those of the browser.
const XML_CRYPTO: string = "xml-crypto";

/** @throws SecurityError (`UNUSABLE`) where it is not installed */
export function xmlCrypto(): Promise<XmlCrypto> {
  return needed(XML_CRYPTO, () => import(XML_CRYPTO));
}

/** @throws SecurityError (`UNUSABLE`) where it is not installed */
export function xmlEncryption(): Promise<typeof import("xml-encryption")> {
  return needed("xml-encryption", () => import("xml-encryption"));
}

async function needed<Library>(name: string, load: () => Promise<Library>): Promise<Library> {
  try {
    return await load();
  } catch (error) {
    const message = `${name} is needed for this and is not installed: npm install ${name}.`;
    throw new SecurityError("UNUSABLE", message, { cause: error });
  }
}
