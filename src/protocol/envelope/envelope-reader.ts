/** Reads envelopes of SOAP 1.1 (§4) and SOAP 1.2 (part 1 §5), requests as well as responses. */
import {
  type Deviation,
  ElementFrame,
  type Frame,
  FrameReader,
  MultiReferenceFrame,
  messageFrame,
  partsFrame,
  skipped,
  type Values,
} from "../../codec/index.js";
import { DecodeError } from "../../errors/index.js";
import { type MessageSchema, type SoapVersion, soapVersionOf } from "../../schema/index.js";
import {
  clark,
  type ExpandedName,
  elementOf,
  type Irregularity,
  isSpace,
  type StartTag,
  type Tolerance,
  type XmlElement,
} from "../../xml/index.js";
import type { EnvelopeReceiver, ExpectedMessage } from "./envelope-receiver.js";

/** The content of an envelope. */
export interface EnvelopeContent<Message extends ExpectedMessage> {
  /** The message that was expected. */
  readonly message: Message;
  /** The decoded message; `undefined` if the Body has no message, or it was ignored. */
  readonly values: Values | undefined;
  readonly fault: XmlElement | undefined;
  /** Elements of the Body after a fault: values that its detail refers to. */
  readonly besideFault: readonly XmlElement[];
  /** The irregularities of the fault. */
  readonly ofFault: readonly FoundDeviation[];
}

/** A deviation with its path. */
export type FoundDeviation = readonly [Deviation["kind"], string];

/** The version with an envelope of this name; `undefined` if it is not the name of an envelope. */
export function envelopeVersion({ local, namespace }: ExpandedName): SoapVersion | undefined {
  return local === "Envelope" ? soapVersionOf(namespace) : undefined;
}

/**
 * The most elements and attributes of a fault, with the elements that its detail refers to: it is a tree, which takes more
 * memory than the values of a message, and explains one error.
 */
const MAX_FAULT = 100_000;

