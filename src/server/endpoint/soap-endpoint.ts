/** Responds to envelopes that are sent by POST. */
import { MessageText, mediaType } from "../../bytes/index.js";
import { DecodeError } from "../../errors/index.js";
import { EnvelopeReader, versionOfMediaType, versionOfPackage } from "../../protocol/index.js";
import type { Operation, SoapVersion } from "../../schema/index.js";
import { ContentBudget, XmlScanner } from "../../xml/index.js";
import type { HttpCall, HttpReply } from "../http-exchange.js";
import type { Invocation, ServiceDefinition } from "../service-definition.js";
import { ServiceFault } from "../service-fault.js";
import { type ReceivedEnvelope, receive } from "./receive.js";
import {
  RequestReceiver,
  type RequestText,
  type SoapRequest,
  UnsupportedMediaType,
} from "./request-receiver.js";
import { ResponseWriter } from "./response-writer.js";

const UNSUPPORTED: HttpReply = { status: 415, type: "text/plain", body: "" };

export async function respondToSoap(
  service: ServiceDefinition,
  call: HttpCall,
): Promise<HttpReply> {
  if (call.streamed !== undefined && !service.profile.acceptsParts) return UNSUPPORTED;
  const exchange = new SoapExchange(service, versionOf(call));
  let request: AttachedRequest;
  try {
    request = await exchange.read(await receive(call));
  } catch (error) {
    if (error instanceof UnsupportedMediaType) return UNSUPPORTED;
    if (error instanceof ServiceFault) return exchange.fault(error);
    if (!(error instanceof DecodeError)) throw error;
    return service.profile.unreadable(error, (fault) => exchange.fault(fault));
  }
  return exchange.respond(call, request);
}

/** The version that the media type of a request states. */
function versionOf({ headers, streamed }: HttpCall): SoapVersion {
  const contentType = headers["content-type"] ?? "";
  if (streamed !== undefined) return versionOfPackage(contentType);
  return versionOfMediaType(mediaType(contentType).type) ?? "soap11";
}

type AttachedRequest = SoapRequest & Pick<Invocation, "attachments">;

/** One request and its response. */
class SoapExchange {
  /** The version of the response: that of the envelope, as soon as it is known. */
  #version: SoapVersion;
  #isXop = false;

  constructor(
    private readonly service: ServiceDefinition,
    mediaVersion: SoapVersion,
  ) {
    this.#version = mediaVersion;
  }

  /** @throws ServiceFault, UnsupportedMediaType, DecodeError */
  async read({
    contentType,
    bytes,
    action,
    isXop,
    beside,
  }: ReceivedEnvelope): Promise<AttachedRequest> {
    const mediaVersion = versionOfMediaType(mediaType(contentType).type);
    if (mediaVersion === undefined) throw new UnsupportedMediaType();
    this.#isXop = isXop;
    this.#version = mediaVersion;
    const decoder = new MessageText(contentType);
    const text = decoder.write(bytes) + decoder.end();
    const budget = new ContentBudget(this.service.maxRequestElements, "maxRequestElements");
    const request = this.#decode({ action, mediaVersion, text, parts: beside?.parts, budget });
    if (beside === undefined) return request;
    const { parts, signal } = beside;
    // Its errors are those of the parts.
    void parts.run(signal, "others");
    await parts.fill([request.values, request.header]);
    return { ...request, attachments: parts.others() };
  }

  #decode(request: RequestText): SoapRequest {
    const receiver = new RequestReceiver(this.service, request);
    try {
      const reader = new EnvelopeReader(receiver);
      const scanner = new XmlScanner(reader, request.budget, reader);
      scanner.write(request.text);
      scanner.end();
      return receiver.soapRequest(reader.end());
    } finally {
      this.#version = receiver.responseVersion;
    }
  }

  async respond(
    http: HttpCall,
    { entry, version, values, ...rest }: AttachedRequest,
  ): Promise<HttpReply> {
    const { operation } = entry;
    const isOneWay = operation.output === undefined;
    try {
      const invocation = { ...entry, ...rest, request: values, protocol: version, http };
      const reply = await this.service.invoke(invocation);
      return isOneWay ? { status: 202, body: "" } : await this.#writer().response(operation, reply);
    } catch (error) {
      // The response of a one-way operation has no envelope (WS-I BP 1.1 R2714).
      if (isOneWay) return { status: 500, body: "" };
      return this.#failed(error, operation);
    }
  }

  /** Reading the thrown value can throw, and its text can have characters that XML does not allow: see `thrownText`. */
  async #failed(thrown: unknown, operation: Operation): Promise<HttpReply> {
    const { profile } = this.service;
    try {
      const fault = thrown instanceof ServiceFault ? thrown : profile.failure(thrown);
      return await this.#writer().fault(fault, operation);
    } catch {
      return this.#writer().fault(profile.failure(undefined));
    }
  }

  fault(fault: ServiceFault): Promise<HttpReply> {
    return this.#writer().fault(fault);
  }

  #writer(): ResponseWriter {
    return new ResponseWriter(this.service, this.#version, this.#isXop);
  }
}
