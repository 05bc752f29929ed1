/** Facets as wire schema (XML Schema part 2 §4.3), exact occurrences and fixed values (part 1 §3.9.1, §3.3.1). */
import type {
  ElementDeclaration,
  Facet,
  FacetName,
  Occurrence,
  SimpleDefinition,
} from "../../contract/index.js";
import { type Facets, type Occurs, patternError } from "../../schema/index.js";
import type { Model } from "../model/model.js";
import { isStringEnumeration } from "../model/reached-types.js";

type Writable<Of> = { -readonly [Name in keyof Of]: Of[Name] };

/**
 * The facets of a type and of those that it restricts; the type itself has the last word, except for patterns.
 *
 * @param isComplete all types of the wire schema have their facets, not only the members of unions
 */
export function facetsOf(type: SimpleDefinition, isComplete: boolean): Facets {
  if (type.kind !== "restriction" && type.kind !== "enumeration") return {};
  const isListed = type.kind === "enumeration" && isStringEnumeration(type);
  // The values of an enumeration obey the facets of its base.
  const facets: Writable<Facets> =
    isListed && isComplete ? {} : { ...facetsOf(type.base, isComplete) };
  for (const { name, value } of type.facets) {
    if (isBound(name)) facets[name] = value.trim();
    else if (isCount(name)) facets[name] = Number(value);
    else if (isWhiteSpace(name, value)) facets.whiteSpace = value;
  }
  const patterns = patternsIn(type.facets);
  if (patterns.length > 0) facets.patterns = [...(facets.patterns ?? []), patterns];
  if (type.kind === "enumeration" && !isListed) {
    facets.values = type.values.map(({ value }) => value);
  }
  return facets;
}

/** The patterns of one type. If one cannot be used, the others say too little: the reader of the schema reports it. */
function patternsIn(facets: readonly Facet[]): readonly string[] {
  const patterns = facets.filter(({ name }) => name === "pattern").map(({ value }) => value);
  return patterns.some((pattern) => patternError(pattern) !== undefined) ? [] : patterns;
}

const BOUNDS = ["minInclusive", "maxInclusive", "minExclusive", "maxExclusive"] as const;
const COUNTS = ["length", "minLength", "maxLength", "totalDigits", "fractionDigits"] as const;
const WHITE_SPACE = ["preserve", "replace", "collapse"] as const;

function isBound(name: FacetName): name is (typeof BOUNDS)[number] {
  return BOUNDS.some((each) => each === name);
}

function isCount(name: FacetName): name is (typeof COUNTS)[number] {
  return COUNTS.some((each) => each === name);
}

function isWhiteSpace(name: FacetName, value: string): value is (typeof WHITE_SPACE)[number] {
  return name === "whiteSpace" && WHITE_SPACE.some((each) => each === value);
}

/** What `minOccurs` and `maxOccurs` of a wire schema cannot express; `undefined` if there is nothing. */
export function occursOf({ minOccurs, maxOccurs }: Occurrence, model: Model): Occurs | undefined {
  if (!model.hasFacets) return undefined;
  const occurs: Occurs = {
    ...(minOccurs > 1 && { min: minOccurs }),
    ...(maxOccurs !== "unbounded" && maxOccurs > 1 && { max: maxOccurs }),
  };
  return Object.keys(occurs).length === 0 ? undefined : occurs;
}

/** The text of the only value that an element or attribute may have; `undefined` if it may have others. */
export function fixedOf(
  { constraint }: Pick<ElementDeclaration, "constraint">,
  model: Model,
): string | undefined {
  return model.hasFacets && constraint?.kind === "fixed" ? constraint.value : undefined;
}