/** Handles the events of a scanner; decodes the Body in one pass, and keeps the blocks of the Header as elements. */
export class EnvelopeReader<Message extends ExpectedMessage>
  extends FrameReader
  implements Tolerance
{
  #message: Message | undefined;
  #isIgnored = false;
  #blocks: XmlElement[] | undefined;
  #values: Values | undefined;
  #fault: XmlElement | undefined;
  #faultNodes = 0;
  readonly #besideFault: XmlElement[] = [];
  #isInFault = false;
  readonly #ofFault: FoundDeviation[] = [];
  /** The kinds and paths of deviations that are reported once. */
  readonly #reported = new Set<string>();
  /** Deviations before the message is known. */
  readonly #early: FoundDeviation[] = [];

  constructor(private readonly receiver: EnvelopeReceiver<Message>) {
    super();
  }

  /** The content, after the end of the document. @throws what the receiver throws about a message that is missing */
  end(): EnvelopeContent<Message> {
    const message = this.#message ?? this.#readBody(undefined);
    return {
      message,
      values: this.#values,
      fault: this.#fault,
      besideFault: this.#besideFault,
      ofFault: this.#ofFault,
    };
  }

  /** A fault is more important than its irregularities. */
  tolerates(kind: Irregularity, path: readonly string[]): boolean {
    if (!this.#isInFault && !this.receiver.accepts(kind)) return false;
    // Without the Envelope and the Body.
    const shown = (path.length > 2 ? path.slice(2) : path).join("/");
    if (this.#isFirst(kind, shown)) {
      if (this.#isInFault) this.#ofFault.push([kind, shown]);
      else this.#deviation(kind, shown);
    }
    return true;
  }

  protected override root({ name }: StartTag): Frame {
    const version = this.receiver.version(name);
    const { namespace } = name;
    return {
      child: (tag) => {
        const { name } = tag;
        if (name.namespace === namespace && name.local === "Body") return this.#body(namespace);
        if (name.namespace === namespace && name.local === "Header") return this.#header();
        // SOAP 1.2 allows no other element (part 1 §5.1); SOAP 1.1 allows those of other namespaces (§4).
        if (name.namespace === namespace || version === "soap12") {
          this.#deviation("unknown-element", `Envelope/${name.local}`);
        }
        return skipped;
      },
      text: (text) => this.#noText(text, "Envelope"),
      close() {},
    };
  }

  #header(): Frame {
    const message = this.#message;
    const isLate = message !== undefined;
    if (!isLate) this.#blocks ??= [];
    const blocks = (isLate ? undefined : this.#blocks) ?? [];
    return {
      child: (tag) => {
        if (this.receiver.needsBlock(clark(tag.name))) {
          return new ElementFrame(tag, (block) => blocks.push(block));
        }
        blocks.push(elementOf(tag));
        return skipped;
      },
      text() {},
      close: () => {
        // It should precede the Body, but its blocks count nevertheless.
        if (message !== undefined) this.#readHeader(blocks, message);
      },
    };
  }

  #readHeader(blocks: readonly XmlElement[], message: Message): void {
    if (!this.receiver.header(blocks, message)) this.#isIgnored = true;
  }

  #body(envelope: string): Frame {
    let content: Frame | undefined;
    return {
      child: (tag) => {
        const { name } = tag;
        content ??= this.#contentFrame(this.#expect(name));
        if (this.receiver.acceptsFaults && name.local === "Fault" && name.namespace === envelope) {
          this.#isInFault = true;
          return this.#faultFrame(tag, (fault) => {
            this.#fault ??= fault;
          });
        }
        if (this.#fault === undefined) return content.child(tag);
        return this.#faultFrame(tag, (beside) => this.#besideFault.push(beside));
      },
      text: (text) => this.#noText(text, "Body"),
      close: () => {
        this.#readBody(content);
      },
    };
  }

  #faultFrame(tag: StartTag, done: (element: XmlElement) => void): Frame {
    return new ElementFrame(tag, done, (nodes) => {
      this.#faultNodes += nodes;
      if (this.#faultNodes <= MAX_FAULT) return;
      const message = `The fault has more than ${MAX_FAULT} elements and attributes, which is the limit.`;
      throw new DecodeError("LIMIT", message, "Fault");
    });
  }

  /** Ends the Body. @param content the frame of its content; `undefined` if it is empty or missing */
  #readBody(content: Frame | undefined): Message {
    const message = this.#message ?? this.#expect(undefined);
    if (this.#fault !== undefined) return message;
    (content ?? this.#contentFrame(message)).close();
    const { body } = message;
    if (this.#values === undefined && !this.#isIgnored && body !== undefined) {
      this.receiver.unexpected(undefined, body, message);
    }
    return message;
  }

  #expect(body: ExpandedName | undefined): Message {
    const message = this.receiver.expect(body);
    this.#message = message;
    for (const [kind, path] of this.#early) message.run.onDeviation(kind, path);
    if (this.#blocks !== undefined) this.#readHeader(this.#blocks, message);
    return message;
  }

  /** The frame for the content of the Body. */
  #contentFrame(message: Message): Frame {
    const { body } = message;
    if (this.#isIgnored || body === undefined) return skipped;
    const done = (values: Values) => {
      this.#values = values;
      message.run.onMessage?.(values);
    };
    const frame =
      "parts" in body
        ? partsFrame(body, message.run, "Body", done)
        : this.#messageFrame(body, message, done);
    if (body.encoded !== true) return frame;
    return new MultiReferenceFrame(frame, "parts" in body ? undefined : body.element);
  }

  /** The first element counts; further ones are ignored. */
  #messageFrame(body: MessageSchema, message: Message, done: (values: Values) => void): Frame {
    const { run } = message;
    let isFirst = true;
    return {
      child: (tag) => {
        const { name } = tag;
        if (!isFirst) {
          run.onDeviation("unknown-element", name.local);
          return skipped;
        }
        isFirst = false;
        if (fitsMessage(name, body)) return messageFrame(body, run, tag, done);
        if (body.rpc === true && this.receiver.acceptsOtherWrapper) {
          run.onDeviation("other-name", body.element);
          return messageFrame(body, run, tag, done);
        }
        this.receiver.unexpected(name, body, message);
        return skipped;
      },
      text() {},
      close() {},
    };
  }

  /** Reports text once, even if it arrives in pieces. */
  #noText(text: string, path: string): void {
    if (!isSpace(text) && this.#isFirst("unexpected-text", path)) {
      this.#deviation("unexpected-text", path);
    }
  }

  #isFirst(kind: Deviation["kind"], path: string): boolean {
    const { size } = this.#reported;
    return this.#reported.add(`${kind} ${path}`).size > size;
  }

  #deviation(kind: Deviation["kind"], path: string): void {
    if (this.#message === undefined) this.#early.push([kind, path]);
    else this.#message.run.onDeviation(kind, path);
  }
}

/** The wrapper of an encoded response may have any name (SOAP 1.1 §7.1). */
function fitsMessage(
  { local, namespace }: ExpandedName,
  { element, namespace: own, encoded }: MessageSchema,
): boolean {
  return encoded === true || (local === element && namespace === own);
}
