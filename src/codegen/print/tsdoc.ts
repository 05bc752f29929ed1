/** Documentation comments. */

const WIDTH = 96;

export type Paragraphs = readonly (string | undefined)[];

/**
 * A documentation comment with the line break behind it, lines wrapped, what would end it kept from it; `""` where there
 * is nothing to say.
 *
 * @param paragraphs those that are undefined are left out
 * @param depth steps of indentation
 */
export function tsdocBlock(paragraphs: Paragraphs, depth = 0): string {
  const text = wrapped(paragraphs, depth);
  if (text === undefined) return "";
  if (!text.includes("\n")) return `/** ${text} */\n`;
  return `/**\n${text.replace(/^/gm, " * ").replace(/ +$/gm, "")}\n */\n`;
}

function wrapped(paragraphs: Paragraphs, depth: number): string | undefined {
  const given = paragraphs.filter((paragraph) => paragraph !== undefined);
  if (given.length === 0) return undefined;
  return given.map((paragraph) => wrap(harmless(paragraph), WIDTH - depth * 2)).join("\n\n");
}

/** Neither the comment's end nor a tag of TSDoc's may come from the contract; in code there is none of either. */
function harmless(text: string): string {
  const pieces = text.replaceAll("*/", "*\\/").split(/(`[^`@]*`)/);
  return pieces
    .map((piece, index) => (index % 2 === 1 ? piece : piece.replace(/[@{}]/g, "\\$&")))
    .join("");
}

function wrap(text: string, width: number): string {
  const lines: string[] = [];
  let current = "";
  for (const word of text.split(/\s+/)) {
    if (current !== "" && current.length + 1 + word.length > width) {
      lines.push(current);
      current = word;
    } else current = current === "" ? word : `${current} ${word}`;
  }
  return [...lines, current].join("\n");
}
