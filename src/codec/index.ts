export { messageFrame, partsFrame } from "./decode/decode.js";
export type { DecodeRun, InvalidText, TypedText } from "./decode/decoding.js";
export {
  ElementFrame,
  elementFrame,
  type Frame,
  type FrameTag,
  replay,
  skipped,
} from "./decode/frame.js";
export { FrameReader } from "./decode/frame-reader.js";
export { MultiReferenceFrame, ReferenceResolver } from "./decode/multi-reference.js";
export { typeNamed } from "./decode/xsi.js";
export { type Deviation, deviationError } from "./deviation.js";
export { invalidValue } from "./encode/check.js";
export { encodeMessage } from "./encode/encode.js";
export { memberNames } from "./encode/write-complex.js";
export type { XmlStyle } from "./encode/xml-style.js";
export { lexicals } from "./values/builtins.js";
export { normalized, whiteSpaceOf } from "./values/facets/white-space.js";
export type { Lexical } from "./values/lexical.js";
export {
  armsFor,
  isPresent,
  type Member,
  membersOf,
  presenceOf,
} from "./values/presence.js";
export {
  compareOrdered,
  type Violation,
  violatedFacet,
} from "./values/restricted.js";
export { lexicalOf } from "./values/simple-type.js";
export type { Values } from "./values/values.js";
