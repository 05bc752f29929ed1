/** The texts by which a secret is found: its own, and its base64. Escapes are decoded before. */
import { encodeBase64 } from "../bytes/index.js";
import { escapeAttribute, escapeText } from "../xml/index.js";

/** A text that reveals a secret. */
export interface Pattern {
  /** As `folded` or `foldedBase64` returns it. */
  readonly text: string;
  /** The first characters, by which it is found: the search is linear also for long patterns and repetitive texts. */
  readonly beginning: string;
  /** Only whole words are secrets: the secret is too short to be removed from words. */
  readonly isWord?: boolean;
  /** Part of a base64 text: the characters beside it contain bits of the secret, too. */
  readonly isBase64?: boolean;
}

/** Shorter secrets are removed only if they are whole words: "a" is in every text. */
export const MIN_LENGTH = 4;
/** The number of characters by which a pattern is found. */
const BEGINNING = 32;
/** The shortest part of a base64 text that is searched for. */
const MIN_BASE64 = 4;

/**
 * A text of the same length in which characters are equal that codings exchange: white space in XML, `+` in forms, letters
 * in names of headers and charsets.
 */
export function folded(text: string): string {
  const lower = text.toLowerCase();
  // A few letters have two characters in lower case.
  return (lower.length === text.length ? lower : text).replace(/[\s+]/g, " ");
}

/** The same for base64, in which `-` and `_` are the `+` and `/` of base64url. */
export function foldedBase64(text: string): string {
  return text.replace(/[\s+-]/g, " ").replaceAll("_", "/");
}

/** The patterns of a secret. */
export function patternsOf(secret: string): readonly Pattern[] {
  const value = secret.trim();
  if (folded(value).trim() === "") return [];
  if (value.length < MIN_LENGTH) return [pattern(folded(value), { isWord: true })];
  const raw = new Set([value, value.replace(/\r\n?/g, "\n"), latin1(utf8(value))]);
  const encoded = new Set(escapedForms(value).flatMap((text) => base64Parts(utf8(text))));
  if (!/[^\0-\xff]/.test(value)) for (const part of base64Parts(bytesOf(value))) encoded.add(part);
  return [
    ...[...raw].map((text) => pattern(folded(text))),
    ...[...encoded].map((text) => pattern(foldedBase64(text), { isBase64: true })),
  ];
}

function pattern(text: string, kind: Pick<Pattern, "isWord" | "isBase64"> = {}): Pattern {
  return { text, beginning: text.slice(0, BEGINNING), ...kind };
}

/** The forms of a value in messages that may be encoded as a whole. */
function escapedForms(value: string): readonly string[] {
  return [
    value,
    escapeText(value),
    escapeAttribute(value),
    encodeURIComponent(wellFormed(value)),
    form(value),
    JSON.stringify(value).slice(1, -1),
  ];
}

function form(value: string): string {
  return String(new URLSearchParams([["", value]])).slice(1);
}

/** Without halves of characters, which `encodeURIComponent` rejects. */
function wellFormed(value: string): string {
  return new TextDecoder().decode(utf8(value));
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The text of bytes whose reader assumes Latin-1. */
function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** The characters of base64 texts that only these bytes determine, by the number of bytes before them: 0, 1 or 2. */
function base64Parts(bytes: Uint8Array): readonly string[] {
  return [0, 1, 2]
    .map((before) => {
      const padded = new Uint8Array(before + bytes.length);
      padded.set(bytes, before);
      const complete = Math.floor((padded.length * 8) / 6);
      return encodeBase64(padded).slice(Math.ceil((before * 8) / 6), complete);
    })
    .filter((part) => part.length >= MIN_BASE64);
}
