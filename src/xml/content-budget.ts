/** The limit of what a message contains: each element needs memory, even if it has few characters. */
import { DecodeError } from "../errors/index.js";

/**
 * The default limit. An element of a tree needs about 100 bytes, so 2,000,000 of them need less memory than the longest
 * message has bytes by default.
 */
export const DEFAULT_MAX_ELEMENTS = 2_000_000;

/** Counts elements, attributes, declarations of namespaces, and items of lists. */
export class ContentBudget {
  #used = 0;

  /**
   * @param limit the largest number of them
   * @param option the option that sets the limit; `undefined` if no option sets it
   */
  constructor(
    private readonly limit = DEFAULT_MAX_ELEMENTS,
    private readonly option?: string,
  ) {}

  /** @throws DecodeError `LIMIT` if there are too many */
  add(count: number, path = ""): void {
    this.#used += count;
    if (this.#used > this.limit) this.#fail(path);
  }

  #fail(path: string): never {
    const hint = this.option === undefined ? "" : ` The option ${this.option} raises it.`;
    const message = `The message has more than ${this.limit} elements, attributes and items of lists, which is the limit.${hint}`;
    throw new DecodeError("LIMIT", message, path);
  }
}
