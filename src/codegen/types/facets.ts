/** The facets of simple types as sentences (XML Schema part 2 §4.3). */
import type { Facet, FacetName, SimpleDefinition, ValueConstraint } from "../../contract/index.js";

const WORDS: Readonly<Record<FacetName, (value: string) => string>> = {
  length: (value) => `length ${value}`,
  minLength: (value) => `length at least ${value}`,
  maxLength: (value) => `length at most ${value}`,
  pattern: (value) => `pattern \`${value}\``,
  whiteSpace: (value) => `white space: ${value}`,
  minInclusive: (value) => `at least ${value}`,
  maxInclusive: (value) => `at most ${value}`,
  minExclusive: (value) => `greater than ${value}`,
  maxExclusive: (value) => `less than ${value}`,
  totalDigits: (value) => `at most ${value} digits`,
  fractionDigits: (value) => `at most ${value} fraction digits`,
};

/** The facets of a type and of the anonymous types that it restricts; `undefined` for a type without facets. */
export function facetSentence(type: SimpleDefinition): string | undefined {
  const text = facetWords(type);
  return text === "" ? undefined : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** As `facetSentence`, in the middle of a sentence; `""` for a type without facets. */
export function facetWords(type: SimpleDefinition): string {
  return facetsOf(type)
    .map(({ name, value }) => WORDS[name](value))
    .join(", ");
}

function facetsOf(type: SimpleDefinition): readonly Facet[] {
  if (type.kind !== "restriction" && type.kind !== "enumeration") return [];
  return [...(type.base.name === undefined ? facetsOf(type.base) : []), ...type.facets];
}

export function constraintSentence(constraint: ValueConstraint | undefined): string | undefined {
  if (constraint === undefined) return undefined;
  return `${constraint.kind === "fixed" ? "Fixed value" : "Default"} \`${constraint.value}\`.`;
}
