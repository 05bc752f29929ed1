/** A POST of an envelope, and its answer. */
import { MessageText } from "../../bytes/index.js";
import { DecodeError } from "../../errors/index.js";
import { mtomThreshold, OutgoingParts } from "../../mime/index.js";
import { outgoingMessage, versionOfPackage } from "../../protocol/index.js";
import type { MessageSchema, Operation, PartsSchema, SoapVersion } from "../../schema/index.js";
import { XmlElement, XmlScanner, xmlElementText } from "../../xml/index.js";
import type { HttpCall, HttpReply } from "../http-exchange.js";
import type { Invocation, Reply, ServiceDefinition } from "../service-definition.js";
import { ServiceFault } from "../service-fault.js";
import { type Received, receive } from "./receive.js";
import {
  type Carried,
  RequestReader,
  type SoapRequest,
  UnsupportedMediaType,
} from "./request-reader.js";

const SOAP11_TYPE = /^\s*text\/xml\b/i;
const SOAP12_TYPE = /^\s*application\/soap\+xml\b/i;

export async function respondToSoap(
  service: ServiceDefinition,
  call: HttpCall,
): Promise<HttpReply> {
  const outer = call.headers["content-type"] ?? "";
  if (call.streamed !== undefined && !service.profile.acceptsParts) return UNSUPPORTED;
  const answering = new Answering(service, versionSaid(outer, call.streamed !== undefined));
  let request: AttachedRequest;
  try {
    request = await answering.read(await receive(call));
  } catch (error) {
    if (error instanceof UnsupportedMediaType) return UNSUPPORTED;
    if (error instanceof ServiceFault) return answering.fault(error);
    if (!(error instanceof DecodeError)) throw error;
    return service.profile.unreadable(error, (fault) => answering.fault(fault));
  }
  return answering.answer(call, request);
}

function versionSaid(type: string, isPackage: boolean): SoapVersion {
  if (isPackage) return versionOfPackage(type);
  return SOAP12_TYPE.test(type) ? "soap12" : "soap11";
}

const UNSUPPORTED: HttpReply = { status: 415, type: "text/plain", body: "" };

/** With what the contract says nothing of. */
type AttachedRequest = SoapRequest & Pick<Invocation, "attachments">;

class Answering {
  /** The version of the answer: the envelope's, once it is known. */
  #version: SoapVersion;
  #isXop = false;

  constructor(
    private readonly service: ServiceDefinition,
    mediaVersion: SoapVersion,
  ) {
    this.#version = mediaVersion;
  }

  /** @throws ServiceFault, UnsupportedMediaType, DecodeError */
  async read({ contentType, envelope, action, isXop, beside }: Received): Promise<AttachedRequest> {
    if (!SOAP11_TYPE.test(contentType) && !SOAP12_TYPE.test(contentType)) {
      throw new UnsupportedMediaType();
    }
    this.#isXop = isXop;
    this.#version = SOAP12_TYPE.test(contentType) ? "soap12" : "soap11";
    const decoder = new MessageText(contentType);
    const text = decoder.write(envelope) + decoder.end();
    const parts = beside?.parts;
    const request = this.#decode({ action, mediaVersion: this.#version, text, parts });
    if (beside !== undefined) {
      // What goes wrong its parts tell.
      void beside.parts.run(beside.signal, "others");
      await beside.parts.fill([request.values, request.header]);
    }
    return parts === undefined ? request : { ...request, attachments: parts.others() };
  }

