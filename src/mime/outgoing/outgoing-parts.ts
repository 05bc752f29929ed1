/** The parts beside the envelope of a message, collected while the envelope is encoded. */
import { EncodeError } from "../../errors/index.js";
import { type Attachment, attachment, OutgoingAttachment } from "../attachment.js";
import { cidUrl, randomToken } from "../content-id.js";

export interface OutgoingPart {
  readonly contentId: string;
  readonly content: Attachment;
  /** Replaces the media type of the content. */
  readonly contentType: string | undefined;
}

/**
 * Whether binary content is sent in parts of the message (MTOM) and not as base64.
 *
 * `threshold` is the smallest number of bytes that becomes a part; default 768, as in .NET.
 */
export type MtomOption =
  | boolean
  | {
      /** The smallest size of content that becomes a part, in bytes; default 768. Smaller content is sent as base64. */
      readonly threshold?: number;
    };

/** In bytes; `undefined` if no binary content becomes a part. */
export function mtomThreshold(mtom: MtomOption | undefined): number | undefined {
  if (mtom === undefined || mtom === false) return undefined;
  return (mtom === true ? undefined : mtom.threshold) ?? 768;
}

const INCLUDE = "http://www.w3.org/2004/08/xop/include";

export class OutgoingParts {
  readonly list: OutgoingPart[] = [];
  readonly #threshold: number | undefined;
  readonly #isInline: boolean;
  /** Created with the first part: most messages have none. */
  #token: string | undefined;

  /**
   * @param threshold the smallest binary content in bytes that becomes a part (XOP); `undefined` if none does
   * @param isInline no content becomes a part, though the message is an XOP package: signed or encrypted content is base64
   */
  constructor(threshold: number | undefined, isInline = false) {
    this.#threshold = threshold;
    this.#isInline = isInline;
  }

  /** The message is an XOP package, even if it has no parts. */
  get isXop(): boolean {
    return this.#threshold !== undefined;
  }

  /**
   * The `xop:Include` for binary content (XOP 1.0 §2.1); `undefined` if the content stays in the envelope as base64.
   *
   * @param contentType the value of `xmime:contentType`
   */
  include(
    value: Uint8Array | Attachment,
    path: string,
    contentType: string | undefined,
  ): string | undefined {
    if (this.#threshold === undefined || this.#isInline) return undefined;
    const content = value instanceof Uint8Array ? attachment(value) : value;
    const isSmall =
      content instanceof OutgoingAttachment &&
      content.memory !== undefined &&
      content.memory.byteLength < this.#threshold;
    if (isSmall) return undefined;
    const href = this.#add(content, this.#nextId(), path, contentType);
    return `<xop:Include xmlns:xop="${INCLUDE}" href="${href}"/>`;
  }

  /** The `cid:` URL for content that the envelope refers to (WS-I Attachments Profile 1.0 §4.4). */
  reference(content: Attachment, path: string): string {
    return this.#add(content, this.#nextId(), path, undefined);
  }

  /** Adds the content of a message part; its Content-ID begins with the name (WS-I Attachments Profile 1.0 R2933). */
  member(name: string, content: Attachment, path: string): void {
    this.#add(content, `${encodeURIComponent(name)}=${this.#nextId()}`, path, undefined);
  }

  #nextId(): string {
    this.#token ??= randomToken();
    return `${this.list.length + 1}-${this.#token}@rescue-soap`;
  }

  #add(
    content: Attachment,
    contentId: string,
    path: string,
    contentType: string | undefined,
  ): string {
    if (content instanceof OutgoingAttachment && content.isSpent) {
      throw new EncodeError(
        `${path} is a stream that was already read; use a new stream for each message.`,
        path,
      );
    }
    const isTwice = this.list.some((part) => part.content === content);
    if (isTwice && !(content instanceof OutgoingAttachment && content.size !== undefined)) {
      throw new EncodeError(
        `${path} is a stream that is in the message twice, but a stream can be sent once; send bytes or a Blob.`,
        path,
      );
    }
    this.list.push({ contentId, content, contentType });
    return cidUrl(contentId);
  }
}
