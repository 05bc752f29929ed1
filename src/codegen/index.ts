/** The generator as a library: a WSDL in, TypeScript out. */
export type { Contract } from "../contract/index.js";
export {
  type ContractSource,
  type Download,
  type Downloaded,
  type DownloadOptions,
  type GivenSource,
  type ImportOptions,
  parseContract,
  type ReadOptions,
  readContract,
  WsdlError,
  type WsdlErrorCode,
  type WsdlLimits,
} from "../wsdl/index.js";
export { GenerateError, type GenerateErrorCode } from "./errors.js";
export { type FilesOptions, generateFiles, type ImportExtension } from "./files.js";
export { check, DEFAULT_RUNTIME, type GenerateOptions, generate } from "./generate.js";
export {
  type ContractClient,
  type ContractOperation,
  type ContractOperations,
  type ContractOptions,
  type ContractPort,
  contractClients,
  contractOperations,
  type Fields,
} from "./operations.js";
