/** Responses as .NET's XmlSerializer writes them: null strings and arrays left out, '' as `<x />`. */
import {
  type ComplexType,
  type ElementSchema,
  elementsOf,
  isComplex,
  type MessageSchema,
  resolveType,
} from "../../soap/schema.js";
import { escapeText } from "../../soap/xml/chars.js";
import { defaultOf } from "./read-values.js";
import type { Values } from "./service.js";

export function writeMessage(message: MessageSchema, values: Values): string {
  const start = `${message.element} xmlns="${message.namespace}"`;
  const content = writeSequence(message.type, values);
  return content === "" ? `<${start} />` : `<${start}>${content}</${message.element}>`;
}

function writeSequence(type: ComplexType, values: Values): string {
  return elementsOf(type)
    .map((member) => writeMember(member, values[member.element] ?? defaultOf(member)))
    .join("");
}

function writeMember(member: ElementSchema, value: unknown): string {
  if (value === undefined) return "";
  return writeElement(member.element, contentOf(member, value));
}

export function writeElement(name: string, content: string): string {
  return content === "" ? `<${name} />` : `<${name}>${content}</${name}>`;
}

function contentOf(member: ElementSchema, value: unknown): string {
  const type = resolveType(member.type);
  if (isComplex(type)) return writeSequence(type, { ...Object(value) });
  if (typeof type === "object" && "item" in type) {
    const items: unknown[] = Array.isArray(value) ? value : [];
    return items.map((item) => writeItem(type.item, item)).join("");
  }
  // A CR goes out as it is, so that readers see a LF.
  return escapeText(String(value)).replaceAll("&#13;", "\r");
}

function writeItem(item: ElementSchema, value: unknown): string {
  return value === null
    ? `<${item.element} xsi:nil="true" />`
    : writeElement(item.element, contentOf(item, value));
}
