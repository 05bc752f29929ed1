/**
 * Values to XML by the wire schema. A schema is compiled to functions on first use and kept; the prefix-free form is
 * ASMX's own: each wrapper declares its namespace as the default one.
 */
import { EncodeError } from "../errors.js";
import type { MessageSchema, PartsSchema } from "../schema.js";
import { escapeAttribute } from "../xml/chars.js";
import { complexWriter, tagged } from "./write-complex.js";
import { elementWriter } from "./write-element.js";
import { checkMembers, isRecord, type Writer } from "./writer.js";

const messages = new WeakMap<MessageSchema | PartsSchema, Writer>();

/**
 * Encodes what goes into the Body.
 *
 * @param name what errors call it, where it is no single element
 * @throws EncodeError when a value doesn't fit its type, a required one is missing, or a member isn't known
 */
export function encodeMessage(
  message: MessageSchema | PartsSchema,
  value: object,
  name = "request",
): string {
  let write = messages.get(message);
  if (write === undefined) {
    write = "parts" in message ? partsWriter(message) : messageWriter(message);
    messages.set(message, write);
  }
  return write(value, "parts" in message ? name : message.element);
}

function messageWriter(message: MessageSchema): Writer {
  const { element, namespace, type, attachments } = message;
  // An rpc wrapper's parts are unqualified: its own name needs a prefix then (SOAP 1.1 §7.1).
  const isPrefixed = namespace !== "" && type.namespace === "" && (type.sequence?.length ?? 0) > 0;
  const name = isPrefixed ? `m:${element}` : element;
  const declaration =
    namespace === "" ? "" : ` xmlns${isPrefixed ? ":m" : ""}="${escapeAttribute(namespace)}"`;
  const write = complexWriter(type, isPrefixed ? "" : namespace, message.encoded === true);
  return (value, path) =>
    tagged(name, declaration, write(withoutAttachments(value, attachments, path), path));
}

function partsWriter({ parts, encoded, attachments }: PartsSchema): Writer {
  const writers = parts.map((part) => elementWriter(part, "", "", encoded === true));
  const names = new Set(parts.map(({ member, element }) => member ?? element));
  return (given, path) => {
    const value: unknown = withoutAttachments(given, attachments, path);
    checkMembers(value, names, path);
    return writers.map((write) => write(value, path)).join("");
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
