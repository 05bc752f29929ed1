export {
  type Har,
  type HarBody,
  type HarContent,
  type HarCreator,
  type HarEntry,
  type HarMessage,
  type HarNameValue,
  type HarPostData,
  type HarRequest,
  type HarResponse,
  type HarTimings,
  harText,
} from "./har.js";
export { type RecordOptions, record } from "./record.js";
export { replay } from "./replay.js";
