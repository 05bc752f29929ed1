/** Documentation comments: the only place that escapes text for them. */
import { escapeHidden } from "../../contract/index.js";
import { type Doc, lines } from "./layout.js";

/** Paragraphs; those that are undefined are left out. */
export type Documentation = readonly (string | undefined)[];

/** The longest line of a comment that is not indented, without its frame. */
const WIDTH = 96;

/** A comment with the line break behind it; nothing if there is no paragraph. */
export function docComment(documentation: Documentation = []): Doc {
  const paragraphs = documentation.filter((paragraph) => paragraph !== undefined);
  if (paragraphs.length === 0) return "";
  return lines((depth) => commentLines(paragraphs, WIDTH - depth * 2));
}

export function hasDocumentation(documentation: Documentation | undefined): boolean {
  return documentation?.some((paragraph) => paragraph !== undefined) === true;
}

function commentLines(paragraphs: readonly string[], width: number): readonly string[] {
  const wrapped = paragraphs.flatMap((paragraph, index) => [
    ...(index === 0 ? [] : [""]),
    // White space is wrapped; line breaks of other kinds are among it.
    ...wrap(escaped(escapeHidden(paragraph.replace(/[\s\v]/g, " "))), width),
  ]);
  const [only = "", ...others] = wrapped;
  if (others.length === 0) return [`/** ${only} */`];
  return ["/**", ...wrapped.map((text) => ` * ${text}`.trimEnd()), " */"];
}

/** Text of a contract neither ends the comment nor is a tag of TSDoc; in code there are no tags. */
function escaped(text: string): string {
  // Most comments have nothing to escape.
  if (!/[@{}]|\*\//.test(text)) return text;
  const pieces = text.replaceAll("*/", "*\\/").split(/(`[^`@]*`)/);
  return pieces
    .map((piece, index) => (index % 2 === 1 ? piece : piece.replace(/[@{}]/g, "\\$&")))
    .join("");
}

/** Words with one space between them. */
const SINGLE_SPACES = /^\S+(?: \S+)*$/;

function wrap(text: string, width: number): readonly string[] {
  if (text.length <= width && SINGLE_SPACES.test(text)) return [text];
  const wrapped: string[] = [];
  let current = "";
  for (const word of text.split(/\s+/)) {
    if (current !== "" && current.length + 1 + word.length > width) {
      wrapped.push(current);
      current = word;
    } else current = current === "" ? word : `${current} ${word}`;
  }
  return [...wrapped, current];
}
