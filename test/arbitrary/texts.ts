/** Texts of the string types (part 2 §3.2.1, §3.2.17, §3.3) within their lengths. */
import type { Draw } from "./draw.js";
import type { Facets } from "./facets.js";

/** Characters that must be escaped, and characters of more than one UTF-16 code unit. */
const CHARACTERS = [..."abcXYZ019 .,;:-_/\\<>&\"'`$%{}[]()é߀日本\u{1f600}\u00a0\u2028"];
const SPACES = ["\n", "\t", " ", "]]>", "<!--", "&amp;"];
const PLAIN = [...'abcXYZ019.-_é日<&>"'];
const NAME_START = [..."abcXYZ_"];
const NAME = [..."abcXYZ_019.-"];

/** The largest number of optional characters of a text. */
const MORE = 12;

/** The facets of texts. */
export type Lengths = Pick<Facets, "minLength" | "maxLength" | "isCollapsed">;

export function textOf(builtin: string, facets: Lengths, draw: Draw): string {
  const { minLength, maxLength } = facets;
  const length = draw.integer(minLength, Math.min(maxLength, minLength + MORE));
  switch (builtin) {
    case "string":
    case "anySimpleType":
      return facets.isCollapsed ? token(length, draw) : free(length, draw);
    case "normalizedString":
      return cut(draw.list(length, length, () => draw.pick(CHARACTERS)).join(""), length);
    case "language":
      return cut(draw.pick(["en", "de", "fr-CA", "zh-Hant"]), length < 2 ? 2 : 10);
    case "anyURI":
      return uri(length, draw);
    case "NMTOKEN":
      return name(NAME, Math.max(1, length), draw);
    case "ID":
      return unique(facets, draw);
    case "NCName":
    case "Name":
    case "IDREF":
    case "ENTITY":
      return name(NAME_START, Math.max(1, length), draw);
    default:
      return token(length, draw);
  }
}

function free(length: number, draw: Draw): string {
  const character = () => draw.pick(draw.chance(0.1) ? SPACES : CHARACTERS);
  return cut(draw.list(length, length, character).join(""), length);
}

/** Without white space at the ends and without repeated white space. */
function token(length: number, draw: Draw): string {
  const characters = Array.from({ length }, (_, at) =>
    at % 4 === 2 && at < length - 1 ? " " : draw.pick(PLAIN),
  );
  return characters.join("");
}

/** Shortened to a length in characters. */
function cut(text: string, length: number): string {
  return [...text].slice(0, length).join("");
}

function name(starts: readonly string[], length: number, draw: Draw): string {
  return draw.pick(starts) + draw.list(length - 1, length - 1, () => draw.pick(NAME)).join("");
}

/** The values of xs:ID must be unique in a document (part 2 §3.3.8). */
function unique({ maxLength }: Lengths, draw: Draw): string {
  const digits = draw.bigint(10n ** 15n, 10n ** 16n).toString(36);
  return cut(`i${digits}`, Math.min(maxLength, 20));
}

const URI = "http://example.com/a/b?c=d&e=%C3%A9#f";

function uri(length: number, draw: Draw): string {
  const text = draw.pick([URI, "urn:example:x", "mailto:a@example.com", "a/b"]);
  if (length === 0) return draw.chance(0.5) ? "" : "a";
  return cut(text.padEnd(length, "x"), Math.max(length, 1));
}
