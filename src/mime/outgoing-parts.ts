/** The parts that a message has beside its envelope, as its encoding comes across them. */
import { EncodeError } from "../errors/index.js";
import { type Attachment, attachment, OutgoingAttachment } from "./attachment.js";
import { cidUrl, randomToken } from "./content-id.js";

export interface OutgoingPart {
  readonly contentId: string;
  readonly content: Attachment;
  /** In place of what the content says of itself. */
  readonly contentType: string | undefined;
}

/** Whether binary content is sent in parts (MTOM), and from how many bytes on. */
export type MtomOption = boolean | { readonly threshold?: number };

/** In bytes, that of .NET by default; `undefined` where no binary content becomes a part. */
export function mtomThreshold(mtom: MtomOption | undefined): number | undefined {
  if (mtom === undefined || mtom === false) return undefined;
  return (mtom === true ? undefined : mtom.threshold) ?? 768;
}

const INCLUDE = "http://www.w3.org/2004/08/xop/include";

export class OutgoingParts {
  readonly list: OutgoingPart[] = [];
  readonly #threshold: number | undefined;
  readonly #isInline: boolean;
  /** Drawn with the first part: most messages have none. */
  #token: string | undefined;

  /**
   * @param threshold binary content of at least so many bytes becomes a part (XOP); `undefined` where none does
   * @param isInline none does, though it is an XOP package: what is signed or encrypted has it in base64
   */
  constructor(threshold: number | undefined, isInline = false) {
    this.#threshold = threshold;
    this.#isInline = isInline;
  }

  /** The message is an XOP package, whatever parts it has. */
  get isXop(): boolean {
    return this.#threshold !== undefined;
  }

  /**
   * The `xop:Include` that stands for binary content (XOP 1.0 §2.1); `undefined` where it stands there itself, in base64.
   *
   * @param contentType what the content's `xmime:contentType` says
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

  /** Adds the content of a message part, whose name its Content-ID tells (WS-I Attachments Profile 1.0 R2933). */
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
      throw new EncodeError(`${path} is a stream, which was read before.`, path);
    }
    const isTwice = this.list.some((part) => part.content === content);
    if (isTwice && !(content instanceof OutgoingAttachment && content.size !== undefined)) {
      throw new EncodeError(`${path} is a stream, which stands in the message twice.`, path);
    }
    this.list.push({ contentId, content, contentType });
    return cidUrl(contentId);
  }
}
