/** The parts beside an envelope, as a decoder of the envelope needs them. */
import type { Attachment } from "../attachment.js";

/** Finds the parts of a message by the references in its envelope. */
export interface PartSource {
  /** The part that a `cid:` URL refers to; `undefined` if the text is not a `cid:` URL. */
  referred(url: string): Attachment | undefined;
  /** As `referred`, for binary content: its bytes, or a placeholder until they are read. */
  includedBytes(url: string): unknown;
  /** The part with the content of a message part of the WSDL. */
  member(name: string): Attachment;
}
