/** Occurrences, default values, wildcards and facets as text. */
import type { Facet } from "../../simple-types.js";
import type {
  OccurrenceDescription,
  ValueDescription,
  WildcardDescription,
} from "../description.js";
import { type Doc, span } from "./layout.js";
import type { Names } from "./names.js";

/** The longest value of a facet that is shown whole, in characters: patterns can be long. */
const LONGEST_FACET = 60;

/** A global element that has an entry of its own. */
export function globalElement(name: string, names: Names): Doc {
  return span(`<${names.short(name)}>`, "name");
}

export function valueDoc(value: ValueDescription): readonly Doc[] {
  if (value.fixed !== undefined) return [span(` fixed ${JSON.stringify(value.fixed)}`, "mark")];
  if (value.default === undefined) return [];
  return [span(` = ${JSON.stringify(value.default)}`, "mark")];
}

/** What a wildcard takes, where that is not anything that is declared. */
export function wildcardDoc({ namespaces, processContents }: WildcardDescription): readonly Doc[] {
  const [kind = ""] = namespaces.split(" ", 1);
  const which = kind === "##any" ? "" : ` ${kind === "##other" ? "##other" : namespaces}`;
  const how = processContents === "strict" ? "" : ` ${processContents}`;
  return [span(which + how, "note")];
}

/** `?`, `*` and `+` as in a regular expression, other numbers in braces. */
export function occurrenceMark({ minOccurs = 1, maxOccurs = 1 }: OccurrenceDescription): string {
  if (maxOccurs === "unbounded") {
    if (minOccurs > 1) return `{${minOccurs},}`;
    return minOccurs === 0 ? "*" : "+";
  }
  if (minOccurs === maxOccurs) return minOccurs === 1 ? "" : `{${minOccurs}}`;
  return minOccurs === 0 && maxOccurs === 1 ? "?" : `{${minOccurs},${maxOccurs}}`;
}

export function facetsDoc(facets: readonly Facet[]): readonly Doc[] {
  if (facets.length === 0) return [];
  const items = facets.map(({ name, value }) => span(`${name} ${cut(value)}`, "note"));
  return [span(" "), { open: "(", close: ")", padding: "", items, separator: ", ", fill: true }];
}

function cut(value: string): string {
  return value.length > LONGEST_FACET ? `${value.slice(0, LONGEST_FACET)}…` : value;
}
