/**
 * Values to XML by the wire schema. A schema is compiled to functions on first use and kept; the prefix-free form is
 * ASMX's own: each wrapper declares its namespace as the default one.
 */
import { EncodeError } from "../../errors/index.js";
import { Attachment, type OutgoingParts } from "../../mime/index.js";
import {
  ENCODING_NAMESPACE,
  type MessageSchema,
  messageType,
  type PartsSchema,
  type SoapVersion,
} from "../../schema/index.js";
import { escapeAttribute } from "../../xml/index.js";
import { complexWriter, tagged } from "./write-complex.js";
import { elementWriter } from "./write-element.js";
import {
  checkMembers,
  type Encoding,
  invalidValue,
  isRecord,
  type Parts,
  partsFor,
} from "./writer.js";

export interface EncodeOptions {
  /** By whose encoding an encoded message is written; default `soap11`. */
  readonly version?: SoapVersion;
  /** For elements that stand side by side: what their tags say besides, by the members, a blank before each. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Takes what travels beside the envelope. */
  readonly parts?: OutgoingParts;
}

type MessageWriter = (value: unknown, path: string, options: EncodeOptions) => string;

const literal = new WeakMap<MessageSchema | PartsSchema, MessageWriter>();
const encoded = {
  soap11: new WeakMap<MessageSchema | PartsSchema, MessageWriter>(),
  soap12: new WeakMap<MessageSchema | PartsSchema, MessageWriter>(),
};

/**
 * Encodes what goes into the Body, or into the Header.
 *
 * @param name what errors call it, where it is no single element
 * @throws EncodeError when a value doesn't fit its type, a required one is missing, or a member isn't known
 */
export function encodeMessage(
  message: MessageSchema | PartsSchema,
  value: object,
  name = "request",
  options: EncodeOptions = {},
): string {
  const { version = "soap11" } = options;
  const writers = message.encoded === true ? encoded[version] : literal;
  let write = writers.get(message);
  if (write === undefined) {
    const encoding = message.encoded === true ? version : undefined;
    write = "parts" in message ? partsWriter(message, encoding) : messageWriter(message, encoding);
    writers.set(message, write);
  }
  return write(value, "parts" in message ? name : message.element, options);
}

function messageWriter(message: MessageSchema, encoding: Encoding): MessageWriter {
  const { element, namespace, attachments } = message;
  const type = messageType(message);
  // An rpc wrapper's parts are unqualified: its own name needs a prefix then (SOAP 1.1 §7.1).
  const isPrefixed = namespace !== "" && type.namespace === "" && (type.sequence?.length ?? 0) > 0;
  const name = isPrefixed ? `m:${element}` : element;
  const declaration =
    (namespace === "" ? "" : ` xmlns${isPrefixed ? ":m" : ""}="${escapeAttribute(namespace)}"`) +
    // The envelope declares the prefix.
    (encoding === undefined ? "" : ` soap:encodingStyle="${ENCODING_NAMESPACE[encoding]}"`);
  const write = complexWriter(type, isPrefixed ? "" : namespace, encoding);
  return (given, path, { parts }) => {
    const value = attachments === undefined ? given : inBody(given, attachments, path, parts);
    return tagged(name, declaration, write(value, path, parts));
  };
}

function partsWriter({ parts, attachments }: PartsSchema, encoding: Encoding): MessageWriter {
  const writers = parts.map((part) => [part, elementWriter(part, "", "", encoding)] as const);
  const names = new Set(parts.map(({ member, element }) => member ?? element));
  return (given, path, { attributes, parts: beside }) => {
    const value = attachments === undefined ? given : inBody(given, attachments, path, beside);
    checkMembers(value, names, path);
    let xml = "";
    for (const [{ element, member = element }, write] of writers) {
      const text = write(value, path, beside);
      const more = attributes?.[member];
      const name = `<${element}`;
      xml += more === undefined || text === "" ? text : name + more + text.slice(name.length);
    }
    return xml;
  };
}

/** What is left for the Body: the attachments travel beside it. */
function inBody(
  value: unknown,
  attachments: readonly string[],
  path: string,
  parts: Parts,
): unknown {
  if (!isRecord(value)) return value;
  const rest = { ...value };
  for (const name of attachments) {
    const here = `${path}/${name}`;
    const content = value[name];
    if (content === undefined) throw new EncodeError(`${here} is missing: it is required.`, here);
    if (!(content instanceof Attachment)) throw invalidValue(here, content, "an Attachment");
    partsFor(parts, here).member(name, content, here);
    delete rest[name];
  }
  return rest;
}
