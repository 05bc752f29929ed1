/**
 * Values to XML by the wire schema, which is compiled to functions on first use. As in messages of ASMX, elements have
 * no prefixes: a wrapper declares its namespace as the default namespace.
 */
import { Attachment, type OutgoingParts } from "../../mime/index.js";
import {
  ENCODING_NAMESPACE,
  type MessageSchema,
  messageType,
  type PartsSchema,
  type SoapVersion,
} from "../../schema/index.js";
import { escapeAttribute } from "../../xml/index.js";
import { checkMembers, invalidValue, isRecord, missingMember } from "./check.js";
import { writerCompiler } from "./compile.js";
import { partsFor } from "./write-text.js";
import { type Parts, tagged, type WriterCompiler } from "./writer.js";
import { DEFAULT_STYLE, type XmlStyle } from "./xml-style.js";

export interface EncodeOptions {
  /** The version of the SOAP encoding for encoded messages; default `soap11`. */
  readonly version?: SoapVersion;
  /** For the elements of a `PartsSchema`: further attributes of their tags, by member, with a blank before each. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Collects the attachments; without it a message with attachments is an error. */
  readonly parts?: OutgoingParts;
  /** The style of the text; by default each element declares what it needs. */
  readonly style?: XmlStyle;
}

type MessageWriter = (value: unknown, path: string, options: EncodeOptions) => string;

/** The compiled writers of messages, for one style. */
class MessageWriters {
  readonly #literal = new WeakMap<MessageSchema | PartsSchema, MessageWriter>();
  readonly #encoded = {
    soap11: new WeakMap<MessageSchema | PartsSchema, MessageWriter>(),
    soap12: new WeakMap<MessageSchema | PartsSchema, MessageWriter>(),
  };

  constructor(private readonly style: XmlStyle) {}

  of(message: MessageSchema | PartsSchema, version: SoapVersion): MessageWriter {
    const writers = message.encoded === true ? this.#encoded[version] : this.#literal;
    let write = writers.get(message);
    if (write === undefined) {
      const encoding = message.encoded === true ? version : undefined;
      const compiler = writerCompiler(encoding, this.style);
      write =
        "parts" in message ? partsWriter(message, compiler) : messageWriter(message, compiler);
      writers.set(message, write);
    }
    return write;
  }
}

const defaultWriters = new MessageWriters(DEFAULT_STYLE);
const styledWriters = new WeakMap<XmlStyle, MessageWriters>();

function writersOf(style: XmlStyle | undefined): MessageWriters {
  if (style === undefined) return defaultWriters;
  let writers = styledWriters.get(style);
  if (writers === undefined) {
    writers = new MessageWriters(style);
    styledWriters.set(style, writers);
  }
  return writers;
}

/**
 * Encodes the content of a Body or a Header.
 *
 * @param name the first step of paths in errors, for a message that is not a single element
 * @throws EncodeError if a value does not fit its type, a required member is missing, or a member is unknown
 */
export function encodeMessage(
  message: MessageSchema | PartsSchema,
  value: object,
  name = "request",
  options: EncodeOptions = {},
): string {
  const { version = "soap11", style } = options;
  const write = writersOf(style).of(message, version);
  return write(value, "parts" in message ? name : message.element, options);
}

function messageWriter(message: MessageSchema, compiler: WriterCompiler): MessageWriter {
  const { encoding, style } = compiler;
  const { element, namespace, attachments } = message;
  const type = messageType(message);
  // The parts in an rpc wrapper are unqualified, so the name of the wrapper needs a prefix (SOAP 1.1 §7.1).
  const isPrefixed = namespace !== "" && type.namespace === "" && (type.sequence?.length ?? 0) > 0;
  const name = isPrefixed ? `m:${element}` : element;
  const declaration =
    (namespace === "" ? "" : ` xmlns${isPrefixed ? ":m" : ""}="${escapeAttribute(namespace)}"`) +
    // The envelope declares the prefix.
    (encoding === undefined ? "" : ` soap:encodingStyle="${ENCODING_NAMESPACE[encoding]}"`);
  const write = compiler.complex(type, isPrefixed ? "" : namespace);
  return (given, path, { parts }) => {
    const value = attachments === undefined ? given : inBody(given, attachments, path, parts);
    const content = write(value, path, parts);
    if (typeof content === "string" || content.hasUnqualifiedValue !== true || isPrefixed) {
      return tagged(name, declaration, content, style);
    }
    return tagged(`m:${element}`, declaration.replace(" xmlns=", " xmlns:m="), content, style);
  };
}

function partsWriter({ parts, attachments }: PartsSchema, compiler: WriterCompiler): MessageWriter {
  const writers = parts.map((part) => [part, compiler.element(part, "", "")] as const);
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

/** The members in the Body; the attachments become parts beside it. */
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
    if (content === undefined) throw missingMember(here);
    if (!(content instanceof Attachment)) throw invalidValue(here, content, "an Attachment");
    partsFor(parts, here).member(name, content, here);
    delete rest[name];
  }
  return rest;
}
