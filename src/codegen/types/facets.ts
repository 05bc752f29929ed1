/** What a simple type's facets say, in words (XML Schema part 2 §4.3). */
import type { Facet, FacetName, SimpleDefinition, ValueConstraint } from "../../contract/index.js";

const WORDS: Readonly<Record<FacetName, (value: string) => string>> = {
  length: (value) => `length ${value}`,
  minLength: (value) => `at least ${value} long`,
  maxLength: (value) => `at most ${value} long`,
  pattern: (value) => `pattern \`${value}\``,
  whiteSpace: (value) => `white space: ${value}`,
  minInclusive: (value) => `from ${value}`,
  maxInclusive: (value) => `up to ${value}`,
  minExclusive: (value) => `more than ${value}`,
  maxExclusive: (value) => `less than ${value}`,
  totalDigits: (value) => `at most ${value} digits`,
  fractionDigits: (value) => `at most ${value} digits behind the point`,
};

/** A sentence for the facets of a type and of the anonymous ones that it restricts; `undefined` where there are none. */
export function facetSentence(type: SimpleDefinition): string | undefined {
  const words = facetsOf(type).map(({ name, value }) => WORDS[name](value));
  const text = words.join(", ");
  return text === "" ? undefined : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function facetsOf(type: SimpleDefinition): readonly Facet[] {
  if (type.kind !== "restriction" && type.kind !== "enumeration") return [];
  return [...(type.base.name === undefined ? facetsOf(type.base) : []), ...type.facets];
}

/** What the values of an enumeration are that is no union of strings. */
export function valuesSentence(type: SimpleDefinition): string | undefined {
  if (type.kind !== "enumeration") return undefined;
  return `One of ${type.values.map(({ value }) => value).join(", ")}.`;
}

export function constraintSentence(constraint: ValueConstraint | undefined): string | undefined {
  if (constraint === undefined) return undefined;
  return `${constraint.kind === "fixed" ? "Always" : "By default"} \`${constraint.value}\`.`;
}
