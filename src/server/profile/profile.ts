/** The rules by which a service reads requests and writes responses, where SOAP stacks differ. */
import type { DecodeRun, Values } from "../../codec/index.js";
import type { DecodeError } from "../../errors/index.js";
import type { OutgoingParts } from "../../mime/index.js";
import type { MessageSchema, Operation, PartsSchema, SoapVersion } from "../../schema/index.js";
import type { ExpandedName, Irregularity, XmlElement } from "../../xml/index.js";
import type { HttpReply } from "../http-exchange.js";
import type { Entry, OperationIndex } from "../operation-index.js";
import type { ServiceFault } from "../service-fault.js";

/** The parts of a request that select its operation. */
export interface OperationSelector {
  readonly version: SoapVersion;
  /** The first element of the Body. */
  readonly body: ExpandedName | undefined;
  /** The SOAPAction header or the action parameter, without its quotes; `undefined` if it is missing. */
  readonly action: string | undefined;
}

/** How a message is written. */
export interface WriteOptions {
  /** The name of a message without an element, for errors. */
  readonly name: string;
  /** The version of SOAP whose encoding is used, if the message is encoded. */
  readonly version: SoapVersion;
  /** Collects the parts beside the envelope; without it a message with attachments is an error. */
  readonly parts?: OutgoingParts;
  /** Whether the message is a document, without an envelope around it. */
  readonly isDocument?: boolean;
}

/** An envelope that the service does not accept. */
export interface OtherEnvelope {
  /** The name of the root element. */
  readonly root: ExpandedName;
  /** The version of the fault. */
  readonly faultVersion: SoapVersion;
  /** The versions that the service supports. */
  readonly supported: readonly SoapVersion[];
}

export interface Profile {
  /** Whether packages are accepted (MTOM, SOAP with Attachments). */
  readonly acceptsParts: boolean;
  /** Whether requests may have a Content-Encoding. */
  readonly acceptsCodings: boolean;
  /** Whether an irregularity of the XML of a request is accepted. */
  acceptsIrregularity(kind: Irregularity): boolean;
  /** The fault of a request that is not an envelope of a supported version. */
  otherRoot(envelope: OtherEnvelope): ServiceFault;
  /** Finds the operation. @throws ServiceFault if the service does not have it */
  pick(index: OperationIndex, selector: OperationSelector): Entry;
  /**
   * The Body contains another element than the operation that was picked by the action.
   *
   * @throws ServiceFault if the profile does not accept that; otherwise the request is empty
   */
  otherBody(operation: Operation, selector: OperationSelector): void;
  /** Whether a block of the Header is for this service. */
  isAddressed(block: XmlElement, version: SoapVersion): boolean;
  /** @param blocks those that had to be understood */
  notUnderstood(blocks: readonly XmlElement[], version: SoapVersion): ServiceFault;
  /** How a request that differs from the contract is read. @param text the text of the request */
  reading(operation: Operation, text: string): DecodeRun;
  /** The request as the operation gets it, with the defaults of missing values. */
  complete(input: MessageSchema | PartsSchema, values: Values): Values;
  /** The content of the response's Body or Header. @throws EncodeError */
  write(message: MessageSchema | PartsSchema, values: Values, options: WriteOptions): string;
  /** The text of an envelope. */
  envelope(version: SoapVersion, body: string, header: string): string;
  /** The fault for a thrown value that is not a ServiceFault. `undefined` gives a general text. */
  failure(error: unknown): ServiceFault;
  /** The Fault element. @param detail the content of the detail, as XML */
  faultBody(version: SoapVersion, fault: ServiceFault, detail: string): string;
  /** The HTTP status of a fault. */
  faultStatus(version: SoapVersion, fault: ServiceFault): number;
  /** The response to a request that cannot be read. */
  unreadable(
    error: DecodeError,
    respondWith: (fault: ServiceFault) => Promise<HttpReply>,
  ): HttpReply | Promise<HttpReply>;
}
