/** Reads WSDL 1.1 and XML Schema 1.0 as a contract. */

export type { ImportOptions } from "./access/import-policy.js";
export {
  type ContractTexts,
  type DocumentText,
  readContractTexts,
} from "./documents/contract-texts.js";
export {
  type ContractSource,
  type Download,
  type Downloaded,
  type DownloadOptions,
  type GivenSource,
  type ReadOptions,
  readContract,
  readText,
} from "./documents/source.js";
export { WsdlError, type WsdlErrorCode } from "./errors.js";
export { DEFAULT_LIMITS, type WsdlLimits } from "./limits.js";
export { parseContract } from "./read.js";
