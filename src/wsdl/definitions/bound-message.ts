/** Messages as a binding uses them: which parts are in the Body, the Header and attachments (WSDL 1.1 §3.5, §3.7, §5). */
import {
  type AttachmentPart,
  type HeaderPart,
  type Message,
  MIME,
  type Part,
  type Protocol,
  SOAP11,
  SOAP12,
  WSDL,
} from "../../contract/index.js";
import type { Diagnostics } from "../diagnostics.js";
import type { Element } from "../documents/element.js";
import { findNamed, noSuch, type SymbolTable, unresolved } from "../documents/reference.js";
import type { AbstractMessage } from "./message.js";
import type { Labelled } from "./port-type.js";

export interface MessageContext {
  readonly protocol: Protocol;
  readonly messages: SymbolTable<AbstractMessage>;
  readonly diagnostics: Diagnostics;
}

/** @param element the `wsdl:input` or `wsdl:output` of the binding, which may be missing */
export function readMessage(
  { label, message }: Labelled,
  element: Element | undefined,
  isRpc: boolean,
  context: MessageContext,
): Message {
  const extensions = element === undefined ? [] : extensionsIn(element);
  const soap = (local: string) => extensions.filter((each) => isSoap(each, local));
  const [body] = soap("body");
  const headers = soap("header").flatMap((header) => readHeader(header, message, context));
  const attachments = extensions
    .filter((each) => each.is(MIME, "content"))
    .reduce((found, content) => addAttachment(found, content, message, context), NO_ATTACHMENTS);
  const isForm = context.protocol === "http-get" || context.protocol === "http-post";
  const elsewhere = new Set<Part>(attachments.map(({ part }) => part));
  const chosen = bodyParts(message, body, context);
  if (chosen === undefined) {
    for (const { part } of headers) if (message.parts.includes(part)) elsewhere.add(part);
  }
  return {
    name: message.name,
    label,
    parts: (chosen ?? message.parts).filter((part) => isForm || !elsewhere.has(part)),
    use: body?.attribute("use") === "encoded" ? "encoded" : "literal",
    namespace: isRpc ? (body?.token("namespace") ?? "") : "",
    headers,
    attachments: isForm ? [] : attachments,
    location: element?.location ?? message.location,
  };
}

const NO_ATTACHMENTS: readonly AttachmentPart[] = [];

/** The extension elements of the message, and those of the parts of a multipart message (WSDL 1.1 §5.3). */
function extensionsIn(element: Element): readonly Element[] {
  return element.children.flatMap((child) =>
    child.is(MIME, "multipartRelated")
      ? child.all(MIME, "part").flatMap((part) => part.children)
      : child.name.namespace === WSDL
        ? []
        : [child],
  );
}

function isSoap({ name }: Element, local: string): boolean {
  return name.local === local && (name.namespace === SOAP11 || name.namespace === SOAP12);
}

/** The parts that the attribute `parts` names (WSDL 1.1 §3.5); `undefined` if it is missing, or the message has none of them. */
function bodyParts(
  message: AbstractMessage,
  body: Element | undefined,
  { diagnostics }: MessageContext,
): readonly Part[] | undefined {
  const named = body?.attribute("parts");
  if (body === undefined || named === undefined) return undefined;
  const names = named.split(/\s+/).filter((name) => name !== "");
  const parts = names.flatMap((name) => findPart(message, name, body, diagnostics) ?? []);
  return parts.length === 0 && names.length > 0 ? undefined : parts;
}

function findPart(
  message: AbstractMessage,
  name: string,
  from: Element,
  diagnostics: Diagnostics,
): Part | undefined {
  const part = message.parts.find((each) => each.name === name);
  if (part !== undefined) return part;
  const names = message.parts.map((each) => each.name);
  const has = names.length === 0 ? "no parts" : `only ${names.join(", ")}`;
  diagnostics.warning(
    `The part ${name} is ignored: the message ${message.name.local} has ${has}.`,
    from.location,
  );
  return undefined;
}

function readHeader(header: Element, own: AbstractMessage, context: MessageContext): HeaderPart[] {
  const part = headerPart(header, own, context);
  if (part === undefined) return [];
  const faults = header.children
    .filter((child) => isSoap(child, "headerfault"))
    .flatMap((fault) => headerPart(fault, own, context) ?? []);
  return [
    {
      part,
      use: header.attribute("use") === "encoded" ? "encoded" : "literal",
      namespace: header.token("namespace") ?? "",
      faults,
    },
  ];
}

/** The part of the message that the header names, or else of the operation's message. */
function headerPart(
  header: Element,
  own: AbstractMessage,
  context: MessageContext,
): Part | undefined {
  const message = headerMessage(header, own, context);
  if (message === undefined) return undefined;
  const name = header.attribute("part");
  return name === undefined
    ? message.parts[0]
    : findPart(message, name, header, context.diagnostics);
}

function headerMessage(
  header: Element,
  own: AbstractMessage,
  { messages, diagnostics }: MessageContext,
): AbstractMessage | undefined {
  const reference = header.attribute("message");
  if (reference === undefined) return own;
  const name = header.qname(reference);
  const message = name && findNamed(name, header, messages.symbols);
  if (message !== undefined) return message;
  const reason =
    name === undefined
      ? unresolved(reference)
      : noSuch(messages.kind, name, diagnostics.maySuggest ? messages.symbols.keys() : []);
  diagnostics.warning(`soap:${header.name.local} is ignored. ${reason}`, header.location);
  return undefined;
}

/** A part may have several media types. */
function addAttachment(
  found: readonly AttachmentPart[],
  content: Element,
  message: AbstractMessage,
  { diagnostics }: MessageContext,
): readonly AttachmentPart[] {
  const name = content.attribute("part");
  const part =
    name === undefined ? message.parts[0] : findPart(message, name, content, diagnostics);
  if (part === undefined) return found;
  const type = content.attribute("type");
  const types = type === undefined ? [] : [type];
  const before = found.find((each) => each.part === part);
  return [
    ...found.filter((each) => each !== before),
    { part, mediaTypes: [...(before?.mediaTypes ?? []), ...types] },
  ];
}
