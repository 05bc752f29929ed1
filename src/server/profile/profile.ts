/** The rules by which a service reads and answers, where stacks differ. */
import type { DecodeRun } from "../../codec/index.js";
import type { DecodeError } from "../../errors/index.js";
import type { OutgoingParts } from "../../mime/index.js";
import type { MessageSchema, Operation, PartsSchema, SoapVersion } from "../../schema/index.js";
import type { ExpandedName, XmlElement } from "../../xml/index.js";
import type { HttpReply } from "../http-exchange.js";
import type { Entry, OperationIndex } from "../operation-index.js";
import type { ServiceFault } from "../service-fault.js";
import type { Values } from "../values.js";

/** What tells which operation a request means. */
export interface Signs {
  readonly version: SoapVersion;
  /** The first element of the Body. */
  readonly body: ExpandedName | undefined;
  /** The SOAPAction header or the action parameter without its quotes; `undefined` where it is missing. */
  readonly action: string | undefined;
}

/** For whom a message is written. */
export interface Writing {
  /** What errors call it, where it is no single element. */
  readonly name: string;
  /** By whose encoding an encoded message is written. */
  readonly version: SoapVersion;
  /** Takes what travels beside the envelope; without it nothing can. */
  readonly parts?: OutgoingParts;
}

export interface Profile {
  /** Messages in several parts are taken (MTOM, SOAP with Attachments). */
  readonly acceptsParts: boolean;
  /** Compressed requests are taken. */
  readonly acceptsCodings: boolean;
  /**
   * The document's root is no envelope that the service speaks.
   *
   * @param answered the version that the fault will be of
   * @param spoken those that the service speaks
   */
  otherRoot(
    name: ExpandedName,
    answered: SoapVersion,
    spoken: readonly SoapVersion[],
  ): ServiceFault;
  /** @throws ServiceFault where no operation is meant */
  pick(index: OperationIndex, signs: Signs): Entry;
  /**
   * The Body holds another element than the operation that the action picked.
   *
   * @throws ServiceFault where that won't do; else all of the request is missing
   */
  otherBody(operation: Operation, signs: Signs): void;
  /** Whether a block of the Header is for this service. */
  isAddressed(block: XmlElement, version: SoapVersion): boolean;
  /** @param blocks those that would have to be understood */
  notUnderstood(blocks: readonly XmlElement[], version: SoapVersion): ServiceFault;
  /** What is made of a request that isn't quite what the contract says. @param text the request's */
  reading(operation: Operation, text: string): DecodeRun;
  /** A request as its operation gets it: what is missing may stand for something. */
  complete(input: MessageSchema | PartsSchema, values: Values): Values;
  /** The content of the answer's Body or Header. @throws EncodeError */
  write(message: MessageSchema | PartsSchema, values: Values, writing: Writing): string;
  envelope(version: SoapVersion, body: string, header: string): string;
  /** What the client gets of an error that is none of a service's faults. */
  failure(error: unknown): ServiceFault;
  /** @param detail what its detail holds, as XML */
  faultBody(version: SoapVersion, fault: ServiceFault, detail: string): string;
  faultStatus(version: SoapVersion, fault: ServiceFault): number;
  /** The request is no XML that can be read. */
  unreadable(
    error: DecodeError,
    answerFault: (fault: ServiceFault) => Promise<HttpReply>,
  ): HttpReply | Promise<HttpReply>;
}
