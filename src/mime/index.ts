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
export { IncomingParts } from "./incoming/incoming-parts.js";
export { MultipartReader, type PartHeaders } from "./incoming/multipart-reader.js";
export { contentIdOf } from "./incoming/part-head.js";
export type { PartSource } from "./incoming/part-source.js";
export { multipartBody } from "./outgoing/multipart-writer.js";
export { type MtomOption, mtomThreshold, OutgoingParts } from "./outgoing/outgoing-parts.js";
