/** A contract for people: as JSON, and as lines of text. */
export { describeContract, operationNames, type Part, partOf } from "./describe.js";
export { type LinesOptions, linesOf } from "./text/contract-lines.js";
export type { Line, Span, Style } from "./text/layout.js";
