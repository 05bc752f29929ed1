/** What a binding says of a message: which parts stand in the Body, the Header and beside the envelope. */
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
import type { Faults } from "../diagnostics.js";
import type { Element } from "../documents/document.js";
import type { AbstractMessage } from "./message.js";
import type { Labelled } from "./port-type.js";

export interface MessageContext {
  readonly protocol: Protocol;
  readonly messages: ReadonlyMap<string, AbstractMessage>;
  readonly faults: Faults;
}

/** @param element the binding's `wsdl:input` or `wsdl:output`, which it may leave out */
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
  if (body?.attribute("parts") === undefined) {
    for (const { part } of headers) if (message.parts.includes(part)) elsewhere.add(part);
  }
  return {
    name: message.name,
    label,
    parts: bodyParts(message, body, context).filter((part) => isForm || !elsewhere.has(part)),
    use: body?.attribute("use") === "encoded" ? "encoded" : "literal",
    namespace: isRpc ? (body?.attribute("namespace") ?? "") : "",
    headers,
    attachments: isForm ? [] : attachments,
    location: element?.location ?? message.location,
  };
}

const NO_ATTACHMENTS: readonly AttachmentPart[] = [];

/** Those of the message itself and those of the parts of a multipart one (WSDL 1.1 §5.3). */
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

/** Those that `parts` names, or all (WSDL 1.1 §3.5). */
function bodyParts(
  message: AbstractMessage,
  body: Element | undefined,
  { faults }: MessageContext,
): readonly Part[] {
  const named = body?.attribute("parts");
  if (body === undefined || named === undefined) return message.parts;
  const names = named.split(/\s+/).filter((name) => name !== "");
  const parts = names.flatMap((name) => partOf(message, name, body, faults) ?? []);
  return parts.length === 0 && names.length > 0 ? message.parts : parts;
}

/** Where there is no such part, it is left to the rest of the binding to say which are meant. */
function partOf(
  message: AbstractMessage,
  name: string,
  from: Element,
  faults: Faults,
): Part | undefined {
  const part = message.parts.find((each) => each.name === name);
  if (part !== undefined) return part;
  const names = message.parts.map((each) => each.name);
  const has = names.length === 0 ? "no parts" : `only ${names.join(", ")}`;
  faults.notice(
    `The part ${name} is passed over: the message ${message.name.local} has ${has}.`,
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
      namespace: header.attribute("namespace") ?? "",
      faults,
    },
  ];
}

/** The message that it names, or the one that the operation has. */
function headerPart(
  header: Element,
  own: AbstractMessage,
  { messages, faults }: MessageContext,
): Part | undefined {
  const reference = header.attribute("message");
  const message = reference === undefined ? own : messages.get(nameOf(header, reference));
  if (message === undefined) {
    const what = `soap:${header.name.local} is left out`;
    faults.notice(`${what}: there is no message ${reference}.`, header.location);
    return undefined;
  }
  const name = header.attribute("part");
  return name === undefined ? message.parts[0] : partOf(message, name, header, faults);
}

function nameOf(element: Element, reference: string): string {
  return element.qname(reference)?.key ?? reference;
}

/** One part may be offered in several media types. */
function addAttachment(
  found: readonly AttachmentPart[],
  content: Element,
  message: AbstractMessage,
  { faults }: MessageContext,
): readonly AttachmentPart[] {
  const name = content.attribute("part");
  const part = name === undefined ? message.parts[0] : partOf(message, name, content, faults);
  if (part === undefined) return found;
  const type = content.attribute("type");
  const types = type === undefined ? [] : [type];
  const before = found.find((each) => each.part === part);
  return [
    ...found.filter((each) => each !== before),
    { part, mediaTypes: [...(before?.mediaTypes ?? []), ...types] },
  ];
}
