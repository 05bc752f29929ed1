/** What writers of values have in common. */
import { EncodeError } from "../../errors/index.js";
import { Attachment, type OutgoingParts } from "../../mime/index.js";
import type { SoapVersion } from "../../schema/index.js";
import {
  escapeAttribute,
  escapeText,
  forbiddenCharacter,
  PrefixDeclarations,
  XSI_NAMESPACE,
} from "../../xml/index.js";
import type { Lexical } from "../values/lexical.js";
import type { Values } from "../values/presence.js";

/** Where a message's attachments go; `undefined` where it can have none. */
export type Parts = OutgoingParts | undefined;

/** Writes a value's content, or a member whole; `path` says where it stands. */
export type Writer = (value: unknown, path: string, parts: Parts) => string;

/** An element's content, with what its start tag has to say. */
export interface Content {
  readonly attributes: string;
  readonly text: string;
}

/** The version by whose encoding types are told (SOAP 1.1 §5, SOAP 1.2 part 2 §3); `undefined` for literal messages. */
export type Encoding = SoapVersion | undefined;

/** Writes the content of an element. */
export type ContentWriter = (value: unknown, path: string, parts: Parts) => Content | string;

/** With it `xsi:` may stand in a tag. */
export const XSI_DECLARATION = `xmlns:xsi="${XSI_NAMESPACE}"`;

/** Content with attributes before those that it has. */
export function withAttributes(attributes: string, content: Content | string): Content | string {
  if (attributes === "") return content;
  return typeof content === "string"
    ? { attributes, text: content }
    : { attributes: attributes + content.attributes, text: content.text };
}

/**
 * A simple value as the content of an element: its text, or what stands there for a part.
 *
 * @param contentType that of the part
 */
export function textOf(
  lexical: Lexical,
  value: unknown,
  path: string,
  parts: Parts,
  contentType?: string,
): Content | string {
  if (lexical.part === "reference") return escapeText(reference(value, lexical, path, parts));
  if (lexical.part !== undefined && parts !== undefined) {
    const isOfType = value instanceof (lexical.part === "bytes" ? Uint8Array : Attachment);
    const include = isOfType ? parts.include(value, path, contentType) : undefined;
    if (include !== undefined) return include;
  }
  if (lexical.qualified !== true)
    return escapeText(checked(lexical.format(value), lexical, value, path));
  const prefixes = new PrefixDeclarations();
  const text = escapeText(checked(lexical.format(value, prefixes), lexical, value, path));
  return { attributes: prefixes.attributes, text };
}

/** A simple value as that of an attribute, escaped. */
export function attributeText(
  lexical: Lexical,
  value: unknown,
  path: string,
  prefixes: PrefixDeclarations,
  parts: Parts,
): string {
  if (lexical.part === "reference") return escapeAttribute(reference(value, lexical, path, parts));
  return escapeAttribute(checked(lexical.format(value, prefixes), lexical, value, path));
}

/** Adds the part that a text refers to. */
function reference(value: unknown, lexical: Lexical, path: string, parts: Parts): string {
  if (!(value instanceof Attachment)) throw invalidValue(path, value, lexical.expected);
  return partsFor(parts, path).reference(value, path);
}

/** @throws EncodeError where the message can have none */
export function partsFor(parts: Parts, path: string): OutgoingParts {
  if (parts !== undefined) return parts;
  throw new EncodeError(`${path} travels beside an envelope, which there is none of here.`, path);
}

function checked(text: string | undefined, lexical: Lexical, value: unknown, path: string): string {
  if (text === undefined) throw invalidValue(path, value, lexical.expected);
  const forbidden = forbiddenCharacter(text);
  if (forbidden === undefined) return text;
  throw new EncodeError(`${path} holds ${forbidden}, a character that XML has no place for.`, path);
}

/** Tells the kind of the value but not the value: it may be a secret. */
export function invalidValue(path: string, value: unknown, expected: string): EncodeError {
  const kind = value === null ? "null" : Array.isArray(value) ? "an array" : `a ${typeof value}`;
  const given =
    typeof value === "string" || typeof value === "number" ? `this ${typeof value}` : kind;
  return new EncodeError(`${path} must be ${expected}, not ${given}.`, path);
}

export function isRecord(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @throws EncodeError where a value is no object, or has a member of another name than these */
export function checkMembers(
  value: unknown,
  names: ReadonlySet<string>,
  path: string,
): asserts value is Values {
  if (!isRecord(value)) throw invalidValue(path, value, "an object");
  for (const name of Object.keys(value)) {
    if (names.has(name)) continue;
    const known = names.size === 0 ? "no members" : `only ${[...names].join(", ")}`;
    throw new EncodeError(`${path} has no member "${name}"; it has ${known}.`, `${path}/${name}`);
  }
}
