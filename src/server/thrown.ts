/** Describes what a handler throws. It can be any value, and reading its members can throw, too. */

/** For a value without a text: what it contains may be internal. */
const UNKNOWN = "The handler of the operation failed.";

/** The message of an error, or a string; for other values a general text. */
export function thrownText(thrown: unknown): string {
  try {
    const text: unknown = thrown instanceof Error ? thrown.message : thrown;
    return typeof text === "string" && text.trim() !== "" ? text : UNKNOWN;
  } catch {
    return UNKNOWN;
  }
}
