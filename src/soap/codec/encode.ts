/**
 * Values to XML by the wire schema. A schema is compiled to functions on first use and kept; the prefix-free form is
 * ASMX's own: each wrapper declares its namespace as the default one.
 */
import { EncodeError } from "../errors.js";
import {
  type ArrayType,
  type ElementSchema,
  type MessageSchema,
  resolveType,
  type SequenceType,
  type TypeSchema,
} from "../schema.js";
import { escapeAttribute, escapeText, forbiddenCharacter } from "../xml/chars.js";
import { type Lexical, lexicalOf } from "./lexical.js";

const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

/** Writes a value's content, or a member whole; `path` says where it stands. */
type Writer = (value: unknown, path: string) => string;

const messages = new WeakMap<MessageSchema, Writer>();

/**
 * Encodes the element that goes into the Body.
 *
 * @throws EncodeError when a value doesn't fit its type, a required one is missing, or a member isn't known
 */
export function encodeMessage(message: MessageSchema, value: object): string {
  let write = messages.get(message);
  if (write === undefined) {
    write = messageWriter(message);
    messages.set(message, write);
  }
  return write(value, message.element);
}

function messageWriter(message: MessageSchema): Writer {
  const content = sequenceWriter(message.type, message.namespace);
  const [start, end] = tags(message.element, ` xmlns="${escapeAttribute(message.namespace)}"`);
  return (value, path) => start + content(value, path) + end;
}

function tags(name: string, attributes: string): readonly [string, string] {
  return [`<${name}${attributes}>`, `</${name}>`];
}

/** @param outer the default namespace that is in scope around the content */
function sequenceWriter(type: SequenceType, outer: string): Writer {
  const names = new Set(type.sequence.map((member) => member.element));
  const members = type.sequence.map(
    (member) => [member.element, memberWriter(member, type.namespace, outer)] as const,
  );
  return (value, path) => {
    if (!isRecord(value)) throw misfit(path, value, "an object");
    for (const name of Object.keys(value)) {
      if (!names.has(name)) throw unknownMember(path, name, names);
    }
    let xml = "";
    // Own members only: an element may be called `constructor`.
    for (const [name, write] of members) {
      xml += write(Object.hasOwn(value, name) ? value[name] : undefined, path);
    }
    return xml;
  };
}

function arrayWriter(type: ArrayType, outer: string): Writer {
  const write = memberWriter({ ...type.item, minOccurs: 0 }, type.namespace, outer);
  return (value, path) => {
    if (!Array.isArray(value)) throw misfit(path, value, "an array");
    return write(value, path);
  };
}

/** Writes a member of a sequence with its tags: nothing where it is left out, several elements where it repeats. */
function memberWriter(member: ElementSchema, namespace: string, outer: string): Writer {
  const one = elementWriter(member, namespace, outer);
  const name = member.element;
  if (member.maxOccurs === undefined) {
    return (value, path) => {
      if (value !== undefined) return one(value, path);
      if (member.minOccurs === 0) return "";
      throw new EncodeError(`${path}/${name} is missing: it is required.`, `${path}/${name}`);
    };
  }
  return (value, path) => {
    if (value === undefined) return "";
    if (!Array.isArray(value)) throw misfit(`${path}/${name}`, value, "an array");
    return value.map((item) => one(item, path)).join("");
  };
}

function elementWriter(member: ElementSchema, namespace: string, outer: string): Writer {
  const name = member.element;
  const declaration = namespace === outer ? "" : ` xmlns="${escapeAttribute(namespace)}"`;
  const [start, end] = tags(name, declaration);
  const nil = `<${name}${declaration} ${XSI} xsi:nil="true" />`;
  const content = contentWriter(member, namespace);
  return (value, path) => {
    if (value !== null) return start + content(value, `${path}/${name}`) + end;
    if (member.nillable) return nil;
    throw new EncodeError(`${path}/${name} may not be null.`, `${path}/${name}`);
  };
}

/** Compiled when the first value comes by, since types may hold themselves. */
function contentWriter(member: ElementSchema, outer: string): Writer {
  let write: Writer | undefined;
  return (value, path) => {
    write ??= typeWriter(resolveType(member.type), member.open === true, outer);
    return write(value, path);
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function typeWriter(type: TypeSchema, open: boolean, outer: string): Writer {
  if (typeof type === "object" && "sequence" in type) return sequenceWriter(type, outer);
  if (typeof type === "object" && "item" in type) return arrayWriter(type, outer);
  return simpleWriter(lexicalOf(type, open));
}

function simpleWriter(lexical: Lexical): Writer {
  return (value, path) => {
    const text = lexical.format(value);
    if (text === undefined) throw misfit(path, value, lexical.expected);
    const forbidden = forbiddenCharacter(text);
    if (forbidden === undefined) return escapeText(text);
    throw new EncodeError(
      `${path} holds ${forbidden}, a character that XML has no place for.`,
      path,
    );
  };
}

/** Tells the kind of the value but not the value: it may be a secret. */
function misfit(path: string, value: unknown, expected: string): EncodeError {
  const kind = value === null ? "null" : Array.isArray(value) ? "an array" : `a ${typeof value}`;
  const given =
    typeof value === "string" || typeof value === "number" ? `this ${typeof value}` : kind;
  return new EncodeError(`${path} must be ${expected}, not ${given}.`, path);
}

function unknownMember(path: string, name: string, names: ReadonlySet<string>): EncodeError {
  const known = names.size === 0 ? "no members" : `only ${[...names].join(", ")}`;
  return new EncodeError(`${path} has no member "${name}"; it has ${known}.`, `${path}/${name}`);
}
