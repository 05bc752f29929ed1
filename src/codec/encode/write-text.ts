/** Simple values as the text of an element or an attribute. */
import { EncodeError } from "../../errors/index.js";
import { Attachment, type OutgoingParts } from "../../mime/index.js";
import {
  escapeAttribute,
  escapeText,
  forbiddenCharacter,
  PrefixDeclarations,
} from "../../xml/index.js";
import type { Lexical } from "../values/lexical.js";
import { invalidValue } from "./check.js";
import type { Content, ContentWriter, Parts } from "./writer.js";
import { textEscape, type XmlStyle } from "./xml-style.js";

/** As `ContentWriter`; binary content gets the media type, if it becomes a part. */
export type TextWriter = (
  value: unknown,
  path: string,
  parts: Parts,
  mediaType?: string,
) => Content | string;

/** Writes a simple value as the content of an element: its text, or the reference to a part. */
export function textWriter(lexical: Lexical, style: XmlStyle): TextWriter {
  const { part } = lexical;
  const escapeContent = textEscape(style);
  if (part === "reference") {
    return (value, path, parts) => escapeText(reference(value, lexical, path, parts));
  }
  const write =
    lexical.qualified === true
      ? qualifiedText(lexical, escapeContent)
      : plainText(lexical, escapeContent);
  if (part === undefined) return write;
  const type = part === "bytes" ? Uint8Array : Attachment;
  return (value, path, parts, mediaType) => {
    const include =
      parts !== undefined && value instanceof type
        ? parts.include(value, path, mediaType)
        : undefined;
    return include ?? write(value, path, parts);
  };
}

type Escape = (text: string) => string;

function plainText(lexical: Lexical, escapeContent: Escape): ContentWriter {
  return (value, path) => escapeContent(checked(lexical.format(value), lexical, value, path));
}

function qualifiedText(lexical: Lexical, escapeContent: Escape): ContentWriter {
  return (value, path) => {
    const prefixes = new PrefixDeclarations();
    const text = escapeContent(checked(lexical.format(value, prefixes), lexical, value, path));
    const { attributes, hasUnqualifiedValue } = prefixes;
    return { attributes, text, hasUnqualifiedValue };
  };
}

/** Writes a simple value as the value of an attribute, escaped. */
export function attributeWriter(
  lexical: Lexical,
): (value: unknown, path: string, prefixes: PrefixDeclarations, parts: Parts) => string {
  if (lexical.part === "reference") {
    return (value, path, _prefixes, parts) =>
      escapeAttribute(reference(value, lexical, path, parts));
  }
  return (value, path, prefixes) =>
    escapeAttribute(checked(lexical.format(value, prefixes), lexical, value, path));
}

/** Adds a part, and returns the reference to it. */
function reference(value: unknown, lexical: Lexical, path: string, parts: Parts): string {
  if (!(value instanceof Attachment)) throw invalidValue(path, value, lexical.expected);
  return partsFor(parts, path).reference(value, path);
}

/** @throws EncodeError if the message cannot have parts */
export function partsFor(parts: Parts, path: string): OutgoingParts {
  if (parts !== undefined) return parts;
  const message = `${path} is an attachment, but the message has no envelope that it could be sent with.`;
  throw new EncodeError(message, path);
}

function checked(text: string | undefined, lexical: Lexical, value: unknown, path: string): string {
  if (text === undefined) throw invalidValue(path, value, lexical.expected);
  const forbidden = forbiddenCharacter(text);
  if (forbidden === undefined) return text;
  const message = `${path} contains ${forbidden}, a character that XML does not allow.`;
  throw new EncodeError(message, path);
}
