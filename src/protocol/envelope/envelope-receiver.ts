/** The receiver of an envelope: a client, or a service. */
import type { DecodeRun } from "../../codec/index.js";
import type { MessageSchema, PartsSchema, SoapVersion } from "../../schema/index.js";
import type { ExpandedName, Irregularity, XmlElement } from "../../xml/index.js";

/** The message that a receiver expects in the Body. */
export interface ExpectedMessage {
  /** `undefined`: the Body is empty; its content is ignored. */
  readonly body: MessageSchema | PartsSchema | undefined;
  readonly run: DecodeRun;
}

/** The receiver of an envelope: a client knows the operation before, a service finds it by the content. */
export interface EnvelopeReceiver<Message extends ExpectedMessage> {
  /** Whether the Body may contain a fault. */
  readonly acceptsFaults: boolean;
  /** Whether the wrapper of an rpc message may have another name. */
  readonly acceptsOtherWrapper: boolean;
  /** Whether an irregularity outside of a fault is accepted; it is a deviation then. In a fault each one is accepted. */
  accepts(kind: Irregularity): boolean;
  /** The version of an envelope. @throws if the root is not an envelope that the receiver accepts */
  version(root: ExpandedName): SoapVersion;
  /** Whether the receiver needs the content of a block of the Header, `{namespace}local`; if not, it gets the block without. */
  needsBlock(name: string): boolean;
  /**
   * The message that is expected. Called once, before the Body's content is read.
   *
   * @param body the first element of the Body; `undefined` if it is empty or missing
   */
  expect(body: ExpandedName | undefined): Message;
  /**
   * Reads the Header; called after `expect`, if there is a Header.
   *
   * @returns whether the message may be processed; if not, the content of its Body is ignored, except for a fault
   */
  header(blocks: readonly XmlElement[], message: Message): boolean;
  /**
   * The Body has another element than expected, or none. If this returns, the Body is ignored.
   *
   * @throws DecodeError or another error, if the receiver cannot do without the message
   */
  unexpected(
    body: ExpandedName | undefined,
    expected: MessageSchema | PartsSchema,
    message: Message,
  ): void;
}
