export { type Har, type HarEntry, harText } from "./har.js";
export { type RecordOptions, record } from "./record.js";
export { replay } from "./replay.js";
