/** WSDL 1.1 to a contract. What changed from one to another is in `diff`, which reading one does not load. */
export type * from "./contract.js";
export { type ContractTexts, type DocumentText, readContractTexts } from "./contract-texts.js";
export { directlyDerived } from "./derived.js";
export { type Fault, WsdlError, type WsdlErrorCode } from "./errors.js";
export { QName } from "./qname.js";
export { parseContract } from "./read.js";
export { BUILTINS, STRING } from "./schema/known.js";
export { type Download, type Downloaded, readContract, readText } from "./source.js";
export { type ContractSummary, isContractSummary } from "./summary/model.js";
export { summarize } from "./summary/summarize.js";
