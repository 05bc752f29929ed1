/** What writers of values have in common. */
import { EncodeError } from "../errors.js";
import { escapeAttribute, escapeText, forbiddenCharacter } from "../xml/chars.js";
import type { Lexical } from "./lexical.js";
import { PrefixDeclarations } from "./names.js";

/** Writes a value's content, or a member whole; `path` says where it stands. */
export type Writer = (value: unknown, path: string) => string;

/** An element's content, with what its start tag has to say. */
export interface Content {
  readonly attributes: string;
  readonly text: string;
}

/** Writes the content of an element. */
export type ContentWriter = (value: unknown, path: string) => Content | string;

/** A simple value as the text of an element. */
export function textOf(lexical: Lexical, value: unknown, path: string): Content | string {
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
): string {
  return escapeAttribute(checked(lexical.format(value, prefixes), lexical, value, path));
}

function checked(text: string | undefined, lexical: Lexical, value: unknown, path: string): string {
  if (text === undefined) throw misfit(path, value, lexical.expected);
  const forbidden = forbiddenCharacter(text);
  if (forbidden === undefined) return text;
  throw new EncodeError(`${path} holds ${forbidden}, a character that XML has no place for.`, path);
}

/** Tells the kind of the value but not the value: it may be a secret. */
export function misfit(path: string, value: unknown, expected: string): EncodeError {
  const kind = value === null ? "null" : Array.isArray(value) ? "an array" : `a ${typeof value}`;
  const given =
    typeof value === "string" || typeof value === "number" ? `this ${typeof value}` : kind;
  return new EncodeError(`${path} must be ${expected}, not ${given}.`, path);
}
