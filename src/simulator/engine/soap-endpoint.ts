/** A POST of an envelope, and its answer. */
import { MessageText } from "../../soap/envelope/charset.js";
import type { SoapVersion } from "../../soap/envelope/envelope.js";
import { DecodeError } from "../../soap/errors.js";
import type { MessageSchema, Operation, PartsSchema } from "../../soap/schema.js";
import { XmlElement } from "../../soap/xml/element.js";
import { XmlScanner } from "../../soap/xml/scanner.js";
import { xmlElementText } from "../../soap/xml/write-element.js";
import type { HttpAnswer, HttpCall } from "./http.js";
import {
  type Carried,
  RequestReader,
  type SoapRequest,
  UnsupportedMediaType,
} from "./request-reader.js";
import type { Reply, Service } from "./service.js";
import { ServiceFault } from "./service-fault.js";

const MEDIA_TYPES: Readonly<Record<SoapVersion, string>> = {
  soap11: "text/xml; charset=utf-8",
  soap12: "application/soap+xml; charset=utf-8",
};

const SOAP11_TYPE = /^\s*text\/xml\b/i;
const SOAP12_TYPE = /^\s*application\/soap\+xml\b/i;

export async function answerSoap(service: Service, call: HttpCall): Promise<HttpAnswer> {
  const type = call.headers["content-type"] ?? "";
  if (!SOAP11_TYPE.test(type) && !SOAP12_TYPE.test(type)) return UNSUPPORTED;
  const answering = new Answering(service, SOAP12_TYPE.test(type) ? "soap12" : "soap11");
  let request: SoapRequest;
  try {
    request = answering.read(call, type);
  } catch (error) {
    if (error instanceof UnsupportedMediaType) return UNSUPPORTED;
    if (error instanceof ServiceFault) return answering.fault(error);
    if (!(error instanceof DecodeError)) throw error;
    return service.profile.unreadable(error, (fault) => answering.fault(fault));
  }
  return answering.answer(call, request);
}

const UNSUPPORTED: HttpAnswer = { status: 415, type: "text/plain", body: "" };

class Answering {
  /** The version of the answer: the envelope's, once it is known. */
  #version: SoapVersion;

  constructor(
    private readonly service: Service,
    mediaVersion: SoapVersion,
  ) {
    this.#version = mediaVersion;
  }

  /** @throws ServiceFault, UnsupportedMediaType, DecodeError */
  read(call: HttpCall, contentType: string): SoapRequest {
    const decoder = new MessageText(contentType);
    const text = decoder.write(call.body) + decoder.end();
    const carried: Carried = { action: actionOf(call), mediaVersion: this.#version, text };
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
    { entry, version, values, ...rest }: SoapRequest,
  ): Promise<HttpAnswer> {
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
      return { status: 200, type: MEDIA_TYPES[version], body: this.#envelope(operation, reply) };
    } catch (error) {
      // A one-way message is never answered by an envelope (WS-I BP 1.1 R2714).
      if (isOneWay) return { status: 500, body: "" };
      const fault = error instanceof ServiceFault ? error : this.service.profile.failure(error);
      return this.fault(fault, operation);
    }
  }

  #envelope({ name, output, headers }: Operation, { value, header }: Reply): string {
    const { profile } = this.service;
    const body = output === undefined ? "" : this.#write(output, value, name);
    const head =
      header === undefined
        ? ""
        : this.#write(headers?.output ?? { parts: [] }, header, `${name}'s header`);
    return profile.envelope(this.#version, body, head);
  }

  #write(message: MessageSchema | PartsSchema, values: object | undefined, name: string): string {
    return this.service.profile.write(message, { ...values }, { name, version: this.#version });
  }

  /** @param operation whose faults the contract may have */
  fault(fault: ServiceFault, operation?: Operation): HttpAnswer {
    const { profile } = this.service;
    const version = this.#version;
    let detail = "";
    let header = fault.options.headerBlocks?.join("") ?? "";
    try {
      const { inHeader, text } = this.#detail(fault, operation);
      if (inHeader) header += text;
      else detail = text;
    } catch (error) {
      return this.fault(profile.failure(error));
    }
    const body = profile.faultBody(version, fault, detail);
    return {
      status: profile.faultStatus(version, fault),
      type: MEDIA_TYPES[version],
      body: profile.envelope(version, body, header),
    };
  }

  /** @throws Error where it isn't as the contract has it */
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
    // Of a single part the detail is the value (WSDL 1.1 §3.6).
    const [only, ...others] = schema.parts;
    const isOne = only !== undefined && others.length === 0;
    const values = isOne ? { [only.member ?? only.element]: detail } : Object(detail);
    const text = this.#write(schema, values, `${operation?.name}'s fault ${name}`);
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

/** The SOAPAction header of 1.1 or the action parameter of 1.2, quoted or not. */
function actionOf({ headers }: HttpCall): string | undefined {
  const header = headers.soapaction;
  if (header !== undefined) return header.trim().replace(/^"(.*)"$/, "$1");
  const parameter = /;\s*action\s*=\s*(?:"([^"]*)"|([^\s;]+))/i.exec(headers["content-type"] ?? "");
  return parameter?.[1] ?? parameter?.[2];
}
