export {
  type Har,
  type HarBody,
  type HarEntry,
  type HarMessage,
  type HarNameValue,
  type HarRequest,
  type HarResponse,
  harText,
} from "./har.js";
export { type RecordOptions, record } from "./record.js";
export { replay } from "./replay.js";
