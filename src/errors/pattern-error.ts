import { CLASS_NAME } from "./class-name.js";
import { SoapError } from "./errors.js";

/** The cause of a `PatternError`. */
export type PatternErrorCode =
  /** The pattern breaks the grammar of XML Schema (part 2 §F). */
  | "INVALID_PATTERN"
  /** The pattern needs more states than the limit allows: its repetitions of groups are nested or large. */
  | "PATTERN_TOO_LARGE";

/** A pattern of a schema cannot be used. The message names the pattern, and the place in it. */
export class PatternError extends SoapError {
  /** @private */
  static override readonly [CLASS_NAME]: string = "PatternError";

  constructor(
    /** The cause. */
    readonly code: PatternErrorCode,
    message: string,
    /** The pattern, as in the schema. */
    readonly pattern: string,
    /** The number of the character at which it is not valid, from 1; `undefined` for a pattern that is too large. */
    readonly position?: number | undefined,
  ) {
    super(message);
  }
}
