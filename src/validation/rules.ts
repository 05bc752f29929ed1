/** Sentences about broken rules: facets of types, and the structure of messages. */
import type { Violation } from "../codec/index.js";

/** The longest value of a facet in a message, in characters: an enumeration can have thousands of values. */
const MAX_LIMIT = 200;

/** The end of a sentence about a value: `must be at least 5`. */
const REQUIREMENTS: Readonly<Record<string, (limit: string) => string>> = {
  length: (limit) => `must have the length ${limit}`,
  minLength: (limit) => `must have a length of at least ${limit}`,
  maxLength: (limit) => `must have a length of at most ${limit}`,
  pattern: (limit) => `must match the pattern ${limit}`,
  minInclusive: (limit) => `must be at least ${limit}`,
  maxInclusive: (limit) => `must be at most ${limit}`,
  minExclusive: (limit) => `must be greater than ${limit}`,
  maxExclusive: (limit) => `must be less than ${limit}`,
  totalDigits: (limit) => `must have at most ${limit} digits`,
  fractionDigits: (limit) => `must have at most ${limit} digits behind the point`,
  enumeration: (limit) => `must be one of ${limit}`,
  fixed: (limit) => `must have its fixed value ${JSON.stringify(limit)}`,
  minOccurs: (limit) => `must occur at least ${limit} times`,
  maxOccurs: (limit) => `must occur at most ${limit} times`,
  type: (limit) => `must be ${limit}`,
};

/** What a value must be, and what it has instead. */
export function requirement({ facet, limit, found }: Violation): string {
  const text = (REQUIREMENTS[facet] ?? String)(shortened(limit));
  return found === undefined ? text : `${text}; ${found}`;
}

function shortened(limit: string): string {
  return limit.length > MAX_LIMIT ? `${limit.slice(0, MAX_LIMIT)}…` : limit;
}