  #decode(carried: Carried): SoapRequest {
    const { text } = carried;
    const reader = new RequestReader(this.service, carried);
    try {
      const scanner = new XmlScanner(reader);
      scanner.write(text);
      scanner.end();
      return reader.end();
    } finally {
      this.#version = reader.version;
    }
  }

  async answer(
    http: HttpCall,
    { entry, version, values, ...rest }: AttachedRequest,
  ): Promise<HttpReply> {
    const { operation } = entry;
    const isOneWay = operation.output === undefined;
    try {
      const reply = await this.service.invoke({
        ...entry,
        ...rest,
        request: values,
        protocol: version,
        http,
      });
      if (isOneWay) return { status: 202, body: "" };
      const parts = this.#parts();
      const envelope = this.#envelope(operation, reply, parts);
      for (const each of reply.attachments ?? []) parts.reference(each, "attachments");
      return await this.#message(200, envelope, parts);
    } catch (error) {
      // A one-way message is never answered by an envelope (WS-I BP 1.1 R2714).
      if (isOneWay) return { status: 500, body: "" };
      const fault = error instanceof ServiceFault ? error : this.service.profile.failure(error);
      return this.fault(fault, operation);
    }
  }

  #parts(): OutgoingParts {
    const { mtom = this.#isXop } = this.service;
    return new OutgoingParts(mtomThreshold(mtom));
  }

  async #message(status: number, envelope: string, parts: OutgoingParts): Promise<HttpReply> {
    const { headers, body } = await outgoingMessage(this.#version, undefined, envelope, parts);
    return { status, headers, body };
  }

  #envelope(
    { name, output, headers }: Operation,
    { value, header }: Reply,
    parts: OutgoingParts,
  ): string {
    const { profile } = this.service;
    const body = output === undefined ? "" : this.#write(output, value, name, parts);
    const head =
      header === undefined
        ? ""
        : this.#write(headers?.output ?? { parts: [] }, header, `${name}'s header`, parts);
    return profile.envelope(this.#version, body, head);
  }

  #write(
    message: MessageSchema | PartsSchema,
    values: object | undefined,
    name: string,
    parts: OutgoingParts,
  ): string {
    const version = this.#version;
    return this.service.profile.write(message, { ...values }, { name, version, parts });
  }

  /** @param operation whose faults the contract may have */
  async fault(fault: ServiceFault, operation?: Operation): Promise<HttpReply> {
    const { profile } = this.service;
    const version = this.#version;
    const parts = this.#parts();
    let detail = "";
    let header = fault.options.headerBlocks?.join("") ?? "";
    try {
      const { inHeader, text } = this.#detail(fault, operation, parts);
      if (inHeader) header += text;
      else detail = text;
    } catch (error) {
      return this.fault(profile.failure(error));
    }
    const body = profile.faultBody(version, fault, detail);
    const status = profile.faultStatus(version, fault);
    return this.#message(status, profile.envelope(version, body, header), parts);
  }

  /** @throws Error where it isn't as the contract has it */
  #detail(
    { options: { name, detail } }: ServiceFault,
    operation: Operation | undefined,
    parts: OutgoingParts,
  ): { readonly inHeader: boolean; readonly text: string } {
    if (name === undefined) return { inHeader: false, text: elementsText(detail) };
    const schema = operation?.faults?.[name];
    if (schema === undefined) {
      const known = Object.keys(operation?.faults ?? {}).join(", ") || "none";
      throw new Error(`The contract has no fault ${name} of ${operation?.name}; it has ${known}.`);
    }
    // Of a single part the detail is the value (WSDL 1.1 §3.6).
    const [only, ...others] = schema.parts;
    const isOne = only !== undefined && others.length === 0;
    const values = isOne ? { [only.member ?? only.element]: detail } : Object(detail);
    const text = this.#write(schema, values, `${operation?.name}'s fault ${name}`, parts);
    return { inHeader: schema.inHeader === true, text };
  }
}

/** A detail that no contract says anything of. @throws Error where it is none of elements */
function elementsText(detail: unknown): string {
  const elements: readonly unknown[] = detail === undefined ? [] : [detail].flat();
  return elements
    .map((element) => {
      if (element instanceof XmlElement) return xmlElementText(element, "");
      throw new Error(
        "The detail of a fault without a name of the contract is made of XmlElements.",
      );
    })
    .join("");
}
