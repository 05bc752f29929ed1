/**
 * Secrets that tests send, and their search in texts. Each contains a mark, for which the whole run of the tests is
 * searched: no output, snapshot or file of it may contain the mark.
 */

/** The mark. Only as parts, so that this file does not contain it. */
const MARK = ["pl4", "nt3d"].join("");

/** One secret of each kind. */
export const PLANTED = {
  password: `${MARK}<pass&"word'+/é`,
  authCode: `${MARK}aUth0c0de%7F`,
  cookie: `${MARK}-c00kie%3D+/x`,
  bearer: `${MARK}.bearer-t0ken_~+/==`,
  header: `${MARK} api key;"1"`,
  user: `${MARK}-user`,
  userPassword: `${MARK}:us&r@word/`,
  query: `${MARK}?qu&ry=tok"en`,
} as const;

const BASE64 = /[^A-Za-z0-9+/=_-]/g;

/** The parts of base64 texts that only these bytes determine, at each alignment, as base64 and as base64url. */
function base64(text: string): string[] {
  return [0, 1, 2].flatMap((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]);
    const complete = Math.floor((bytes.length * 8) / 6);
    const part = bytes.toString("base64").slice(Math.ceil((before * 8) / 6), complete);
    return [part, part.replaceAll("+", "-").replaceAll("/", "_")];
  });
}

const references = (text: string, of: (code: number) => string) =>
  text.replace(/[^\w ]/g, (character) => `&#${of(character.charCodeAt(0))};`);
export const xml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
export const json = (text: string) => JSON.stringify(text).slice(1, -1);
const form = (text: string) => String(new URLSearchParams([["", text]])).slice(1);

/** Codings in which servers repeat a text. */
export const CODINGS: Readonly<Record<string, (text: string) => string>> = {
  raw: (text) => text,
  XML: xml,
  "decimal references": (text) => references(text, String),
  "hexadecimal references": (text) => references(text, (code) => `x${code.toString(16)}`),
  percent: encodeURIComponent,
  form,
  JSON: json,
  base64: (text) => Buffer.from(text).toString("base64"),
  base64url: (text) => Buffer.from(text).toString("base64url"),
};

/** The planted secrets that a text contains, in any coding: "password as XML". */
export function plantedIn(text: string, names: readonly (keyof typeof PLANTED)[]): string[] {
  const lower = text.toLowerCase();
  const base64Text = text.replace(BASE64, "");
  return names.flatMap((name) => {
    const secret = PLANTED[name];
    const found = Object.entries(CODINGS).filter(([coding, encode]) => {
      const encoded = encode(secret);
      return (
        text.includes(encoded) ||
        (!coding.startsWith("base64") && lower.includes(encoded.toLowerCase()))
      );
    });
    const inBase64 = base64(secret).some((part) => base64Text.includes(part));
    return [
      ...found.map(([coding]) => `${name} as ${coding}`),
      ...(inBase64 ? [`${name} in base64`] : []),
    ];
  });
}

/** The forms of the mark: it needs no escapes, and is in every planted secret. */
const MARKS = [MARK, ...base64(MARK)];

/** The places of the mark in a text, with what is around it. */
export function marksIn(text: string): string[] {
  return MARKS.flatMap((mark) => {
    const at = text.indexOf(mark);
    return at < 0 ? [] : [text.slice(Math.max(0, at - 60), at + 60)];
  });
}
