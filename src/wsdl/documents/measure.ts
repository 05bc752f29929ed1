/** Measures a document before a tree is made of it, which needs a hundred times the memory of the text. */
import type { Budget } from "../limits.js";
import type { LineMap } from "./line-map.js";
import { behind, endOfSection } from "./sections.js";

/** The number of elements and attributes that are counted at once. */
const STEP = 1_000;

/**
 * Counts the elements and attributes of a document, and checks its depth. The document may be malformed.
 *
 * @throws WsdlError (`LIMIT`)
 */
export function measure(text: string, lines: LineMap, budget: Budget): void {
  let depth = 0;
  let uncounted = 0;
  let at = text.indexOf("<");
  while (at !== -1) {
    let end = endOfSection(text, at);
    if (end === undefined && text.startsWith("</", at)) {
      depth -= 1;
      end = behind(text, ">", at);
    } else if (end === undefined) {
      const tag = readTag(text, at);
      end = tag.end;
      depth += 1;
      uncounted += 1 + tag.attributes;
      if (depth > budget.maxDepth) {
        budget.checkDepth(depth, "The elements are nested", { location: lines.at(at) });
      }
      if (text[end - 2] === "/") depth -= 1;
    }
    if (uncounted >= STEP) {
      budget.addComponents(uncounted, { location: lines.at(at) });
      uncounted = 0;
    }
    at = text.indexOf("<", end);
  }
  budget.addComponents(uncounted, { location: lines.at(0) });
}

/** The position behind a start tag, and the number of its quoted values. */
function readTag(
  text: string,
  start: number,
): { readonly end: number; readonly attributes: number } {
  let attributes = 0;
  let at = start + 1;
  for (; at < text.length; at++) {
    const character = text[at];
    if (character === ">") return { end: at + 1, attributes };
    if (character !== '"' && character !== "'") continue;
    attributes += 1;
    const end = text.indexOf(character, at + 1);
    if (end === -1) break;
    at = end;
  }
  return { end: text.length, attributes };
}
