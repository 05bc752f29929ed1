/** The service as the receiver of an envelope: finds the operation, and checks the Header for it. */

import type { Values } from "../../codec/index.js";
import type { PartSource } from "../../mime/index.js";
import {
  blockNames,
  decodeHeader,
  type EnvelopeContent,
  type EnvelopeReceiver,
  type ExpectedMessage,
  envelopeVersion,
  mustUnderstand,
} from "../../protocol/index.js";
import type { MessageSchema, PartsSchema, SoapVersion } from "../../schema/index.js";
import {
  type ContentBudget,
  clark,
  type ExpandedName,
  type Irregularity,
  type XmlElement,
} from "../../xml/index.js";
import type { Entry } from "../operation-index.js";
import type { OperationSelector } from "../profile/profile.js";
import type { ServiceDefinition } from "../service-definition.js";
import { validatedRun, validateRequest } from "./message-validation.js";

/** The media type of a request does not match its envelope: status 415. */
export class UnsupportedMediaType extends Error {}

export interface SoapRequest {
  readonly version: SoapVersion;
  readonly entry: Entry;
  readonly header: Values | undefined;
  readonly headerBlocks: readonly XmlElement[];
  readonly values: Values;
}

/** An envelope with the properties of its HTTP request. */
export interface RequestText {
  /** The action without its quotes; `undefined` if it is missing. */
  readonly action: string | undefined;
  /** The version of the media type. */
  readonly mediaVersion: SoapVersion;
  readonly text: string;
  /** The parts beside the envelope; `undefined`: none. */
  readonly parts: PartSource | undefined;
  /** The limit of what it contains. */
  readonly budget: ContentBudget;
}

/** The expected message, with its operation. */
interface RequestMessage extends ExpectedMessage {
  readonly entry: Entry;
}

export class RequestReceiver implements EnvelopeReceiver<RequestMessage> {
  readonly acceptsFaults = false;
  readonly acceptsOtherWrapper = false;
  #version: SoapVersion | undefined;
  #blocks: readonly XmlElement[] = [];
  #header: Values | undefined;

  constructor(
    private readonly service: ServiceDefinition,
    private readonly request: RequestText,
  ) {}

  /** The version of the response: that of the envelope, or of the media type as long as there is no envelope. */
  get responseVersion(): SoapVersion {
    return this.#version ?? this.request.mediaVersion;
  }

  accepts(kind: Irregularity): boolean {
    return this.service.profile.acceptsIrregularity(kind);
  }

  /** @throws ServiceFault, UnsupportedMediaType */
  version(root: ExpandedName): SoapVersion {
    const version = envelopeVersion(root);
    const { profile, versions: supported } = this.service;
    if (version === undefined || !supported.includes(version)) {
      // The fault is of version 1.1, which every node of 1.2 can read (SOAP 1.2 part 1 appendix A).
      if (version !== undefined) this.#version = "soap11";
      throw profile.otherRoot({ root, faultVersion: this.responseVersion, supported });
    }
    this.#version = version;
    if (version === "soap11" && this.request.mediaVersion === "soap12") {
      throw new UnsupportedMediaType();
    }
    return version;
  }

  /** Handlers get all blocks. */
  needsBlock(): boolean {
    return true;
  }

  /** @throws ServiceFault if there is no such operation */
  expect(body: ExpandedName | undefined): RequestMessage {
    const { profile, index } = this.service;
    const entry = profile.pick(index, this.#selector(body));
    const { text, parts, budget } = this.request;
    const { operation } = entry;
    const read = validatedRun(profile.reading(operation, text), operation, this.service);
    const run = { ...read, parts, budget };
    return { entry, body: operation.input, run };
  }

  /** @throws ServiceFault if a block is not understood */
  header(blocks: readonly XmlElement[], { entry, run }: RequestMessage): boolean {
    const { profile, understood } = this.service;
    const schema = entry.operation.headers?.input;
    const known = new Set([...understood, ...blockNames(schema)]);
    const version = this.responseVersion;
    const unknown = blocks.filter(
      (block) =>
        mustUnderstand(block, version) &&
        profile.isAddressed(block, version) &&
        !known.has(clark(block.name)),
    );
    if (unknown.length > 0) throw profile.notUnderstood(unknown, version);
    this.#blocks = blocks;
    if (schema !== undefined && blocks.length > 0) {
      this.#header = decodeHeader(schema, blocks, run);
    }
    return true;
  }

  /** @throws ServiceFault */
  unexpected(
    body: ExpandedName | undefined,
    _: MessageSchema | PartsSchema,
    { entry }: RequestMessage,
  ): void {
    this.service.profile.otherBody(entry.operation, this.#selector(body));
  }

  /** The request, of the content of its envelope. @throws ServiceFault */
  soapRequest({ message, values = {} }: EnvelopeContent<RequestMessage>): SoapRequest {
    const { entry } = message;
    const { operation } = entry;
    validateRequest(operation.input, values, operation, this.service);
    validateRequest(operation.headers?.input, this.#header, operation, this.service);
    return {
      version: this.responseVersion,
      entry,
      header: this.#header,
      headerBlocks: this.#blocks,
      values: this.service.profile.complete(operation.input, values),
    };
  }

  #selector(body: ExpandedName | undefined): OperationSelector {
    return { version: this.responseVersion, body, action: this.request.action };
  }
}
