/** Patterns of XML Schema (part 2 appendix F), compiled on first use. */
import { compilePattern } from "../../schema/index.js";

type Matcher = (text: string) => boolean;

/** By the lists of patterns in wire schemas. */
const matchers = new WeakMap<readonly string[], readonly Matcher[]>();

/**
 * Whether a text matches one of the patterns of a type as a whole.
 *
 * @throws PatternError if a pattern is not valid, or too large
 */
export function matchesOne(patterns: readonly string[], text: string): boolean {
  let compiled = matchers.get(patterns);
  if (compiled === undefined) {
    compiled = patterns.map(compilePattern);
    matchers.set(patterns, compiled);
  }
  return compiled.some((matches) => matches(text));
}
