/** WSDL 1.1 to a contract, and what changed from one contract to another. */
export type * from "./contract.js";
export { type ContractTexts, type DocumentText, readContractTexts } from "./contract-texts.js";
export { directlyDerived } from "./derived.js";
export type { Change } from "./diff/change.js";
export { diffContracts } from "./diff/contracts.js";
export { brokenBy, isBreaking, markdownReport, textReport } from "./diff/report.js";
export { type Fault, WsdlError, type WsdlErrorCode } from "./errors.js";
export { QName } from "./qname.js";
export { parseContract } from "./read.js";
export { STRING } from "./schema/known.js";
export { type Download, type Downloaded, readContract, readText } from "./source.js";
export { type ContractSummary, isContractSummary } from "./summary/model.js";
export { summarize } from "./summary/summarize.js";
