/** The simulator's time: the machine's, moved by tests. */
export class Clock {
  #offset = 0;

  /** @param base gives ms since 1970 */
  constructor(private readonly base: () => number) {}

  /** In ms since 1970. */
  now(): number {
    return this.base() + this.#offset;
  }

  advance(ms: number): void {
    this.#offset += ms;
  }

  set(time: number): void {
    this.#offset = time - this.base();
  }
}
