/** What a response contains, in the error about it. */
import type { DecodeError } from "./errors.js";

/** Adds what could be read of a response to its error. An error of another cause keeps what it has. */
export function addPartial(error: DecodeError, partial: unknown): void {
  if (error.partial !== undefined) return;
  Object.defineProperty(error, "partial", { value: partial, writable: true, configurable: true });
}

/** Adds the beginning of a response to its error. */
export function addExcerpt(error: DecodeError, excerpt: string): void {
  if (error.excerpt === undefined) Object.assign(error, { excerpt });
}
