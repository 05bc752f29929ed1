/** Identifiers of the algorithms of XML Encryption 1.1 (§5.1). */
export const ALGORITHMS = {
  "aes128-gcm": "http://www.w3.org/2009/xmlenc11#aes128-gcm",
  "aes256-gcm": "http://www.w3.org/2009/xmlenc11#aes256-gcm",
  "aes128-cbc": "http://www.w3.org/2001/04/xmlenc#aes128-cbc",
  "aes256-cbc": "http://www.w3.org/2001/04/xmlenc#aes256-cbc",
} as const;

/** An algorithm for the content of the Body: AES with 128 or 256 bits, in the mode GCM (authenticated) or CBC. */
export type EncryptionAlgorithm = keyof typeof ALGORITHMS;

/** RSA-OAEP with SHA-1 in its mask, which every stack supports. RSA 1.5 is not supported, since attacks can reveal the key. */
export const RSA_OAEP = "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p";
export const RSA_OAEP_11 = "http://www.w3.org/2009/xmlenc11#rsa-oaep";
