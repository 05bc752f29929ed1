/** The characters of a pattern, and the position of the next one. */
import { PatternError } from "../../errors/index.js";

export class PatternSource {
  readonly #characters: readonly string[];
  #at = 0;

  constructor(private readonly pattern: string) {
    this.#characters = [...pattern];
  }

  /** The next character; `undefined` at the end. */
  get next(): string | undefined {
    return this.#characters[this.#at];
  }

  /** Whether these characters are next. */
  startsWith(characters: string): boolean {
    return [...characters].every((each, index) => this.#characters[this.#at + index] === each);
  }

  advance(): string {
    const character = this.next;
    if (character === undefined) throw this.error("it ends too early");
    this.#at += 1;
    return character;
  }

  /** Skips the next character if it is this one. */
  skip(character: string): boolean {
    if (this.next !== character) return false;
    this.#at += 1;
    return true;
  }

  expect(character: string): void {
    if (this.skip(character)) return;
    throw this.error(
      this.next === undefined ? `"${character}" is missing` : `"${character}" is expected here`,
    );
  }

  /** @param back the number of characters that the place is before the next one */
  error(problem: string, back = 0): PatternError {
    const position = this.#at + 1 - back;
    const message = `The pattern "${shown(this.pattern)}" is not valid at character ${position}: ${problem}.`;
    return new PatternError("INVALID_PATTERN", message, this.pattern, position);
  }
}

/** The longest part of a pattern in a message, in characters. */
const MAX_SHOWN = 200;

export function shown(pattern: string): string {
  return pattern.length <= MAX_SHOWN ? pattern : `${pattern.slice(0, MAX_SHOWN)}…`;
}
