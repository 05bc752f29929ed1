/** Texts with their escapes decoded; each character keeps its place in the original text. */
import { namedCharacter } from "./entities.js";

/** A text, and the place of each of its characters in the original text. */
export interface PlacedText {
  readonly text: string;
  /** By index; the item after the last one is the end. `undefined`: the text is the original. */
  readonly places: Int32Array | undefined;
}

/** A way of escaping characters. */
export interface Coding {
  /** A character that each escape contains: a text without it is unchanged. */
  readonly mark: string;
  /** The escapes of single characters. */
  readonly escapes: RegExp;
  /** The characters of an escape; `undefined` if it is not one. */
  readonly decode: (match: RegExpExecArray) => string | undefined;
}

const xml: Coding = {
  mark: "&",
  escapes: /&(?:#0*(\d{1,7})|#x0*([\da-f]{1,6})|([a-z][a-z\d]{1,15}));?/gi,
  decode: ([, decimal, hex, name = ""]) => {
    if (decimal !== undefined) return codePoint(Number(decimal));
    return hex === undefined ? namedCharacter(name) : codePoint(Number.parseInt(hex, 16));
  },
};

/** Percent escapes of UTF-8, of Latin-1, and of `escape()` in JavaScript. */
const url: Coding = {
  mark: "%",
  escapes:
    /%(?:f[0-7](?:%[89ab][\da-f]){3}|e[\da-f](?:%[89ab][\da-f]){2}|[cd][\da-f]%[89ab][\da-f]|u[\da-f]{4}|[\da-f]{2})/gi,
  decode: ([text]) => {
    if (text.length === 3) return codePoint(Number.parseInt(text.slice(1), 16));
    if (/^%u/i.test(text)) return codePoint(Number.parseInt(text.slice(2), 16));
    try {
      return decodeURIComponent(text);
    } catch {
      return undefined;
    }
  },
};

/** Escapes in strings of JSON, and `\xHH` of other languages. */
const json: Coding = {
  mark: "\\",
  escapes: /\\(?:u([\da-f]{4})|x([\da-f]{2})|([^ux]))/gis,
  decode: ([, long, short, simple = ""]) => {
    const hex = long ?? short;
    if (hex !== undefined) return codePoint(Number.parseInt(hex, 16));
    return CONTROLS.get(simple) ?? simple;
  },
};

const CONTROLS: ReadonlyMap<string, string> = new Map([
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);

/** Line breaks in base64, and in folded headers. */
const folding: Coding = { mark: "\n", escapes: /\r?\n[ \t]*/g, decode: () => "" };

/** The codings of texts of a server, which may be applied one after the other. */
export const CODINGS: readonly Coding[] = [xml, url, json];
/** The codings of an original text. */
export const OUTER_CODINGS: readonly Coding[] = [...CODINGS, folding];

function codePoint(code: number): string | undefined {
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** The text with all escapes of a coding decoded; `undefined` if it has none. */
export function decoded({ text, places }: PlacedText, coding: Coding): PlacedText | undefined {
  if (!text.includes(coding.mark)) return undefined;
  const decodedPlaces = new Int32Array(text.length + 1);
  const { escapes, decode } = coding;
  let shown = "";
  let at = 0;
  const copyTo = (end: number) => {
    for (let index = at; index < end; index++) {
      decodedPlaces[shown.length + index - at] = places?.[index] ?? index;
    }
    shown += text.slice(at, end);
    at = end;
  };
  escapes.lastIndex = 0;
  for (let match = escapes.exec(text); match !== null; match = escapes.exec(text)) {
    const characters = decode(match);
    if (characters === undefined) continue;
    copyTo(match.index);
    const place = places?.[match.index] ?? match.index;
    decodedPlaces.fill(place, shown.length, shown.length + characters.length);
    shown += characters;
    at = match.index + match[0].length;
  }
  if (at === 0) return undefined;
  copyTo(text.length);
  decodedPlaces[shown.length] = places?.[text.length] ?? text.length;
  return { text: shown, places: decodedPlaces.subarray(0, shown.length + 1) };
}

/** A text with all escapes of XML and HTML decoded. */
export function decodedXml(text: string): string {
  return decoded({ text, places: undefined }, xml)?.text ?? text;
}

/** A text with all percent escapes decoded, and with spaces instead of `+`. */
export function decodedForm(text: string): string {
  const spaced = text.replaceAll("+", " ");
  return decoded({ text: spaced, places: undefined }, url)?.text ?? spaced;
}
