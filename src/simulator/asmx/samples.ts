/** The samples of a help page: messages with placeholders for the values, as ASMX shows them. */

import { ENVELOPE_NAMESPACE, type SoapVersion } from "../../soap/envelope/envelope.js";
import {
  type ElementSchema,
  elementsOf,
  isComplex,
  type MessageSchema,
  messageElements,
  resolveType,
  type TypeSchema,
} from "../../soap/schema.js";
import type { Method } from "./service.js";

/** Where the service is, for the samples' first lines. */
export interface Place {
  readonly host: string;
  readonly path: string;
}

/** A placeholder, which the page shows in another colour. */
export const mark = (text: string) => `\u0001${text}\u0002`;

export function soapSample(
  version: SoapVersion,
  { soapAction, input, output }: Method,
  place: Place,
): string[] {
  const type = version === "soap11" ? "text/xml" : "application/soap+xml";
  const media = `Content-Type: ${type}; charset=utf-8\nContent-Length: ${mark("length")}`;
  const action = version === "soap11" ? `\nSOAPAction: "${soapAction}"` : "";
  return [
    `POST ${place.path} HTTP/1.1\nHost: ${place.host}\n${media}${action}\n\n${envelopeSample(version, input)}`,
    `HTTP/1.1 200 OK\n${media}\n\n${envelopeSample(version, output)}`,
  ];
}

function envelopeSample(version: SoapVersion, message: MessageSchema): string {
  const prefix = version === "soap11" ? "soap" : "soap12";
  const namespaces = [
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
    'xmlns:xsd="http://www.w3.org/2001/XMLSchema"',
    `xmlns:${prefix}="${ENVELOPE_NAMESPACE[version]}"`,
  ].join(" ");
  const members = messageElements(message).flatMap((member) => memberSample(member, 3));
  const start = `${message.element} xmlns="${message.namespace}"`;
  const body =
    members.length === 0
      ? [`    <${start} />`]
      : [`    <${start}>`, ...members, `    </${message.element}>`];
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<${prefix}:Envelope ${namespaces}>`,
    `  <${prefix}:Body>`,
    ...body,
    `  </${prefix}:Body>`,
    `</${prefix}:Envelope>`,
  ].join("\n");
}

/** An array shows two of its items. */
function memberSample(member: ElementSchema, depth: number): string[] {
  const indent = "  ".repeat(depth);
  const type = resolveType(member.type);
  const name = member.element;
  if (typeof type === "object" && "item" in type) {
    const item = memberSample(type.item, depth + 1);
    return [`${indent}<${name}>`, ...item, ...item, `${indent}</${name}>`];
  }
  if (isComplex(type)) {
    const members = elementsOf(type).flatMap((each) => memberSample(each, depth + 1));
    return [`${indent}<${name}>`, ...members, `${indent}</${name}>`];
  }
  return [`${indent}<${name}>${mark(placeholder(type))}</${name}>`];
}

function placeholder(type: TypeSchema): string {
  if (typeof type === "string") return type;
  return "enumeration" in type ? Object.values(type.enumeration).join(" or ") : "";
}

/** A GET or POST and its answer. */
export function formSample(
  verb: "GET" | "POST",
  operation: Method,
  element: string,
  place: Place,
): string[] {
  const { name, input, output } = operation;
  const fields = messageElements(input)
    .map((member) => `${member.element}=${mark("string")}`)
    .join("&");
  const path = `${place.path}/${name}`;
  const request =
    verb === "GET"
      ? `GET ${path}?${fields} HTTP/1.1\nHost: ${place.host}\n`
      : `POST ${path} HTTP/1.1\nHost: ${place.host}\nContent-Type: application/x-www-form-urlencoded\nContent-Length: ${mark("length")}\n\n${fields}`;
  const [result] = messageElements(output);
  const value = result === undefined ? "" : mark(placeholder(resolveType(result.type)));
  return [
    request,
    `HTTP/1.1 200 OK\nContent-Type: text/xml; charset=utf-8\nContent-Length: ${mark("length")}\n\n` +
      `<?xml version="1.0" encoding="utf-8"?>\n<${element} xmlns="${output.namespace}">${value}</${element}>`,
  ];
}
