/** References to characters and to the five entities of XML itself (XML 1.0 §4.1, §4.6). */
import { isForbidden, REPLACEMENT } from "../chars.js";
import { MAX_REFERENCE } from "./limits.js";
import { STRICT, type Tolerate } from "./tolerance.js";

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** Replaces references; `undefined` if one of them is not defined. */
export function resolveReferences(text: string, tolerate = STRICT): string | undefined {
  let reference = text.indexOf("&");
  if (reference === -1) return text;
  let resolved = text.slice(0, reference);
  while (reference !== -1) {
    const usual = text.startsWith("&amp;", reference);
    let end = usual ? reference + 4 : endOf(text, reference);
    let character = usual ? "&" : characterOf(text, reference, end);
    if (character === undefined) {
      ({ end, character } = tolerated(text, reference, end, tolerate));
      if (character === undefined) return undefined;
    }
    reference = text.indexOf("&", end);
    resolved += character + text.slice(end + 1, reference === -1 ? undefined : reference);
  }
  return resolved;
}

/** The first reference that is not defined: its position, and the problem with the characters of its name. */
export function undefinedReference(
  text: string,
  tolerate: Tolerate,
): { at: number; problem: string } | undefined {
  let at = text.indexOf("&");
  while (at !== -1) {
    let end = endOf(text, at);
    let character = characterOf(text, at, end);
    if (character === undefined) ({ end, character } = tolerated(text, at, end, tolerate));
    if (character === undefined) {
      const [shown] = /^&#?[\w.-]*;?/.exec(text.slice(at, at + MAX_REFERENCE)) ?? [];
      return { at, problem: `the reference at "${shown}" is not defined` };
    }
    at = text.indexOf("&", end);
  }
  return undefined;
}

/** The position of the `;` of a reference; -1 if it is missing or too far. */
function endOf(text: string, reference: number): number {
  const to = Math.min(text.length, reference + MAX_REFERENCE);
  for (let index = reference + 1; index < to; index++) {
    if (text.charCodeAt(index) === SEMICOLON) return index;
  }
  return -1;
}

const SEMICOLON = 0x3b;

function characterOf(text: string, reference: number, end: number): string | undefined {
  if (end === -1) return undefined;
  const name = text.slice(reference + 1, end);
  const entity = ENTITIES.get(name);
  if (entity !== undefined) return entity;
  const code = codeOf(name);
  return code === undefined || isForbidden(code) ? undefined : String.fromCodePoint(code);
}

/** The number of a reference to a character, `#65` or `#x41`; `undefined` for any other name. */
function codeOf(name: string): number | undefined {
  const match = /^#(?:x([\da-fA-F]+)|(\d+))$/.exec(name);
  if (match === null) return undefined;
  return match[1] === undefined ? Number(match[2]) : Number.parseInt(match[1], 16);
}

/** The number of the reference at a position, and its end; the number is `undefined` if there is none. */
function numberedAt(text: string, reference: number): { code: number | undefined; end: number } {
  const end = text.startsWith("&#", reference) ? endOf(text, reference) : -1;
  return { code: end === -1 ? undefined : codeOf(text.slice(reference + 1, end)), end };
}

/** A reference that XML does not allow: its character as far as it is tolerated, and the end. */
function tolerated(
  text: string,
  reference: number,
  end: number,
  tolerate: Tolerate,
): { end: number; character: string | undefined } {
  const { code } = numberedAt(text, reference);
  if (code === undefined) return { end, character: undefined };
  if (isHighSurrogate(code)) {
    const low = numberedAt(text, end + 1);
    if (low.code !== undefined && isLowSurrogate(low.code) && tolerate("surrogate-references")) {
      return { end: low.end, character: String.fromCharCode(code, low.code) };
    }
  }
  return { end, character: tolerate("forbidden-character") ? REPLACEMENT : undefined };
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}

/** The position of a reference to a high surrogate that ends at `end`, since a low one may follow; else `end`. */
export function beforeHighSurrogate(text: string, from: number, end: number): number {
  if (text.charCodeAt(end - 1) !== SEMICOLON) return end;
  const earliest = Math.max(from, end - MAX_REFERENCE);
  const reference = earliest + text.slice(earliest, end).lastIndexOf("&");
  if (reference < earliest) return end;
  const { code } = numberedAt(text, reference);
  return code !== undefined && isHighSurrogate(code) ? reference : end;
}
