/** A contract for people: as plain data, and as lines of text. */
export { type DescribeOptions, describeContract, operationNames } from "./describe.js";
export type * from "./description.js";
export { type LinesOptions, linesOf } from "./text/contract-lines.js";
export type { Line, Span, Style } from "./text/layout.js";
