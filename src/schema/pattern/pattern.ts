/** Patterns of XML Schema (part 2 §4.3.4, §F). */
import { PatternError } from "../../errors/index.js";
import { parsePattern } from "./parse.js";
import { compileProgram } from "./program.js";
import { Simulation } from "./simulation.js";

/**
 * Compiles a pattern (XML Schema part 2 §F). The result returns whether a whole text matches. Its time is linear in
 * the length of the text: it does not go back, whatever the pattern. Characters outside the Basic Multilingual Plane are
 * one character. `\i` and `\c` are the names of XML 1.0 (second edition), as the standard refers to it.
 *
 * @throws PatternError if the pattern is not valid, or has more than 10,000 states
 */
export function compilePattern(pattern: string): (text: string) => boolean {
  const program = compileProgram(parsePattern(pattern), pattern);
  return (text) => new Simulation(program).run(text);
}

/** The error that compiling a pattern throws; `undefined` for a valid pattern. */
export function patternError(pattern: string): PatternError | undefined {
  try {
    compilePattern(pattern);
    return undefined;
  } catch (error) {
    if (error instanceof PatternError) return error;
    throw error;
  }
}
