/** The changes from one contract to another. */
export type { Change } from "./change.js";
export { diffContracts } from "./contracts.js";
export { brokenBy, isBreaking, markdownReport, textReport } from "./report.js";
