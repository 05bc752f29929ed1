/** References to characters and to the five entities of XML itself (XML 1.0 §4.1, §4.6). */
import { isForbidden } from "../chars.js";
import { MAX_REFERENCE } from "./limits.js";

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** Replaces references; `undefined` if one of them is not defined. */
export function resolveReferences(text: string): string | undefined {
  let reference = text.indexOf("&");
  if (reference === -1) return text;
  let resolved = text.slice(0, reference);
  while (reference !== -1) {
    const usual = text.startsWith("&amp;", reference);
    const end = usual ? reference + 4 : endOf(text, reference);
    const character = usual ? "&" : characterOf(text, reference, end);
    if (character === undefined) return undefined;
    reference = text.indexOf("&", end);
    resolved += character + text.slice(end + 1, reference === -1 ? undefined : reference);
  }
  return resolved;
}

/** The first reference that is not defined: its position, and the problem with the characters of its name. */
export function undefinedReference(text: string): { at: number; problem: string } | undefined {
  let at = text.indexOf("&");
  while (at !== -1) {
    const end = endOf(text, at);
    if (characterOf(text, at, end) === undefined) {
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
  return ENTITIES.get(name) ?? numbered(name);
}

/** The character of a numeric reference, `#65` or `#x41`; `undefined` if XML does not allow the character. */
function numbered(name: string): string | undefined {
  const match = /^#(?:x([\da-fA-F]+)|(\d+))$/.exec(name);
  if (match === null) return undefined;
  const code = match[1] === undefined ? Number(match[2]) : Number.parseInt(match[1], 16);
  return isForbidden(code) ? undefined : String.fromCodePoint(code);
}
