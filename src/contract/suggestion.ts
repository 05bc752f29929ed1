/** Hints for a name that does not exist. */
import { nearest } from "./nearest.js";

const MOST_NAMES = 10;

/**
 * The hint for a wrong name, in parentheses: the name that was probably meant, or the names that exist.
 *
 * @param candidates the names that exist
 */
export function suggestion(name: string, candidates: Iterable<string>): string {
  const names = [...new Set(candidates)];
  if (names.length === 0) return "(there is none)";
  const meant = nearest(name, names) ?? names.find((each) => containsIgnoringCase(each, name));
  if (meant !== undefined) return `(did you mean ${meant}?)`;
  const shown = names.slice(0, MOST_NAMES).join(", ");
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : "";
  return `(available: ${shown}${more})`;
}

function containsIgnoringCase(text: string, part: string): boolean {
  return part !== "" && text.toLowerCase().includes(part.toLowerCase());
}
