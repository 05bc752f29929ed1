/** Writes the envelopes of responses and faults. */
import { mtomThreshold, OutgoingParts } from "../../mime/index.js";
import { outgoingMessage } from "../../protocol/index.js";
import type { MessageSchema, Operation, PartsSchema, SoapVersion } from "../../schema/index.js";
import { XmlElement, xmlElementText } from "../../xml/index.js";
import type { HttpReply } from "../http-exchange.js";
import type { Reply, ServiceDefinition } from "../service-definition.js";
import type { ServiceFault } from "../service-fault.js";
import { validateReply } from "./message-validation.js";

export class ResponseWriter {
  readonly #service: ServiceDefinition;
  readonly #version: SoapVersion;
  readonly #parts: OutgoingParts;

  /** @param isXop whether the request uses MTOM: the response does, too, unless the service decides otherwise */
  constructor(service: ServiceDefinition, version: SoapVersion, isXop: boolean) {
    this.#service = service;
    this.#version = version;
    this.#parts = new OutgoingParts(mtomThreshold(service.mtom ?? isXop));
  }

  /** @throws EncodeError if the reply does not fit the contract */
  async response(operation: Operation, reply: Reply): Promise<HttpReply> {
    validateReply(operation, reply, this.#service);
    const { name, output, headers } = operation;
    const { value, header, attachments = [] } = reply;
    const body = output === undefined ? "" : this.#text(output, value, name);
    const head =
      header === undefined
        ? ""
        : this.#text(headers?.output ?? { parts: [] }, header, `${name}'s header`);
    for (const each of attachments) this.#parts.reference(each, "attachments");
    return this.#message(200, body, head);
  }

  /** @param operation the operation, if it is known; it may have the fault */
  async fault(fault: ServiceFault, operation?: Operation): Promise<HttpReply> {
    const { profile } = this.#service;
    let detail = "";
    let header = fault.options.headerBlocks?.join("") ?? "";
    try {
      const { inHeader, text } = this.#detail(fault, operation);
      if (inHeader) header += text;
      else detail = text;
    } catch (error) {
      return this.fault(profile.failure(error));
    }
    const body = profile.faultBody(this.#version, fault, detail);
    return this.#message(profile.faultStatus(this.#version, fault), body, header);
  }

  async #message(status: number, content: string, header: string): Promise<HttpReply> {
    const version = this.#version;
    const envelope = this.#service.profile.envelope(version, content, header);
    const { headers, body } = await outgoingMessage(version, undefined, envelope, this.#parts);
    return { status, headers, body };
  }

  #text(message: MessageSchema | PartsSchema, values: object | undefined, name: string): string {
    const options = { name, version: this.#version, parts: this.#parts };
    return this.#service.profile.write(message, { ...values }, options);
  }

  /** @throws Error if it does not fit the contract */
  #detail(
    { options: { name, detail } }: ServiceFault,
    operation: Operation | undefined,
  ): { readonly inHeader: boolean; readonly text: string } {
    if (name === undefined) return { inHeader: false, text: elementsText(detail) };
    const schema = operation?.faults?.[name];
    if (schema === undefined) {
      const known = Object.keys(operation?.faults ?? {}).join(", ") || "none";
      throw new Error(`The contract has no fault ${name} of ${operation?.name}; it has ${known}.`);
    }
    // The detail of a single part is its value (WSDL 1.1 §3.6).
    const [only, ...others] = schema.parts;
    const isOne = only !== undefined && others.length === 0;
    const values = isOne ? { [only.member ?? only.element]: detail } : Object(detail);
    const text = this.#text(schema, values, `${operation?.name}'s fault ${name}`);
    return { inHeader: schema.inHeader === true, text };
  }
}

/** A detail without a schema. @throws Error if it does not consist of elements */
function elementsText(detail: unknown): string {
  const elements: readonly unknown[] = detail === undefined ? [] : [detail].flat();
  return elements
    .map((element) => {
      if (element instanceof XmlElement) return xmlElementText(element, "");
      throw new Error("The detail of a fault without a name must consist of XmlElements.");
    })
    .join("");
}
