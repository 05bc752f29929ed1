/** WSDL 1.1 to a contract. What changed from one to another is in `diff`, which reading one does not load. */
export {
  type ContractTexts,
  type DocumentText,
  readContractTexts,
} from "./documents/contract-texts.js";
export {
  type ContractSource,
  type Download,
  type Downloaded,
  type GivenSource,
  readContract,
  readText,
} from "./documents/source.js";
export { type Fault, WsdlError, type WsdlErrorCode } from "./errors.js";
export { parseContract } from "./read.js";
