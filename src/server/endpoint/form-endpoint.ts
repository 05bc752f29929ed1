/** The HTTP GET and POST bindings (WSDL 1.1 §4) as in ASMX: `API.asmx/login?sEmail=…`, a form in and XML out. */
import { mediaType } from "../../bytes/index.js";
import type { Values } from "../../codec/index.js";
import { lexicalOf } from "../../codec/index.js";
import {
  type ElementSchema,
  isSimple,
  messageElements,
  type Operation,
  resolveType,
  type SimpleType,
} from "../../schema/index.js";
import type { FormBinding } from "../description/http-binding.js";
import type { HttpCall, HttpReply } from "../http-exchange.js";
import type { ServiceDefinition } from "../service-definition.js";
import { ServiceFault } from "../service-fault.js";
import { thrownText } from "../thrown.js";
import { validateForm, validateReply } from "./message-validation.js";

const TEXT = "text/plain; charset=utf-8";
const FORM = "application/x-www-form-urlencoded";

/** @param path the path below that of the service; its letter case matters, as in .NET */
export async function respondToForm(
  service: ServiceDefinition,
  call: HttpCall,
  path: string,
): Promise<HttpReply> {
  const protocol = call.method === "GET" ? "http-get" : "http-post";
  const binding = service.forms.find(
    (each) => each.protocol === protocol && each.location.test(path),
  );
  if (binding === undefined) return failed(`${path} Web Service method name is not valid.`);
  try {
    const request = readForm(binding.operation, formOf(call, binding, path));
    const { key, operation, output } = binding;
    validateForm(operation, request, service);
    const reply = await service.invoke({
      key,
      operation,
      request,
      protocol,
      header: undefined,
      headerBlocks: [],
      http: call,
    });
    validateReply(operation, reply, service);
    return responded(service, binding, output === undefined ? {} : (reply.value ?? {}));
  } catch (error) {
    return failed(thrownText(error));
  }
}

function failed(message: string): HttpReply {
  return { status: 500, type: TEXT, body: `${message}\r\n` };
}

function responded(
  { profile }: ServiceDefinition,
  { operation, output }: FormBinding,
  values: Values,
): HttpReply {
  if (output === undefined) return { status: 200, body: "" };
  const [only] = messageElements(output);
  // The document has one element: there is no place for out parameters beside the result.
  const name = only?.member ?? only?.element ?? "";
  const shown = "parts" in output ? { [name]: values[name] } : values;
  const options = { name: operation.name, version: "soap11", isDocument: true } as const;
  return {
    status: 200,
    type: "text/xml; charset=utf-8",
    body: `<?xml version="1.0" encoding="utf-8"?>\r\n${profile.write(output, shown, options)}`,
  };
}

/** The texts by the lower-case names of parameters: letter case does not matter. @throws ServiceFault */
function formOf(
  { method, query, headers, body }: HttpCall,
  { location }: FormBinding,
  path: string,
): ReadonlyMap<string, readonly string[]> {
  const type = headers["content-type"] ?? "";
  if (method === "POST" && body.length > 0 && mediaType(type).type !== FORM) {
    throw clientFault(`Request format is invalid: ${type}.`);
  }
  const form = new URLSearchParams(method === "GET" ? query : Buffer.from(body).toString());
  const inPath = Object.entries(location.exec(path)?.groups ?? {});
  const given = new Map<string, string[]>();
  for (const [name, text] of [
    ...form,
    ...inPath.map(([name, text]) => [name, decodeURIComponent(text)]),
  ]) {
    const key = String(name).toLowerCase();
    given.set(key, [...(given.get(key) ?? []), String(text)]);
  }
  return given;
}

/** @throws ServiceFault */
function readForm({ input }: Operation, form: ReadonlyMap<string, readonly string[]>): Values {
  const entries = messageElements(input).map((parameter) => {
    const { element, member = element } = parameter;
    return [member, readParameter(parameter, form.get(element.toLowerCase()))] as const;
  });
  return Object.fromEntries(entries);
}

function readParameter(
  { element, type: reference, maxOccurs }: ElementSchema,
  texts: readonly string[] | undefined,
): unknown {
  const type = resolveType(reference);
  const isArray = typeof type === "object" && "item" in type;
  const item = isArray ? resolveType(type.item.type) : type;
  if (!isSimple(item)) throw clientFault(`Cannot convert ${element}.`);
  if (isArray || maxOccurs !== undefined) return (texts ?? []).map((text) => readText(item, text));
  const [text] = texts ?? [];
  if (text === undefined) throw clientFault(`Missing parameter: ${element}.`);
  return readText(item, text);
}

function readText(type: SimpleType, text: string): unknown {
  const value = lexicalOf(type).parse(text);
  if (value !== undefined) return value;
  const name = typeof type === "string" ? TYPE_NAMES[type] : undefined;
  throw clientFault(
    `Cannot convert ${text} to System.${name ?? "String"}.\r\nParameter name: type`,
  );
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  boolean: "Boolean",
  byte: "SByte",
  dateTime: "DateTime",
  decimal: "Decimal",
  double: "Double",
  float: "Single",
  int: "Int32",
  long: "Int64",
  short: "Int16",
  unsignedByte: "Byte",
  unsignedInt: "UInt32",
  unsignedLong: "UInt64",
  unsignedShort: "UInt16",
};

function clientFault(message: string): ServiceFault {
  return new ServiceFault(message, { faultCode: "Client" });
}
