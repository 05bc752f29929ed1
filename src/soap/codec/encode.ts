/**
 * Values to XML by the wire schema. A schema is compiled to functions on first use and kept; the prefix-free form is
 * ASMX's own: each wrapper declares its namespace as the default one.
 */
import { EncodeError } from "../errors.js";
import type { MessageSchema, PartsSchema } from "../schema.js";
import { ENCODING_NAMESPACE, type SoapVersion } from "../version.js";
import { escapeAttribute } from "../xml/chars.js";
import { complexWriter, tagged } from "./write-complex.js";
import { elementWriter } from "./write-element.js";
import { checkMembers, type Encoding, isRecord } from "./writer.js";

export interface EncodeOptions {
  /** By whose encoding an encoded message is written; default `soap11`. */
  readonly version?: SoapVersion;
  /** For elements that stand side by side: what their tags say besides, by the members, a blank before each. */
  readonly attributes?: Readonly<Record<string, string>>;
}

type MessageWriter = (
  value: unknown,
  path: string,
  attributes: EncodeOptions["attributes"],
) => string;

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
  { version = "soap11", attributes }: EncodeOptions = {},
): string {
  const writers = message.encoded === true ? encoded[version] : literal;
  let write = writers.get(message);
  if (write === undefined) {
    const encoding = message.encoded === true ? version : undefined;
    write = "parts" in message ? partsWriter(message, encoding) : messageWriter(message, encoding);
    writers.set(message, write);
  }
  return write(value, "parts" in message ? name : message.element, attributes);
}

function messageWriter(
  { element, namespace, type, attachments }: MessageSchema,
  encoding: Encoding,
): MessageWriter {
  // An rpc wrapper's parts are unqualified: its own name needs a prefix then (SOAP 1.1 §7.1).
  const isPrefixed = namespace !== "" && type.namespace === "" && (type.sequence?.length ?? 0) > 0;
  const name = isPrefixed ? `m:${element}` : element;
  const declaration =
    (namespace === "" ? "" : ` xmlns${isPrefixed ? ":m" : ""}="${escapeAttribute(namespace)}"`) +
    // The envelope declares the prefix.
    (encoding === undefined ? "" : ` soap:encodingStyle="${ENCODING_NAMESPACE[encoding]}"`);
  const write = complexWriter(type, isPrefixed ? "" : namespace, encoding);
  return (value, path) =>
    tagged(name, declaration, write(withoutAttachments(value, attachments, path), path));
}

function partsWriter({ parts, attachments }: PartsSchema, encoding: Encoding): MessageWriter {
  const writers = parts.map((part) => [part, elementWriter(part, "", "", encoding)] as const);
  const names = new Set(parts.map(({ member, element }) => member ?? element));
  return (given, path, attributes) => {
    const value: unknown = withoutAttachments(given, attachments, path);
    checkMembers(value, names, path);
    let xml = "";
    for (const [{ element, member = element }, write] of writers) {
      const text = write(value, path);
      const more = attributes?.[member];
      const name = `<${element}`;
      xml += more === undefined || text === "" ? text : name + more + text.slice(name.length);
    }
    return xml;
  };
}

/** What travels beside the envelope is not for the Body. */
function withoutAttachments(
  value: unknown,
  attachments: readonly string[] | undefined,
  path: string,
): unknown {
  if (attachments === undefined || !isRecord(value)) return value;
  const given = attachments.find((name) => value[name] !== undefined);
  if (given === undefined) return value;
  throw new EncodeError(
    `${path}/${given} travels beside the envelope, which this client can't send.`,
    `${path}/${given}`,
  );
}
