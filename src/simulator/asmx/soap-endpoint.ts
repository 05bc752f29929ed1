/** A POST of an envelope, and its answer. */
import type { SoapVersion } from "../../soap/envelope/envelope.js";
import { envelope, faultEnvelope, RequestFault } from "./fault.js";
import type { HttpAnswer, HttpCall } from "./http.js";
import {
  isSoap12Type,
  pickOperation,
  readEnvelope,
  refuseHeaders,
  type SoapRequest,
  UnreadableRequest,
  UnsupportedMediaType,
} from "./read-envelope.js";
import { readSequence, UnreadableValue } from "./read-values.js";
import type { AsmxService } from "./service.js";
import { writeMessage } from "./write-values.js";

const MEDIA_TYPES: Readonly<Record<SoapVersion, string>> = {
  soap11: "text/xml; charset=utf-8",
  soap12: "application/soap+xml; charset=utf-8",
};

export function answerSoap(service: AsmxService, call: HttpCall): HttpAnswer {
  const contentType = call.headers["content-type"] ?? "";
  let request: SoapRequest;
  try {
    request = readEnvelope(call.body, contentType);
  } catch (error) {
    if (error instanceof UnreadableRequest) return { status: 400, type: "text/xml", body: "" };
    if (error instanceof UnsupportedMediaType) return { status: 415, type: "text/plain", body: "" };
    if (error instanceof RequestFault) {
      return fault(isSoap12Type(contentType) ? "soap12" : "soap11", error);
    }
    throw error;
  }
  try {
    return {
      status: 200,
      type: MEDIA_TYPES[request.version],
      body: invoke(service, call, request),
    };
  } catch (error) {
    if (error instanceof UnreadableValue)
      return fault(request.version, located(error, request.text));
    return fault(request.version, error instanceof RequestFault ? error : failure(error));
  }
}

/** What a method throws, as the client sees it. */
function failure(error: unknown): RequestFault {
  const message = error instanceof Error ? error.message : String(error);
  return new RequestFault("Server", `Server was unable to process request. ---> ${message}`);
}

function fault(version: SoapVersion, { kind, message }: RequestFault): HttpAnswer {
  return { status: 500, type: MEDIA_TYPES[version], body: faultEnvelope(version, kind, message) };
}

function invoke(service: AsmxService, call: HttpCall, request: SoapRequest): string {
  const operation = pickOperation(service.operations, request, actionOf(call));
  refuseHeaders(request);
  const { input } = operation;
  const { body } = request;
  const isMeant = body?.name.local === input.element && body.name.namespace === input.namespace;
  const values = service.invoke({
    operation: operation.name,
    parameters: readSequence(input.type, isMeant ? body : undefined),
    cookies: call.cookies,
  });
  return envelope(request.version, writeMessage(operation.output, values));
}

/** The SOAPAction header of 1.1 or the action parameter of 1.2, quoted or not. */
function actionOf({ headers }: HttpCall): string | undefined {
  const header = headers.soapaction;
  if (header !== undefined) return header.trim().replace(/^"(.*)"$/, "$1");
  const parameter = /;\s*action\s*=\s*(?:"([^"]*)"|([^\s;]+))/i.exec(headers["content-type"] ?? "");
  return parameter?.[1] ?? parameter?.[2];
}

/** .NET says where in the document the value stands. */
function located({ element, reason }: UnreadableValue, text: string): RequestFault {
  const at = Math.max(0, text.search(new RegExp(`<(?:[\\w.-]+:)?${element}[\\s/>]`)));
  const before = text.slice(0, text.indexOf(">", at) + 1).split("\n");
  const place = `(${before.length}, ${(before.at(-1)?.length ?? 0) + 1})`;
  return new RequestFault(
    "Client",
    `Server was unable to read request. ---> There is an error in XML document ${place}. ---> ${reason}`,
  );
}
