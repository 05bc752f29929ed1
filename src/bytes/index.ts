export { decodeBase64, encodeBase64 } from "./base64.js";
export { drain, releasing, streamChunks } from "./byte-chunks.js";
export { MessageText } from "./charset.js";
export { mediaType, type ParameterizedValue, parseParameterized, quoted } from "./media-type.js";
export type { MessageBody } from "./message-body.js";
