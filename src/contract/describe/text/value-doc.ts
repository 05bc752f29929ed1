/** Occurrences, default values, wildcards and facets as text. */
import type { OccurrenceJson, SimpleJson, ValueJson, WildcardJson } from "../../json/model.js";
import { type Doc, span } from "./layout.js";
import type { Names } from "./names.js";

/** The longest value of a facet that is shown whole, in characters: patterns can be long. */
const LONGEST_FACET = 60;

/** A global element that has an entry of its own. */
export function globalElement(name: string, names: Names): Doc {
  return span(`<${names.short(name)}>`, "name");
}

export function valueDoc(value: ValueJson): readonly Doc[] {
  if (value.fixed !== undefined) return [span(` fixed ${JSON.stringify(value.fixed)}`, "mark")];
  if (value.default === undefined) return [];
  return [span(` = ${JSON.stringify(value.default)}`, "mark")];
}

/** The namespaces and the processing of a wildcard; empty if it accepts any declared elements. */
export function wildcardDoc({ any, processContents }: WildcardJson): readonly Doc[] {
  const [kind = ""] = any.split(" ", 1);
  const which = kind === "##any" ? "" : ` ${kind === "##other" ? "##other" : any}`;
  const how = processContents === undefined ? "" : ` ${processContents}`;
  return [span(which + how, "note")];
}

/** `?`, `*` and `+` as in a regular expression, other numbers in braces. */
export function occurrenceMark({ minOccurs = 1, maxOccurs = 1 }: OccurrenceJson): string {
  if (maxOccurs === "unbounded") {
    if (minOccurs > 1) return `{${minOccurs},}`;
    return minOccurs === 0 ? "*" : "+";
  }
  if (minOccurs === maxOccurs) return minOccurs === 1 ? "" : `{${minOccurs}}`;
  return minOccurs === 0 && maxOccurs === 1 ? "?" : `{${minOccurs},${maxOccurs}}`;
}

export function facetsDoc({ facets = {} }: SimpleJson): readonly Doc[] {
  const items = Object.entries(facets).flatMap(([name, values]) =>
    values.map((value) => span(`${name} ${shortened(value)}`, "note")),
  );
  if (items.length === 0) return [];
  return [span(" "), { open: "(", close: ")", padding: "", items, separator: ", ", fill: true }];
}

function shortened(value: string): string {
  return value.length > LONGEST_FACET ? `${value.slice(0, LONGEST_FACET)}…` : value;
}
