/** WS-Security: verification of signatures, encryption and decryption. Interceptors for the clients of this package. */
export { SecurityError, type SecurityErrorCode } from "../errors/index.js";
export { type DecryptOptions, decrypt } from "./decrypt.js";
export { type EncryptOptions, encrypt } from "./encrypt.js";
export type { EncryptionAlgorithm } from "./encryption.js";
export type { Certificates, Trust } from "./trust.js";
export {
  type SignedPart,
  type VerifySignatureOptions,
  verifySignature,
} from "./verify-signature.js";
