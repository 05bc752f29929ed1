export {
  type DecodeRun,
  type Misfit,
  messageFrame,
  partsFrame,
} from "./decode/decode.js";
export { ElementFrame, type Frame, skipped } from "./decode/frame.js";
export { FrameReader } from "./decode/frame-reader.js";
export { MultiReferenceFrame, Player } from "./decode/multi-reference.js";
export { typeNamed } from "./decode/xsi.js";
export { type Deviation, deviationError } from "./deviation.js";
export { encodeMessage } from "./encode/encode.js";
export { misfit } from "./encode/writer.js";
export { type Lexical, lexicalOf, lexicals } from "./values/lexical.js";
