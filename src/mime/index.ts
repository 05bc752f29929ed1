export {
  Attachment,
  type AttachmentData,
  type AttachmentHead,
  type AttachmentOptions,
  attachment,
  concatenated,
  OutgoingAttachment,
} from "./attachment.js";
export { randomToken } from "./content-id.js";
export { IncomingParts } from "./incoming-parts.js";
export { type ParameterizedValue, parseParameterized, quoted } from "./media-type.js";
export { MultipartReader, type PartHeaders } from "./multipart-reader.js";
export { multipartBody } from "./multipart-writer.js";
export { type MtomOption, mtomThreshold, OutgoingParts } from "./outgoing-parts.js";
export { contentIdOf } from "./part-head.js";
export type { PartSource } from "./part-source.js";
